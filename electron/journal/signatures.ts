// Who signed what: every signature in a record checked, and whether the record is closed.
import {
  fromBase64,
  readRecordCertificate,
  utf8,
  verifySignature,
  type RecordCertificate,
} from "../../crypto/index.ts";
import { sentence } from "../text/sentence.ts";
import { Acts, type SignedAct } from "./acts.ts";
import { memberOf, type JsonData } from "./canonical.ts";
import {
  afterSignature,
  isComplete,
  checkPaperClose,
  openClose,
  type Close,
  type ClosedBy,
} from "./close.ts";
import { isDigest, type Entry } from "./entry.ts";
import { fault } from "./faults.ts";
import { Holders } from "./holders.ts";
import { Vouching } from "./vouching.ts";

/** A valid signature. `certificate`: SHA-256 of its DER; `over`: an earlier entry's hash. */
export interface Signature {
  readonly officer: string;
  readonly certificate: string;
  readonly over: string;
  readonly seq: number;
}

export interface Signed {
  readonly signatures: readonly Signature[];
  readonly closed: boolean;
  /** How; null if it is not closed. On paper, no signature is in the record. */
  readonly closedBy: ClosedBy | null;
  /** Officers of the close in progress who have not signed; empty if none is in progress. */
  readonly missing: readonly string[];
  /** Officers who signed with a certificate for which the record itself does not vouch. */
  readonly unvouched: readonly string[];
  /** The ends of acts, in the order of the record. */
  readonly acts: readonly SignedAct[];
}

/**
 * Checks all signatures of a chain that was read.
 * @throws Fault E-LOG-FORM, E-LOG-SIGNATURE, E-LOG-SIGNER
 */
export function checkSignatures(entries: readonly Entry[]): Signed {
  const reader = new Reader();
  for (const entry of entries) reader.next(entry);
  return reader.signed;
}

class Reader {
  readonly #entries: Entry[] = [];
  /** Of the first entries; of more if a signature asks. Most records have few signatures. */
  readonly #hashes = new Set<string>();
  /** By fingerprint: the certificate that was entered. */
  readonly #certificates = new Map<string, RecordCertificate>();
  readonly #holders = new Holders();
  readonly #vouching = new Vouching();
  readonly #acts = new Acts();
  readonly #signatures: Signature[] = [];
  #close: Close | null = null;
  #onPaper = false;

  get signed(): Signed {
    const missing = this.#close?.missing ?? [];
    const signed = isComplete(this.#close) ? "signatures" : null;
    const closedBy = this.#onPaper ? "paper" : signed;
    const unvouched = this.#vouching.unvouched(this.#signatures, this.#close?.over ?? null);
    const signatures = this.#signatures;
    const acts = this.#acts.all;
    return { signatures, closed: closedBy !== null, closedBy, missing, unvouched, acts };
  }

  next(entry: Entry): void {
    const n = entry.seq;
    if (isComplete(this.#close))
      throw fault("E-LOG-SIGNER", { n, what: sentence("journal-faults.afterAll") });
    if (this.#onPaper)
      throw fault("E-LOG-SIGNER", { n, what: sentence("journal-faults.afterPaper") });
    if (entry.type === "signed") this.#sign(entry);
    else this.#close = entry.type === "closing" ? openClose(entry) : null;
    if (entry.type === "closing-on-paper") {
      checkPaperClose(entry);
      this.#onPaper = true;
    }
    this.#entries.push(entry);
    // A certificate counts if its PEM is a text of its own; other texts are ignored.
    eachText(entry.data, (text) => {
      const certificate = certificateIn(text);
      if (certificate?.use === "digitalSignature")
        this.#certificates.set(certificate.thumbprint, certificate);
    });
    this.#holders.enter(entry, certificateIn);
    this.#vouching.enter(entry, certificateIn);
    this.#acts.enter(entry);
  }

  #sign(entry: Entry): void {
    const n = entry.seq;
    const { officer, over, certificate, bytes } = readSignature(entry);
    const key = this.#certificates.get(certificate);
    for (const { hash } of this.#entries.slice(this.#hashes.size)) this.#hashes.add(hash);
    if (!this.#hashes.has(over))
      throw fault("E-LOG-SIGNATURE", { n, what: sentence("journal-faults.notEarlier") });
    if (key === undefined)
      throw fault("E-LOG-SIGNATURE", { n, what: sentence("journal-faults.notRecorded") });
    if (!verifySignature(key, utf8(over), bytes))
      throw fault("E-LOG-SIGNATURE", { n, what: sentence("journal-faults.notMatching") });
    const what = this.#holders.sign(officer, key) ?? this.#acts.sign(officer, over);
    if (what !== null) throw fault("E-LOG-SIGNER", { n, what });
    this.#signatures.push({ officer, certificate, over, seq: n });
    this.#close = afterSignature(this.#close, officer, over);
  }
}

/** As `readRecordCertificate`. */
function certificateIn(text: string): RecordCertificate | null {
  if (!text.startsWith(BEGINNING)) return null;
  return readRecordCertificate(text);
}

function readSignature({ data, seq: n }: Entry) {
  const form = fault("E-LOG-FORM", { n });
  if (typeof data !== "object" || Object.keys(data).length !== 5) throw form;
  const [officer, over, algorithm, signature, certificate] = SIGNED_MEMBERS.map((name) =>
    memberOf(data, name),
  ).map((value) => (typeof value === "string" ? value : ""));
  if (!officer || !over || !signature || !certificate) throw form;
  if (algorithm !== "RSA-PSS-SHA256" || !isDigest(over) || !isDigest(certificate)) throw form;
  const bytes = fromBase64(signature);
  if (typeof bytes === "number") throw form;
  return { officer, over, certificate, bytes };
}

const SIGNED_MEMBERS = ["officer", "over", "algorithm", "signature", "certificate"] as const;

function eachText(data: JsonData, visit: (text: string) => void): void {
  if (typeof data === "string") visit(data);
  else if (typeof data === "object")
    for (const value of Object.values<JsonData>(data)) eachText(value, visit);
}

const BEGINNING = "-----BEGIN CERTIFICATE-----";
