// Only one form of a quote is read: every field must be as documented.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { concat, toHex } from "./bytes.ts";
import { exchangeKeyDer } from "./exchange-key.ts";
import { random } from "./native.ts";
import { p256Generate } from "./native-ec.ts";
import { makeQuote, makeQuoteAuthority } from "./quote-maker.ts";
import { chainText, QUOTE_OID, readQuote, type Quote } from "./sgx-quote.ts";
import { oidKey, readX509 } from "./x509.ts";

const authority = makeQuoteAuthority(new Date("2026-11-24T12:00:00Z"), random);
const VALUE = makeQuote(authority, p256Generate().spki, {
  report: { isvProdId: 0x0102, isvSvn: 0x0304, mrsigner: new Uint8Array(32).fill(7) },
  qeReport: { isvSvn: 0xfffe },
});

/** Where the parts begin in the extension's value. */
const AT = {
  quote: 16,
  report: 16 + 48,
  tail: 16 + 432 + 4,
  qeReport: 16 + 432 + 4 + 128,
  authentication: 16 + 432 + 4 + 128 + 384 + 64,
};
const CHAIN = AT.authentication + 2 + 32;

/** The value with other bytes from this offset. */
function withBytes(at: number, ...bytes: readonly number[]): Uint8Array {
  const copy = VALUE.slice();
  copy.set(bytes, at);
  return copy;
}

function read(value = VALUE): Quote {
  const quote = readQuote(value);
  if (quote === null) throw new Error("This quote could not be read.");
  return quote;
}

describe("a quote", () => {
  it("is read in its parts, numbers little endian", () => {
    const quote = read();
    expect([quote.qeSvn, quote.pceSvn]).toEqual([8, 13]);
    const { isvProdId, isvSvn, debug } = quote.report;
    expect([isvProdId, isvSvn, debug]).toEqual([0x0102, 0x0304, false]);
    expect(quote.qeReport.isvSvn).toBe(0xfffe);
    expect(quote.report.mrsigner).toEqual(new Uint8Array(32).fill(7));
  });

  it("has each part at its own offset and of its own length", () => {
    const marked = VALUE.slice();
    const parts: readonly [number, number, (quote: Quote) => Uint8Array][] = [
      [AT.quote, 432, ({ signed }) => signed],
      [AT.report, 384, ({ report }) => report.bytes],
      [AT.report, 16, ({ report }) => report.cpuSvn],
      [AT.report + 64, 32, ({ report }) => report.mrenclave],
      [AT.report + 128, 32, ({ report }) => report.mrsigner],
      [AT.report + 320, 64, ({ report }) => report.reportData],
      [AT.tail, 64, ({ signature }) => signature],
      [AT.tail + 64, 64, ({ attestationKey }) => attestationKey],
      [AT.qeReport, 384, ({ qeReport }) => qeReport.bytes],
      [AT.qeReport + 384, 64, ({ qeSignature }) => qeSignature],
      [AT.authentication + 2, 32, ({ authenticationData }) => authenticationData],
    ];
    // Reports and keys of one repeated byte would hide a part that is read at a wrong offset.
    for (const at of [AT.report, AT.qeReport]) marked.set(random(384), at);
    const quote = read(marked);
    for (const [at, length, part] of parts)
      expect(part(quote), `${at}`).toEqual(marked.subarray(at, at + length));
  });

  it("is of an enclave in debug mode by bit 1 of its attributes alone", () => {
    const debugged = (byte: number) => read(withBytes(AT.report + 48, byte)).report.debug;
    expect([0x02, 0xff, 0x00, 0xfd].map(debugged)).toEqual([true, true, false, false]);
  });

  it.each<[string, number, number]>([
    ["another version of Open Enclave's header", 0, 2],
    ["no remote report", 4, 1],
    ["a greater length of the whole", 8, (VALUE[8] ?? 0) + 1],
    ["a smaller length of the whole", 8, (VALUE[8] ?? 0) - 1],
    ["a length of the whole beyond four bytes", 13, 1],
    ["version 4", AT.quote, 4],
    ["version 2", AT.quote, 2],
    ["a version that only begins with 3", AT.quote + 1, 1],
    ["another type of key", AT.quote + 2, 3],
    ["a TDX quote's TEE", AT.quote + 4, 0x81],
    ["a TEE whose last byte alone is set", AT.quote + 7, 1],
    ["another length of the signature's part", AT.tail - 4, (VALUE[AT.tail - 4] ?? 0) + 1],
    ["a chain of another type", CHAIN, 6],
    ["another length of the chain", CHAIN + 2, (VALUE[CHAIN + 2] ?? 0) + 1],
  ])("is none with %s", (_, at, byte) => {
    expect(readQuote(withBytes(at, byte))).toBeNull();
  });

  it("is refused if it is cut anywhere, its lengths made to fit", () => {
    for (const length of [0, 4, 15, 16, 63, 447, 448, 451, 452, 580, 963, 1027, 1028, CHAIN + 5]) {
      const cut = VALUE.slice(0, length);
      const view = new DataView(cut.buffer);
      if (length >= 16) view.setUint32(8, length - 16, true);
      if (length >= AT.tail) view.setUint32(AT.tail - 4, length - AT.tail, true);
      expect(readQuote(cut), `${length} bytes`).toBeNull();
    }
  });

  it("is refused if it ends within the length of a chain, whose bytes so far are zero", () => {
    for (const length of [0, 1, 2, 3]) {
      const cut = concat(VALUE.subarray(0, CHAIN + 2), new Uint8Array(length));
      const view = new DataView(cut.buffer);
      view.setUint32(8, cut.length - 16, true);
      view.setUint32(AT.tail - 4, cut.length - AT.tail, true);
      expect(readQuote(cut), `${length} bytes of four`).toBeNull();
    }
  });

  it("may have other authentication data, or none", () => {
    for (const length of [0, 1, 300]) {
      const data = random(length);
      const value = concat(
        VALUE.subarray(0, AT.authentication),
        Uint8Array.of(length % 256, length >> 8),
        data,
        VALUE.subarray(CHAIN),
      );
      const view = new DataView(value.buffer);
      view.setUint32(8, value.length - 16, true);
      view.setUint32(AT.tail - 4, value.length - AT.tail, true);
      expect(read(value).authenticationData).toEqual(data);
    }
  });
});

describe("a quote that we make", () => {
  it("says what was asked for", () => {
    const form = {
      debug: true,
      mrenclave: random(32),
      mrsigner: random(32),
      isvProdId: 0x1234,
      isvSvn: 0x5678,
      reportData: random(64),
    };
    const { spki } = p256Generate();
    const quote = read(makeQuote(authority, spki, { report: form, qeReport: form }));
    expect(quote.report).toMatchObject(form);
    expect(quote.qeReport).toMatchObject(form);
    // A 64-bit initialised enclave, and Intel as the vendor of the quoting enclave.
    expect(quote.report.bytes[48]).toBe(0x07);
    expect(toHex(quote.signed.subarray(0, 28))).toBe(
      "0300020000000000" + "08000d00" + "939a7233f79c4ca9940a0db3957f0607",
    );
  });

  it("has the same form as one that was made earlier and stored", () => {
    const pem = readFileSync(new URL("vectors/attestation/exchange.pem", import.meta.url));
    const der = exchangeKeyDer(new Uint8Array(pem));
    const value = readX509(der)?.extensions.get(oidKey(QUOTE_OID))?.value;
    expect(read(value)).toMatchObject({ qeSvn: 8, pceSvn: 13, qeReport: { isvSvn: 8 } });
  });
});

describe("a chain's text", () => {
  const text = new TextEncoder().encode("x");
  it("has no NUL at its end", () => {
    const ended = { ...read(), chain: concat(text, Uint8Array.of(0, 0)) };
    expect(chainText(ended)).toEqual(concat(text, Uint8Array.of(0)));
    expect(chainText({ ...read(), chain: text })).toEqual(text);
    const [nul, inside] = [concat(text, Uint8Array.of(0)), concat(Uint8Array.of(0), text)];
    expect(chainText({ ...read(), chain: nul })).toEqual(text);
    expect(chainText({ ...read(), chain: inside })).toEqual(inside);
  });
});
