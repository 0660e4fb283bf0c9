// The app's own rules, with another text of one of their files.
import * as crypto from "../../crypto/index.ts";
import { alike, folded, isOfForm } from "../ceremony/ceremony.ts";
import { valuesIn } from "../record/fates.ts";
import type { meaningOf } from "./meaning.ts";
import type { Rules } from "./mutants.fixture.ts";
import { Room } from "./room.fixture.ts";

/** What is asked of a record by other files of this room has tests that ask for it by name. */
const NO_RULES = [
  "breach",
  "chain",
  "known-script",
  "members",
  "names-said",
  "notes",
  "reliance",

  "version",
];

/** The answers of a costly function of texts; they do not change. */
function once<Given extends readonly unknown[], Answer>(
  of: (...given: Given) => Answer,
): (...given: Given) => Answer {
  const known = new Map<string, () => Answer>();
  return (...given) => {
    const name = JSON.stringify(given, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString("base64") : value,
    );
    const answer = known.get(name) ?? answerOf(() => of(...given));
    known.set(name, answer);
    return answer();
  };
}

function answerOf<Answer>(of: () => Answer): () => Answer {
  try {
    const answer = of();
    return () => answer;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

const forms = new WeakMap<object, Map<string, boolean>>();
/** The data of examples never change. */
const isOfFormOnce: typeof isOfForm = (type, data) => {
  if (typeof data !== "object" || data === null) return isOfForm(type, data);
  const known = forms.get(data) ?? new Map<string, boolean>();
  forms.set(data, known);
  const is = known.get(type) ?? isOfForm(type, data);
  known.set(type, is);
  return is;
};

/** The same for a function of one text. */
function onceOf<Answer>(of: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const answer = known.get(text) ?? of(text);
    known.set(text, answer);
    return answer;
  };
}

const values = new WeakMap<object, ReturnType<typeof valuesIn>>();
const valuesInOnce: typeof valuesIn = (data, member) => {
  if (typeof data !== "object" || data === null || member !== "") return valuesIn(data, member);
  const found = values.get(data) ?? valuesIn(data, member);
  values.set(data, found);
  return found;
};

const OUTSIDE = {
  isOfForm: isOfFormOnce,
  valuesIn: valuesInOnce,
  folded: onceOf(folded),
  alike: once(alike),
  wordsIn: onceOf(crypto.wordsIn),
  lookalikesIn: onceOf(crypto.lookalikesIn),
  isAssigned: onceOf(crypto.isAssigned),
  readRecordCertificate: once(crypto.readRecordCertificate),
  readCertificate: once(crypto.readCertificate),
  checkAttestation: once(crypto.checkAttestation),
};

/** Entries before the first that is other than in an honest record change what is known, and break nothing. */
const SKIPPED: readonly (readonly [string, string])[] = [
  ["  isFirstAlone = false,\n", "  isFirstAlone = false,\n  from = 0,\n"],
  [
    "else ask(reading, entry, entries[i - 1]);",
    "else if (i < from) { checkFiles(reading, entry); advance(reading, entry); }"
      + " else ask(reading, entry, entries[i - 1]);",
  ],
];

type From = (
  ...given: [...Parameters<typeof meaningOf>, from: number]
) => ReturnType<typeof meaningOf>;

export async function ownRules(): Promise<Rules> {
  const room = await Room.open(import.meta.dirname, OUTSIDE, new Map([["meaning.ts", SKIPPED]]));
  return {
    texts: new Map([...room.texts].filter(([name]) => !NO_RULES.includes(name.slice(0, -3)))),
    with: (name, text, reach) => {
      const { meaningOf: ask } = room.load("meaning.ts", { name, text }, reach) as {
        readonly meaningOf: From;
      };
      return ({ entries, closed, script, from }) => {
        const { breaches, ...good } = ask({ entries, closed }, script, true, from);
        return JSON.stringify(breaches[0] ?? good);
      };
    },
  };
}
