// Whose exchange key this is: before anything is opened, a person must have compared it with what
// the connected side read. A certificate alone proves nothing: anyone can make one.
import {
  checkExchangeSubject,
  fromHex,
  fromWords,
  toHex,
  hexWords,
  type Attestation,
  type Certificate,
  type Fault,
  type JsonObject,
  type Warning,
} from "../../../crypto/index.ts";
import { optional, usage, type Given } from "../shared/arguments.ts";
import { NAME, SHA256, UNVERIFIED, WORDS } from "./confirming.ts";
import { fault } from "../shared/faults.ts";
import { shownName } from "../inspect/certificate.ts";
import { allWordsOf, inWords, spoken, WORDS_A_LINE } from "../shared/spoken.ts";
import { hasTerminal, terminal } from "../shared/terminal.ts";

/** How an exchange key was confirmed; `nobody` if it is used unconfirmed. */
export type ConfirmedBy = "hsm-name" | "sha256" | "words";

/** What is known about an exchange key before it is confirmed. */
export interface ReadExchange {
  readonly certificate: Certificate;
  readonly attestation: Attestation;
  /** A rehearsal's root was given instead of Intel's. */
  readonly isRehearsal: boolean;
}

/** The claims on the command line. */
export interface Claims {
  readonly name: string | null;
  /** SHA-256 as hex. */
  readonly sha256: string | null;
  /** The same by its words. */
  readonly words: string | null;
  readonly isUnverified: boolean;
}

const DIGEST_BYTES = 32;
/** How often a person may type a line until it matches. */
const TRIES = 5;

/**
 * Read before any file, so that an error of the call is reported first.
 * @param isByName whether the HSM's name confirms a key; else it says which HSM is asked
 * @throws Fault E-USAGE, E-WORDS
 */
export function claimsOf(given: Given, isByName = true): Claims {
  const name = isByName ? optional(given, NAME) : null;
  if (name === "") throw usage(`The flag ${NAME} needs a name.`);
  const [sha256, words] = [given.values.get(SHA256), given.values.get(WORDS)];
  const isUnverified = given.values.has(UNVERIFIED);
  if (isUnverified && (name ?? sha256 ?? words) != null)
    throw usage(`The flag ${UNVERIFIED} goes without ${NAME}, ${SHA256} and ${WORDS}.`);
  return {
    name,
    sha256: sha256 === undefined ? null : digestIn(sha256.join(" ")),
    words: words === undefined ? null : digestOfWords(words.join(" ")),
    isUnverified,
  };
}

/** @throws Fault E-USAGE */
function digestIn(text: string): string {
  const digest = digestOf(text);
  if (digest === null) throw usage(`The flag ${SHA256} needs the 64 hex digits of a SHA-256.`);
  return digest;
}

/** As copied: in either case, with colons, spaces or hyphens, and openssl's prefix. */
function digestOf(text: string): string | null {
  const digits = text.replace(/^.*=/, "").replaceAll(/[\s:-]/g, "");
  const bytes = fromHex(digits.toLowerCase());
  return bytes?.length === DIGEST_BYTES ? toHex(bytes) : null;
}

/** In either case, with any separators and numbers between. @throws Fault E-USAGE, E-WORDS */
function digestOfWords(text: string): string {
  const bytes = fromWords(text);
  if (bytes.length !== DIGEST_BYTES)
    throw usage(`The flag ${WORDS} needs all ${String(DIGEST_BYTES)} words.`);
  return toHex(bytes);
}

/**
 * Compares the key with the claims, or asks at the terminal, before anything is opened.
 * @returns what confirmed it, empty if it is used unconfirmed; null if unconfirmed and nobody can
 * be asked, or they stopped
 * @throws Fault E-XK-WRONG-HSM, E-XK-DIFFERS
 */
export async function confirmExchange(
  exchange: ReadExchange,
  claims: Claims,
): Promise<readonly ConfirmedBy[] | null> {
  if (claims.isUnverified) return [];
  const by = comparedWith(exchange, claims);
  if (by.length > 0) return by;
  return askedWords(exchange.certificate.thumbprint, lookLines(exchange));
}

/**
 * The same for a key of which only the SHA-256 is known (hex), as in a blob.
 * @param look the lines shown before the words are asked for
 * @throws Fault E-XK-DIFFERS
 */
export async function confirmThumbprint(
  thumbprint: string,
  look: readonly string[],
  claims: Claims,
): Promise<readonly ConfirmedBy[] | null> {
  if (claims.isUnverified) return [];
  const by = digestsOf(thumbprint, claims);
  return by.length > 0 ? by : askedWords(thumbprint, look);
}

/** Null if nobody can be asked, or they stopped. @throws Fault E-XK-DIFFERS */
async function askedWords(
  thumbprint: string,
  look: readonly string[],
): Promise<readonly ConfirmedBy[] | null> {
  const by = hasTerminal() ? await typed(thumbprint, look) : null;
  return by === null ? null : [by];
}

/** The claims that confirm the key; a false one refuses it. */
function comparedWith(
  { certificate, attestation }: ReadExchange,
  { name, sha256, words }: Claims,
): readonly ConfirmedBy[] {
  const byDigest = digestsOf(certificate.thumbprint, { sha256, words });
  if (name !== null && namesAnHsm(certificate)) checkExchangeSubject(certificate, name);
  // Anyone can write any name into a certificate: without its attestation it confirms nothing.
  const isNamed = name !== null && namesAnHsm(certificate) && attestation.verdict === "attested";
  return [...(isNamed ? (["hsm-name"] as const) : []), ...byDigest];
}

/** @throws Fault E-XK-DIFFERS */
function digestsOf(
  thumbprint: string,
  { sha256, words }: Pick<Claims, "sha256" | "words">,
): readonly ConfirmedBy[] {
  for (const digest of [sha256, words])
    if (digest !== null && digest !== thumbprint) throw fault("E-XK-DIFFERS");
  return [
    ...(sha256 === null ? [] : (["sha256"] as const)),
    ...(words === null ? [] : (["words"] as const)),
  ];
}

/** Those of 2020 have no HSM's name to compare. */
const namesAnHsm = ({ commonName }: Certificate): boolean => commonName !== "transfer-key";

/**
 * Shows the key, and asks for its words or its SHA-256 as the connected side has them.
 * @returns null if they stopped
 * @throws Fault E-XK-DIFFERS
 */
async function typed(
  thumbprint: string,
  look: readonly string[],
): Promise<"words" | "sha256" | null> {
  const words = hexWords(thumbprint);
  const ask = terminal();
  let said = `${[...look, ...ASKING].join("\n")}\n`;
  let [done, tries] = [0, 0];
  while (done < words.length) {
    const last = Math.min(done + WORDS_A_LINE, words.length);
    const prompt = `${said}Words ${String(done + 1)} to ${String(last)}: `;
    // After a wrong line, the same paste may contain a passphrase: it is not shown as words.
    const line = await ask({ prompt, isSecret: false, isFresh: tries > 0 });
    if (line === null) return null;
    if (digestOf(line) === thumbprint) return "sha256";
    const heard = digestOf(line) === null ? (line.toLowerCase().match(/[a-z]+/g) ?? []) : [];
    const isSame = heard.length > 0 && heard.every((word, i) => word === words[done + i]);
    done += isSame ? heard.length : 0;
    tries = isSame ? 0 : tries + 1;
    if (tries >= TRIES) throw fault("E-XK-DIFFERS");
    said = isSame ? "" : `${AGAIN}\n`;
  }
  return "words";
}

const ASKING = [
  "Type the words that the connected computer showed for this key, from its screen, from paper or as",
  "they are read aloud; or, where a paper has it instead, the SHA-256 of 64 digits in one line. The",
  "ones above are only what this file says: do not copy them.",
  `To stop, press Ctrl-C: ${SHA256} and ${WORDS} take them too, and ${UNVERIFIED}`,
  "uses a key that nobody can compare.",
];
const AGAIN =
  "This is not what belongs to this exchange key. Compare it once more and type it again; if it "
  + "differs, press Ctrl-C: it is another key.";

/** The key as a person compares it. */
function lookLines({ certificate, attestation, isRehearsal }: ReadExchange): readonly string[] {
  return [
    "The domain is encrypted for this exchange key: the person who made it can open all of it.",
    `Subject: ${shownName(certificate.commonName)}`,
    attestationLine(attestation, isRehearsal),
    ...digestLines(certificate),
  ];
}

export const digestLines = ({ thumbprint }: Pick<Certificate, "thumbprint">): readonly string[] => [
  `SHA-256: ${thumbprint}`,
  "In words:",
  ...allWordsOf(thumbprint),
];

const attestationLine = ({ verdict }: Attestation, isRehearsal: boolean): string => {
  if (verdict !== "attested") return "Not attested: nothing shows that a Managed HSM made it.";
  return isRehearsal
    ? "Attested under a rehearsal's root, which is not that of a genuine HSM."
    : "Attested: a genuine Managed HSM made it. Any Managed HSM could have: compare whose it is.";
};

/** Exit code if the key is unconfirmed. */
export const UNCONFIRMED_CODE = 3;

/** The flag that confirms this key, once a person has compared it. */
export const confirmingFlag = (thumbprint: string): string => `${SHA256} ${thumbprint}`;

/** If the key is unconfirmed: what it is, and the line to add. */
export function unconfirmed(
  exchange: ReadExchange,
  { name }: Claims,
): { readonly text: string; readonly data: JsonObject; readonly refusal: Fault } {
  const { certificate, attestation } = exchange;
  const add = confirmingFlag(certificate.thumbprint);
  return {
    text: [
      ...lookLines(exchange),
      ...(name === null
        ? []
        : [`${NAME} confirms only a key that is attested and has an HSM's name.`]),
      "Compare the SHA-256 or the words with what the connected computer showed for this key. Only if "
        + "they are the same, add this line to the command:",
      `  ${add}`,
    ].join("\n"),
    data: { ...exchangeData(certificate, attestation), add },
    refusal: fault("E-XK-UNCONFIRMED"),
  };
}

/** How a blob's exchange key was confirmed, with an emphatic warning if it was not. */
export function reportLines(
  { certificate, attestation, isRehearsal }: ReadExchange,
  by: readonly ConfirmedBy[],
  blobSha256: string,
): readonly string[] {
  return [
    ...(by.length === 0 ? LOUD : [confirmedLine(by)]),
    ...(by.length === 0 ? digestLines(certificate) : []),
    `Subject: ${shownName(certificate.commonName)}`,
    attestationLine(attestation, isRehearsal),
    `SHA-256 of the blob: ${blobSha256}`,
  ];
}

/** What confirms a key. */
export function confirmedLine(by: readonly ConfirmedBy[]): string {
  const said = {
    "hsm-name": `it is attested and has the name of the HSM that was given (${NAME})`,
    sha256: `its SHA-256 is the one that was given (${SHA256})`,
    words: "its words are those of the connected side",
  };
  return `The exchange key is confirmed: ${by.map((one) => said[one]).join("; ")}.`;
}

const LOUD = [
  "*** UNVERIFIED ***  NOBODY HAS CONFIRMED THIS EXCHANGE KEY.",
  "If it is not your HSM's, the person who made it can open the whole security domain with this blob.",
  "Before the blob leaves this machine, compare the SHA-256 or the words below with those that the",
  "connected computer showed. If they differ, destroy the blob.",
];

/** The members of `--json` for an exchange key, with or without a blob. */
export const exchangeData = (certificate: Certificate, { verdict }: Attestation) => ({
  exchange: spoken(certificate.thumbprint),
  exchangeWords: inWords(certificate.thumbprint),
  subject: shownName(certificate.commonName),
  attested: verdict === "attested",
});

/** Shown first and last if a blob is made for an unconfirmed key. */
export const NOBODY_CONFIRMED: Warning = {
  code: "W-XK-UNVERIFIED",
  message:
    "NOBODY HAS CONFIRMED THIS EXCHANGE KEY: if it is not your HSM's, the person who made it can "
    + "open the whole security domain with this blob.",
};
