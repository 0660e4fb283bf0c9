// The simulated people of a rehearsal at the desk: a process with papers of its own. What real
// people wrote by hand is not on these papers; the crew reads it from the record instead.
import { join } from "node:path";
import { hexWords, isFault } from "../../crypto/index.ts";
import type { ReadAloud, Step } from "../../ceremony-scripts/index.ts";
import { headWords, verifyRecord } from "../journal/verify.ts";
import type { PeopleMethods } from "../people/protocol.ts";
import type { AskedStep } from "../rehearse/rehearsed-step.ts";
import { whoComes } from "../rehearse/rehearsal-people.ts";
import { hiddenIn } from "../session/folders.ts";
import { digestOf } from "../usecases/read-aloud.ts";
import type { OpenCeremony } from "./open-ceremony.ts";

/** The papers of this rehearsal's people, in the same place as for `sd rehearse`. */
export const papersOf = (media: string): string => join(hiddenIn(media), "papers.json");

/** Keys of rehearsals are small: people wait for them, and see the same. */
export const BITS = 2048;

/** What the crew knows about the current step. */
export function askedStep(open: OpenCeremony, step: Step, people: PeopleMethods): AskedStep {
  const { script, session } = open;
  const { plan } = session;
  const { clock } = session.stations[step.station];
  const record = { open: { entries: open.entries } };
  return {
    deps: { script, station: step.station, clock, record },
    step,
    people: withRecord(open, people),
    plan: { ...plan, bits: BITS, choices: [], ...whoComes(script, plan, []) },
  };
}

/** People who read the record if they have no paper. */
function withRecord(open: OpenCeremony, people: PeopleMethods): PeopleMethods {
  return {
    ...people,
    read: (asked) => unlessNoPaper(() => people.read(asked), wordsIn(open, asked.paper)),
    look: async ({ objects, ...rest }) => {
      const { opened, standing } = open.state;
      const known =
        rest.before === undefined ? standing.objects : (opened?.earlier[0]?.objects ?? []);
      const bags = objects.map((object) =>
        unlessNoPaper(
          () => people.look({ objects: [object], ...rest }),
          known.filter((one) => one.object === object),
        ),
      );
      return (await Promise.all(bags)).flat();
    },
  };
}

async function unlessNoPaper<Value>(ask: () => Promise<Value>, known: Value): Promise<Value> {
  try {
    return await ask();
  } catch (error) {
    if (isFault(error) && error.code === "E-PEOPLE-PAPER") return known;
    throw error;
  }
}

/** What real people have written on a paper of this name. */
function wordsIn({ state, session }: OpenCeremony, paper: string): string {
  const [, card] = /^card of officer (\d+)$/.exec(paper) ?? [];
  if (card !== undefined) return words(state.officers[`officer-${card}`]?.made?.thumbprint ?? "");
  const [, part] = /^head of the part of officer-(\d+)$/.exec(paper) ?? [];
  if (part !== undefined) {
    const bytes = session.plan.parts.get(Number(part));
    if (bytes === undefined) return "";
    const { head, closedBy } = verifyRecord(bytes);
    return headWords(head, closedBy === "paper").join(" ");
  }
  const [, what = ""] = /^SHA-256 of the (.+)$/.exec(paper) ?? [];
  return what === "" ? "" : words(digestOf(state, what as ReadAloud));
}

const words = (hex: string): string => hexWords(hex).join(" ");

/** The paper that notes that the crew made an officer's passphrase. */
const keyPaper = (seat: number): string => `passphrase of officer ${String(seat)}`;
const OURS = "simulated";

/** Notes who made the passphrase of a new key. */
export const noteKey = (people: PeopleMethods, seat: number, isOurs: boolean): Promise<null> =>
  people.write({ paper: keyPaper(seat), words: isOurs ? OURS : "a person" });

/** Whether the crew made this officer's passphrase: it knows no other. */
export async function hasKey(people: PeopleMethods, seat: number): Promise<boolean> {
  const note = await unlessNoPaper<string>(() => people.read({ paper: keyPaper(seat) }), "");
  return note === OURS;
}
