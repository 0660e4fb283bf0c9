// The terms that a newcomer meets, each explained by a sentence of the scripts.
import { english } from "../electron/text/english.ts";
import { spoken } from "../electron/text/from-script.ts";
import { list, sentence, type Id, type Sentence, type Value } from "../electron/text/sentence.ts";
import { BUILT_IN } from "./built-in.ts";
import { readScript } from "./schema.ts";

/** A term as scripts use it, and what the sentence that explains it contains. */
interface Term {
  readonly term: Sentence;
  readonly used: RegExp;
  readonly explained: RegExp;
}

const term = (id: Extract<Id, `terms.${string}`>, used: RegExp, explained: RegExp): Term => ({
  term: sentence(id),
  used,
  explained,
});

/** Every term, in the order in which a newcomer meets it. */
export const TERMS: readonly Term[] = [
  term("terms.hsm", /\bHSM\b/, /a machine in which Azure keeps/),
  term("terms.security-domain", /\bsecurity domain\b/, /\bfile\b/),
  term("terms.quorum", /\bquorum\b/, /\bthat number is called\b/),
  term("terms.medium", /\b(medium|media)\b/, /\bsticks?\b/),
  term("terms.transfer-medium", /\btransfer medium\b/, /\bthe stick that goes between\b/),
  term("terms.certificate", /\bcertificates?\b/, /\bpublic half\b/),
  term("terms.sha-256", /\bSHA-256\b/, /\bidentified by its SHA-256: a number\b/),
  term("terms.thumbprint", /\bthumbprint\b/, /\bidentified by its thumbprint, a number\b/),
  term("terms.exchange-key", /\bexchange key\b/, /\bthe lock\b/),
  term("terms.restore-blob", /\bblob\b/, /\bThe resulting file is called the restore blob\b/),
  term("terms.full-backup", /\bfull backup\b/, /\bcopy of all keys\b/),
  term("terms.custodian", /\bcustodian\b/, /\bkeeps\b/),
  term("terms.head", /\bhead\b/, /\b(ten|sixteen) words that stand for\b/),
];

/** A term with its explanation, as a script says it. */
export interface GlossaryEntry {
  readonly term: Sentence;
  readonly text: Value;
}

/**
 * The scripts' own explanation of each term: the sentence that explains it, and the one before if
 * the term is in it.
 */
export function glossary(): readonly GlossaryEntry[] {
  const says = [...BUILT_IN.values()].flatMap((text) =>
    readScript(text, "").steps.map(({ say }) => say),
  );
  return TERMS.flatMap(({ term: name, used, explained }) => {
    const found = says.find((say) => used.test(say) && explained.test(say));
    return found === undefined ? [] : [{ term: name, text: around(found, used, explained) }];
  });
}

/** From the first sentence with the term to the one that explains it. */
function around(say: string, used: RegExp, explained: RegExp): Value {
  const sentences = spoken(say);
  const texts = sentences.map(english);
  const end = texts.findIndex((_, i) => explained.test(texts.slice(0, i + 1).join(" ")));
  const from = texts.findLastIndex((one, i) => i <= end && used.test(one));
  return list(sentences.slice(Math.max(0, Math.min(from, end)), end + 1), " ");
}
