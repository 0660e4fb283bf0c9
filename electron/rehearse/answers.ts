// What the simulated people enter at each kind of step that asks for something; and the words they
// read aloud and write down.
import { hexWords } from "../../crypto/index.ts";
import { kindOf, type InputOf, type KindName, type Step } from "../../ceremony-scripts/index.ts";
import {
  copyObject,
  custodyObjects,
  deviationsWanted,
  officerOf,
  inTheRoom,
  oldObjects,
  openingWanted,
  sealedObjects,
  standingOf,
  type CeremonyView,
  type Deviation,
  type State,
} from "../ceremony/ceremony.ts";
import { verifyRecord } from "../journal/verify.ts";
import { imageAtOpening } from "../usecases/confirm-step.ts";
import { digestOf } from "../usecases/read-aloud.ts";
import { REHEARSAL_PEOPLE } from "../people/protocol.ts";
import { peopleFor } from "./rehearsal-people.ts";
import { stateOf, type Plan, type AskedStep } from "./rehearsed-step.ts";

type Answer<Name extends KindName> = (asked: AskedStep) => InputOf<Name> | Promise<InputOf<Name>>;

/** Kinds in which people must enter something. */
type Asking = {
  [Name in KindName]: Record<string, never> extends InputOf<Name> ? never : Name;
}[KindName];

const ANSWERS: { readonly [Name in Asking]: Answer<Name> } & {
  readonly [Name in KindName]?: Answer<Name>;
} = {
  open: ({ deps, plan }) => ({
    hsm: plan.hsm,
    bits: plan.bits,
    people: [...peopleFor(deps.script, plan)],
    renewed: [...plan.renewed],
    deviations: accepted(openingWanted(deps.script, leftIn(plan))),
  }),
  choose: ({ step, plan }) => ({ goTo: choiceOf(step, plan) }),
  // By default two officers accept; in a trial they first hear what the app says.
  "compare-exchange-key": ({ decided }) => ({
    decidedBy: decided === undefined ? [officerOf(1), officerOf(2)] : [...(decided ?? [])],
  }),
  "record-custody": bagAndAccept,
  "take-into-custody": bagAndAccept,
  "check-seals": sealsOn,
  "check-copy-seal": sealsOn,
  "check-objects": async (asked) => ({
    seals: await readBags(asked, [handedOn(stateOf(asked))]),
    ...decided(asked),
  }),
  "destroy-old": async (asked) => {
    const state = stateOf(asked);
    const old = oldObjects(state, officerOf(asked.step.seat ?? 0)).map(({ object }) => object);
    const seals = await readBags(asked, old, state.opened?.ceremony);
    const objects = seals.map(({ object, found, condition }) => ({
      object,
      found,
      condition,
      how: "REHEARSAL: cut to pieces",
    }));
    return { objects, ...decided(asked) };
  },
  "hand-off": handOn,
  "report-trouble": () => ({
    trouble: "forgotten",
    decidedBy: ["administrator", "witness"],
    happened: "REHEARSAL: the officer does not remember the passphrase.",
  }),
  "take-part": async ({ step, people }) => ({
    heard: await people.read({ paper: paperOf(officerOf(step.seat ?? 0)) }),
  }),
  "find-domain": ({ deps }) => ({
    origin:
      deps.script.name === "adoption"
        ? "REHEARSAL: made with openssl and az; the keys were in the officers' desks."
        : "REHEARSAL: the record is lost; the media are those of the officers.",
  }),
  "name-backup": ({ deps }) => ({
    container: "https://rehearsal.blob.core.windows.net/backups",
    folder: "newest",
    takenAt: deps.clock().toISOString().slice(0, 10),
  }),
};

/** What these people enter in the step. */
export async function answerTo(asked: AskedStep): Promise<object> {
  const answer: Answer<KindName> | undefined = ANSWERS[asked.step.action.kind];
  return answer?.(asked) ?? {};
}

/** The choice that people were told to make; a part only if there is one; else the first. */
export function choiceOf(
  { action, seat }: Step,
  { choices, parts }: Pick<Plan, "choices" | "parts">,
): string {
  const ids = (action.choices ?? []).map(({ goTo }) => goTo);
  const told = ids.find((id) => choices.includes(id));
  const isMissing = ids[0]?.startsWith("take-part-") === true && !parts.has(seat ?? 0);
  return told ?? (isMissing ? ids.at(-1) : ids[0]) ?? "";
}

/** What is read from the bags. In a rehearsal nobody has touched them. */
async function sealsOn(asked: AskedStep) {
  const {
    action: { kind, copy = "transfer" },
    seat = 0,
  } = asked.step;
  const of = kindOf(kind).readsSeals === "copy" ? copyObject(copy) : officerOf(seat);
  const objects = sealedObjects(stateOf(asked), of).map(({ object }) => object);
  const seals = await readBags(asked, objects);
  return { seals, ...decided(asked) };
}

/** What two of them decided about bags that differ. */
const decided = ({ decided: by, differing }: AskedStep) => ({
  decidedBy: [...(by ?? [])],
  accepted: [...(differing ?? [])],
});

/** @param before of this ceremony, if the bags are those of before it */
async function readBags({ people }: AskedStep, objects: readonly string[], before?: string) {
  const bags = await people.look({ objects, ...(before === undefined ? {} : { before }) });
  return bags.map(({ object, seal, place, custodian }) => ({
    object,
    found: seal,
    condition: "intact" as const,
    place,
    custodian,
  }));
}

/** One officer's backup medium goes to a bank, and comes back at the next hand-off. */
const AWAY = { to: "Priya Nair", place: "Site C, bank vault" };

export const handedOn = (state: State): string =>
  state.standing.objects.find(({ object }) => object.endsWith("backup medium"))?.object ?? "";

async function handOn(asked: AskedStep): Promise<InputOf<"hand-off">> {
  const moved = inTheRoom(stateOf(asked)).map(({ object, custodian }) => {
    const home = REHEARSAL_PEOPLE.find(({ role }) => object.startsWith(`${role} `));
    const back = {
      to: home?.name ?? "",
      place: `Site B, safe of ${(home?.role ?? "").replace("-", " ")}`,
    };
    return { object, from: custodian, ...(custodian === AWAY.to ? back : AWAY) };
  });
  const handOffs = moved.map(({ object, to, place }) => ({ object, to, place }));
  await asked.people.move({ moved: handOffs });
  return { handOffs, said: moved.flatMap(({ from, to }) => [from, to]), decidedBy: [] };
}

/** Deviations that may be accepted are accepted as in docs/limits.md. */
async function bagAndAccept(asked: AskedStep): Promise<InputOf<"record-custody">> {
  const state = stateOf(asked);
  const keepers = state.opened?.participants ?? [];
  const ceremony = state.opened?.ceremony ?? "";
  const objects = await asked.people.bag({ objects: custodyObjects(state), keepers, ceremony });
  const deviations = accepted(deviationsWanted(state, objects));
  return { objects: objects.map((object) => ({ ...object })), deviations };
}

const leftIn = ({ earlier }: Plan) =>
  earlier === null ? undefined : standingOf(verifyRecord(earlier).entries);

const accepted = (
  wanted: readonly Pick<Deviation, "rule">[],
): InputOf<"record-custody">["deviations"] =>
  wanted.map(({ rule }) => ({
    rule,
    reason: REASONS[rule],
    decidedBy: ["administrator", "witness"],
  }));

const REASONS: Readonly<Record<Deviation["rule"], string>> = {
  quorum: "Few officers are at hand; one of them may be ill or gone.",
  spare: "This is a rehearsal: nothing depends on these keys.",
  sites: "This is a rehearsal: the bags stay in this room.",
};

const noteOf = (what: string) => `SHA-256 of the ${what}`;
const paperOf = (officer: string): string => `head of the part of ${officer}`;

/**
 * The words that are heard in this step, all 32. Offline an officer copies those of the certificate
 * from the screen to the card, and later reads them from the card; the witness writes what is read
 * aloud on a note first, and later reads from there.
 */
export async function heardIn(asked: AskedStep): Promise<string> {
  const { deps, step, people } = asked;
  const { hears } = kindOf(step.action.kind);
  if (hears === null) return heardAtOpening(asked);
  const state = stateOf(asked);
  if (hears === "certificate") {
    const seat = step.seat ?? 0;
    const paper = `card of officer ${String(seat)}`;
    const thumbprint = state.officers[officerOf(seat)]?.made?.thumbprint ?? "";
    if (deps.station === "offline") await people.write({ paper, words: wordsOf(thumbprint) });
    return people.read({ paper });
  }
  const what = hears === "what" ? (step.action.what ?? "domain") : hears;
  const paper = noteOf(what);
  if (hears === "what") await people.write({ paper, words: wordsOf(digestOf(state, what)) });
  return people.read({ paper });
}

/**
 * Once a ceremony is opened, the words of the live image from its paper; these people read them
 * from the image itself. All 32, or "".
 */
export async function heardAtOpening(asked: AskedStep): Promise<string> {
  const isOpen = asked.step.action.kind === "open" && asked.deps.record.open !== null;
  const image = isOpen ? imageAtOpening(stateOf(asked)) : null;
  if (image === null) return "";
  const paper = "paper of the live image";
  await asked.people.write({ paper, words: wordsOf(image) });
  return asked.people.read({ paper });
}

/**
 * Writes down the words of a closed record's head, and those of an act signed on paper. An
 * officer's part is named after that officer.
 */
export async function writeDown<
  After extends Pick<CeremonyView, "actSigning" | "people" | "words">,
>({ people, step }: AskedStep, after: After): Promise<After> {
  const { signs } = kindOf(step.action.kind);
  if (signs === "act" && after.actSigning?.onPaper === true)
    await people.write({ paper: "paper of the act", words: after.actSigning.words.join(" ") });
  if (signs !== "record") return after;
  const [officer, more] = after.people.filter(({ role }) => role.startsWith("officer-"));
  const paper =
    officer === undefined || more !== undefined ? "head of the record" : paperOf(officer.role);
  await people.write({ paper, words: after.words.join(" ") });
  return after;
}

const wordsOf = (hex: string): string => hexWords(hex).join(" ");
