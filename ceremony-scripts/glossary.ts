// The terms that a newcomer meets, each in the words of the scripts: the sentence that explains it.
import { BUILT_IN } from "./built-in.ts";
import { readScript } from "./schema.ts";

/** A term as scripts use it, and what the sentence that explains it contains. */
interface Term {
  readonly term: string;
  readonly used: RegExp;
  readonly explained: RegExp;
}

const term = (name: string, used: RegExp, explained: RegExp): Term => ({
  term: name,
  used,
  explained,
});

/** Every term, in the order in which a newcomer meets it. */
export const TERMS: readonly Term[] = [
  term("HSM", /\bHSM\b/, /a machine in which Azure keeps/),
  term("security domain", /\bsecurity domain\b/, /\bfile\b/),
  term("quorum", /\bquorum\b/, /\bthat number is called\b/),
  term("medium", /\b(medium|media)\b/, /\bsticks?\b/),
  term("transfer medium", /\btransfer medium\b/, /\bthe stick that goes between\b/),
  term("certificate", /\bcertificates?\b/, /\bpublic half\b/),
  term("SHA-256", /\bSHA-256\b/, /\bidentified by its SHA-256: a number\b/),
  term("thumbprint", /\bthumbprint\b/, /\bidentified by its thumbprint, a number\b/),
  term("exchange key", /\bexchange key\b/, /\bthe lock\b/),
  term("restore blob", /\bblob\b/, /\bThe resulting file is called the restore blob\b/),
  term("full backup", /\bfull backup\b/, /\bcopy of all keys\b/),
  term("custodian", /\bcustodian\b/, /\bkeeps\b/),
  term("head", /\bhead\b/, /\b(ten|sixteen) words that stand for\b/),
];

/** A term with its explanation, as a script says it. */
export interface GlossaryEntry {
  readonly term: string;
  readonly text: string;
}

/**
 * What the scripts themselves say of each term that some script explains: the sentence that does,
 * and the one before it where the term stands there.
 */
export function glossary(): readonly GlossaryEntry[] {
  const says = [...BUILT_IN.values()].flatMap((text) =>
    readScript(text, "").steps.map(({ say }) => say.replaceAll("{officer}", "1")),
  );
  return TERMS.flatMap(({ term: name, used, explained }) => {
    const found = says
      .filter((say) => used.test(say) && explained.test(say))
      .map((say) => around(say, used, explained))[0];
    return found === undefined ? [] : [{ term: name, text: found }];
  });
}

/** From the sentence in which the term stands first to the one that explains it. */
function around(say: string, used: RegExp, explained: RegExp): string {
  const sentences = say.split(/(?<=[.?])\s+/);
  const end = sentences.findIndex((_, i) => explained.test(sentences.slice(0, i + 1).join(" ")));
  const from = sentences.findLastIndex((sentence, i) => i <= end && used.test(sentence));
  return sentences.slice(Math.max(0, Math.min(from, end)), end + 1).join(" ");
}
