// What other rooms ask of a record, as one text: `meaning.ts`, which asks the rules, is tried by it. And
// records that are none, of which they may ask as well.
import { isFault } from "../../crypto/index.ts";
import { NEWEST } from "./breach.ts";
import type { Example } from "./examples.fixture.ts";
import { OTHER } from "./lie.fixture.ts";
import type * as Meaning from "./meaning.ts";
import type { Rules } from "./mutants.fixture.ts";
import type { Entry } from "./reading.ts";
import { Room } from "./room.fixture.ts";

/** Codes despite which two people continue. */
const DESPITE = [null, [], ["E-MEAN-BY"]];

/** The app's own rules, with another text of one of their files, asked all that there is to ask. */
export async function askedRules(): Promise<Rules> {
  const room = await Room.open(import.meta.dirname, {}, new Map());
  return {
    texts: room.texts,
    with: (name, text, reach) => {
      const { checkMeaning, meaningIfKnown, meaningOf } = room.load(
        "meaning.ts",
        { name, text },
        reach,
      ) as typeof Meaning;
      return (example) => {
        const sought: unknown[] = [];
        const own = (sha256: unknown) => {
          sought.push(sha256);
          return sha256 === example.script.sha256 ? example.script : null;
        };
        const [first, ...others] = [
          ...DESPITE.map((codes) => answerOf(() => checkMeaning(example, own, codes))),
          answerOf(() => meaningIfKnown(example, own)),
          answerOf(() => meaningOf(example, example.script, true)),
        ];
        return JSON.stringify({ ...first, others, sought });
      };
    },
  };
}

function answerOf(ask: () => object | null): object | null {
  try {
    return ask();
  } catch (error) {
    if (!isFault(error)) throw error;
    const { code, message, overrulable } = error;
    return { code, message, overrulable };
  }
}

/** Of a good record: records without a first entry of their form, and others that no ceremony has. */
export function oddRecords(good: Example): readonly Example[] {
  const { entries } = good;
  const [first, last] = [entries[0]!, entries.at(-1)!];
  const opened = first.data as object;
  const beginning = (data: Entry["data"]): Pick<Example, "entries"> => ({
    entries: [{ ...first, data }, ...entries.slice(1)],
  });
  const by = (n: number, writer: string): Entry => ({ ...entries[n]!, by: writer });
  const done = entries.flatMap(({ type }, n) => (type === "step-done" ? [n] : []));
  const odd: Readonly<Record<string, Partial<Example>>> = {
    "it has no entry": { entries: [] },
    "it begins with its second entry": { entries: entries.slice(1) },
    "its first entry is a text": beginning("opened"),
    "its first entry is of another form": beginning({ ...opened, mode: 1 }),
    "it names its script by a list": beginning({ ...opened, scriptSha256: [OTHER] }),
    "its script is another one": beginning({ ...opened, scriptSha256: OTHER }),
    "it is of later rules": beginning({ ...opened, rules: NEWEST + 1 }),
    "it was not closed": { closed: false },
    "it is said to be closed, and nothing closes it": {
      entries: entries.slice(
        0,
        entries.findIndex(({ type }) => type === "closing"),
      ),
    },
    "its last entry is of no type": { entries: [...entries, { ...last, type: "constructor" }] },
    "two steps were confirmed by nobody": {
      entries: entries.map((one, n) => (done.slice(0, 2).includes(n) ? by(n, "app") : one)),
    },
    "it breaks two rules at its beginning": {
      entries: [
        { ...first, by: "nobody", data: { ...opened, ceremony: "ours" } },
        ...entries.slice(1),
      ],
    },
  };
  return Object.entries(odd).map(([name, change]) => ({ ...good, ...change, name }));
}
