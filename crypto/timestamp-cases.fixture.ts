// Timestamps that are good, and some that differ from a good one in one thing: asked of the app, of openssl, of
// the browser page, of the Python verifier and of Debian's rfc3161ng.
import { fromHex, utf8 } from "./bytes.ts";
import { integer, sequence, TAG, writeDer } from "./der.ts";
import { extension } from "./ec-certificate.ts";
import { sha256 } from "./native.ts";
import {
  certificatesOf,
  makeAnswer,
  makeParty,
  makeTestAuthority,
  TIMESTAMPING,
  type AnswerForm,
  type CertificateForm,
} from "./timestamp-maker.fixture.ts";

export const IMPRINT = sha256(utf8("a record's head"));
export const NONCE = fromHex("4123456789abcdef") ?? new Uint8Array();
export const contoso = makeTestAuthority("Contoso");
export const answer = (form: AnswerForm = {}): Uint8Array =>
  makeAnswer(contoso.signer, IMPRINT, { certificates: certificatesOf(contoso), ...form });

/** What is wrong, the check that fails or the code, and its maker. */
type Case = readonly [string, string, () => Uint8Array];

/** A signer with an RSA key. */
export const rsa = makeParty("Contoso TSA", contoso.middle, { kind: "rsa" });
/** One of its answers. */
export const answerByRsa = (form: AnswerForm = {}): Uint8Array =>
  makeAnswer(rsa, IMPRINT, { certificates: [rsa, contoso.middle], ...form });

/** A good one of a signer's key of this kind. */
export function answerOf(kind: "p256" | "p384" | "rsa" | "pss"): Uint8Array {
  if (kind === "rsa") return answerByRsa();
  const signer = makeParty("Contoso TSA", contoso.middle, { kind });
  const hash = kind === "p384" ? "sha512" : "sha256";
  return makeAnswer(signer, IMPRINT, { hash, certificates: [signer, contoso.middle] });
}

export const KEY_KINDS = ["p256", "p384", "rsa", "pss"] as const;

/** An accuracy of 1 s, 20 ms and 5 microseconds. */
export const ACCURACY = sequence(
  integer(1),
  writeDer(0x80, Uint8Array.of(20)),
  writeDer(0x81, Uint8Array.of(5)),
);

/** Good ones, each of another form. */
export const GOOD: readonly (readonly [string, AnswerForm])[] = [
  ["with modifications, and words", { status: 1, said: "Granted" }],
  ["with the old name of the certificate", { names: ["sha1"], namedBy: contoso.signer }],
  ["with both names of the certificate", { names: ["sha1", "sha512"] }],
  [
    "with certificates that are not needed",
    { certificates: [contoso.root, ...certificatesOf(contoso)] },
  ],
  ["with a nonce that nobody asks about", { nonce: NONCE }],
];

const stranger = makeTestAuthority("Contoso");
const other = makeParty("Contoso TSA", contoso.middle);
/** One signer's certificate that is wrong in something. */
const signedBy = (form: CertificateForm, more: AnswerForm = {}): Uint8Array => {
  const signer = makeParty("Contoso TSA", contoso.middle, form);
  return makeAnswer(signer, IMPRINT, { certificates: [signer, contoso.middle], ...more });
};
/** The authority between, wrong in something. */
const under = (form: CertificateForm, name = "Contoso CA"): Uint8Array => {
  const middle = makeParty(name, contoso.root, { isAuthority: true, ...form });
  const signer = makeParty("Contoso TSA", middle);
  return makeAnswer(signer, IMPRINT, { certificates: [signer, middle] });
};
const expired = { until: "2026-11-30T00:00:00Z" };
const policy = extension("2.5.29.32", writeDer(TAG.boolean, Uint8Array.of(0xff)), sequence());

/** Bad ones, for openssl too. */
export const BAD: readonly Case[] = [
  [
    "another digest",
    "imprint",
    () => makeAnswer(contoso.signer, sha256(IMPRINT), { certificates: certificatesOf(contoso) }),
  ],
  ["a name of another certificate", "certificate", () => answer({ named: other })],
  ["a name of another issuer", "certificate", () => answer({ namedBy: contoso.root })],
  ["no name of the certificate", "certificate", () => answer({ names: [] })],
  ["no certificate of the signer", "certificate", () => answer({ certificates: [contoso.middle] })],
  ["attributes about other content", "attributes", () => answer({ digested: IMPRINT })],
  ["another key's signature", "signature", () => answer({ signer: other })],
  ["a certificate without a purpose", "purpose", () => signedBy({ purposes: [] })],
  ["a purpose that is not critical", "purpose", () => signedBy({ isCritical: false })],
  [
    "a second purpose",
    "purpose",
    () => signedBy({ purposes: [TIMESTAMPING, "1.3.6.1.5.5.7.3.3"] }),
  ],
  ["another purpose", "purpose", () => signedBy({ purposes: ["1.3.6.1.5.5.7.3.3"] })],
  ["a key for encryption too", "purpose", () => signedBy({ usage: Uint8Array.of(5, 0xa0) })],
  ["another authority's name in it", "name", () => answer({ tsa: "Fabrikam TSA" })],
  [
    "an authority of the same name",
    "authority",
    () => makeAnswer(stranger.signer, IMPRINT, { certificates: certificatesOf(stranger) }),
  ],
  [
    "an authority that may not certify",
    "authority",
    () => under({ isAuthority: false, purposes: [] }),
  ],
  [
    "an authority whose key is for something else",
    "authority",
    () => under({ usage: Uint8Array.of(6, 0xc0) }),
  ],
  ["no authority between", "authority", () => answer({ certificates: [contoso.signer] })],
  ["a signer's certificate that had ended", "dates", () => signedBy(expired)],
  [
    "a signer's certificate that had not begun",
    "dates",
    () => signedBy({ from: "2026-12-02T00:00:00Z" }),
  ],
  ["an authority whose certificate had ended", "dates", () => under(expired)],
  [
    "an unknown critical extension",
    "purpose",
    () =>
      signedBy({
        more: [extension("1.2.3.4", writeDer(TAG.boolean, Uint8Array.of(0xff)), sequence())],
      }),
  ],
  ["two signers", "E-STAMP-SHAPE", () => answer({ signers: 2 })],
  ["another version", "E-STAMP-SHAPE", () => answer({ version: 2 })],
  ["other content", "E-STAMP-SHAPE", () => answer({ contentType: "1.2.840.113549.1.7.1" })],
  ["no timestamp", "E-STAMP-REFUSED", () => answer({ status: 2, said: "No" })],
];

/** Bad ones that openssl takes. */
export const STRICTER: readonly Case[] = [
  ["the digest under another hash's name", "imprint", () => answer({ imprintHash: "sha512" })],
  [
    "attributes of another type",
    "attributes",
    () => answer({ signedType: "1.2.840.113549.1.7.1" }),
  ],
  ["a time that does not exist", "E-STAMP-SHAPE", () => answer({ time: "20261301120000Z" })],
  ["a signature of SHA-1", "E-STAMP-SHAPE", () => answer({ hash: "sha1" })],
  ["attributes in another order", "E-STAMP-SHAPE", () => answer({ isUnsorted: true })],
  ["a certificate signed over SHA-1", "authority", () => signedBy({ hash: "sha1" })],
  ["an RSA key of 1024 bits", "signature", () => signedBy({ kind: "rsa1024" })],
  ["an extension", "E-STAMP-SHAPE", () => answer({ extensions: writeDer(0xa1, policy) })],
];
