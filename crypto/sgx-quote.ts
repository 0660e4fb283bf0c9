// An Intel SGX quote as in the exchange certificate: Open Enclave's header, an ECDSA quote of
// version 3, the chain that vouches for it. Layout: docs/azure-protocol.md 3; Intel's SGX ECDSA
// QuoteLibReference, appendix A. Numbers are little endian. Only the form is checked here.
import { concat } from "./bytes.ts";

/** What an enclave's report says of it: 384 bytes. */
export interface Report {
  readonly bytes: Uint8Array;
  readonly cpuSvn: Uint8Array;
  readonly debug: boolean;
  readonly mrenclave: Uint8Array;
  readonly mrsigner: Uint8Array;
  readonly isvProdId: number;
  readonly isvSvn: number;
  /** 64 bytes that the enclave chose. */
  readonly reportData: Uint8Array;
}

/** A quote in its parts. Signatures are r || s, 32 bytes each. */
export interface Quote {
  /** Header and report, 432 bytes: what the attestation key signed. */
  readonly signed: Uint8Array;
  readonly qeSvn: number;
  readonly pceSvn: number;
  readonly report: Report;
  readonly signature: Uint8Array;
  /** A P-256 point, x || y. */
  readonly attestationKey: Uint8Array;
  /** Of the quoting enclave, which made the attestation key. */
  readonly qeReport: Report;
  readonly qeSignature: Uint8Array;
  readonly authenticationData: Uint8Array;
  /** PEM text, the leaf first, unchanged; Intel's ends in a NUL. */
  readonly chain: Uint8Array;
}

/** The extension's OID in a certificate. */
export const QUOTE_OID = "1.2.840.113556.10.1.1";

const HEADER = 48;
const REPORT = 384;
const AT = { attributes: 48, mrenclave: 64, mrsigner: 128, isvProdId: 256, isvSvn: 258, data: 320 };
const DEBUG = 0x02;
/** ECDSA on P-256 (Intel, A.3); a chain in PEM (A.4, type 5). */
const [VERSION, KEY_TYPE, CHAIN_TYPE] = [3, 2, 5];
/** Open Enclave's report header: version 1, a remote report. */
const [OE_VERSION, OE_REMOTE] = [1, 2];
const NUL = 0;

/** Reads the extension's value; null if anything in its form is wrong, even one surplus byte. */
export function readQuote(value: Uint8Array): Quote | null {
  const reader = new Reader(value);
  if (reader.uint(4) !== OE_VERSION || reader.uint(4) !== OE_REMOTE) return null;
  if (reader.uint(8) !== value.length - 16) return null;
  const signed = reader.take(HEADER + REPORT);
  const header = new Reader(signed);
  const [version, keyType, tee] = [header.uint(2), header.uint(2), header.uint(4)];
  const [qeSvn, pceSvn] = [header.uint(2), header.uint(2)];
  const rest = reader.uint(4);
  if (version !== VERSION || keyType !== KEY_TYPE || tee !== 0 || rest !== reader.left) return null;
  const signature = reader.take(64);
  const attestationKey = reader.take(64);
  const qeReport = readReport(reader.take(REPORT));
  const qeSignature = reader.take(64);
  const authenticationData = reader.take(reader.uint(2));
  if (reader.uint(2) !== CHAIN_TYPE || reader.uint(4) !== reader.left) return null;
  const chain = reader.take(reader.left);
  if (!reader.sound) return null;
  const report = readReport(signed.subarray(HEADER));
  return {
    signed,
    qeSvn,
    pceSvn,
    report,
    signature,
    attestationKey,
    qeReport,
    qeSignature,
    authenticationData,
    chain,
  };
}

/** The chain's PEM text without the one NUL that may end it. */
export function chainText({ chain }: Quote): Uint8Array {
  return chain.at(-1) === NUL ? chain.subarray(0, -1) : chain;
}

function readReport(bytes: Uint8Array): Report {
  const part = (at: number, length: number) => bytes.subarray(at, at + length);
  const uint16 = (at: number) => new Reader(part(at, 2)).uint(2);
  return {
    bytes,
    cpuSvn: part(0, 16),
    debug: ((bytes[AT.attributes] ?? 0) & DEBUG) !== 0,
    mrenclave: part(AT.mrenclave, 32),
    mrsigner: part(AT.mrsigner, 32),
    isvProdId: uint16(AT.isvProdId),
    isvSvn: uint16(AT.isvSvn),
    reportData: part(AT.data, 64),
  };
}

/** Takes bytes off the front. Past the end it returns what is left and is no longer `sound`. */
class Reader {
  sound = true;
  #at = 0;
  readonly #bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  take(count: number): Uint8Array {
    if (count > this.left) this.sound = false;
    const taken = this.#bytes.subarray(this.#at, this.#at + count);
    this.#at += taken.length;
    return taken;
  }

  /** Loses digits beyond 2^53, which no length here approaches. */
  uint(bytes: number): number {
    return this.take(bytes).reduceRight((value, byte) => value * 256 + byte, 0);
  }
}

/** What a report of ours says. Everything else is zero. */
export type ReportForm = Pick<
  Report,
  "debug" | "mrenclave" | "mrsigner" | "isvProdId" | "isvSvn" | "reportData"
>;

/** A report of 384 bytes: a 64-bit enclave, like all today. */
export function writeReport(form: ReportForm): Uint8Array {
  const bytes = new Uint8Array(REPORT);
  const [init, mode64] = [0x01, 0x04];
  bytes[AT.attributes] = init | mode64 | (form.debug ? DEBUG : 0);
  bytes.set(form.mrenclave, AT.mrenclave);
  bytes.set(form.mrsigner, AT.mrsigner);
  bytes.set(little(form.isvProdId, 2), AT.isvProdId);
  bytes.set(little(form.isvSvn, 2), AT.isvSvn);
  bytes.set(form.reportData, AT.data);
  return bytes;
}

/** Header and report, 432 bytes: what the attestation key signs. The QE's vendor is Intel. */
export function writeSigned(report: Uint8Array, vendor: Uint8Array): Uint8Array {
  const [qeSvn, pceSvn] = [8, 13];
  const start = concat(
    little(VERSION, 2),
    little(KEY_TYPE, 2),
    little(0, 4),
    little(qeSvn, 2),
    little(pceSvn, 2),
    vendor,
  );
  const header = new Uint8Array(HEADER);
  header.set(start);
  return concat(header, report);
}

/** The extension's value around the parts of a quote. */
export function writeQuote(
  quote: Pick<
    Quote,
    "signed" | "signature" | "attestationKey" | "qeSignature" | "authenticationData" | "chain"
  > & { readonly qeReport: Uint8Array },
): Uint8Array {
  const { signed, signature, attestationKey, qeReport, qeSignature, authenticationData } = quote;
  const tail = concat(
    signature,
    attestationKey,
    qeReport,
    qeSignature,
    little(authenticationData.length, 2),
    authenticationData,
    little(CHAIN_TYPE, 2),
    little(quote.chain.length, 4),
    quote.chain,
  );
  const whole = concat(signed, little(tail.length, 4), tail);
  return concat(little(OE_VERSION, 4), little(OE_REMOTE, 4), little(whole.length, 8), whole);
}

function little(value: number, bytes: number): Uint8Array {
  return Uint8Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** i) % 256);
}
