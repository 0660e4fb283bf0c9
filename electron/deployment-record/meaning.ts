// Whether a deployment's record means what it says. Each of its acts is decided once more, on the state before
// it, the plan, what its runbooks asked, and the answers beside the record: what people did must be what they
// could have done.
import { isFault } from "../../crypto/index.ts";
import type { Mode } from "../ceremony/ceremony.ts";
import { NOTHING_BEFORE, type Entry } from "../journal/journal.ts";
import { checkVersion, versionIn } from "../meaning/meaning.ts";
import type { ToldEntry } from "../record/fates.ts";
import { AdoptedPlans, type AdoptedPlan, type FileOf } from "./adopted-plans.ts";
import { decidedOtherwise, type Asked } from "./again.ts";
import { fault } from "./faults.ts";
import { fold, typed, type KeptEntry } from "./fold.ts";
import { toldIn } from "./members.ts";
import { namedPlan } from "./named-plan.ts";
import { NEWEST, PROOFS_SINCE } from "./rules.ts";
import { NOT_BEGUN } from "./state.ts";
import { kept, STATION } from "./store.ts";
import { timesOf, type Times } from "./times.ts";

/** What a record of a deployment says, and what of it was not compared. */
export interface DeploymentMeaning extends Times {
  readonly mode: Mode;
  readonly title: string;
  /** SHA-256 of the plan in force at the end. */
  readonly plan: string;
  /** Two people who closed it on paper, as it says; empty while it is open. */
  readonly closedBy: readonly string[];
  /** Everyone it names, each once. */
  readonly people: readonly string[];
  /** Ceremonies that it links: their entries and heads. The records are not beside it. */
  readonly linked: readonly { readonly entry: number; readonly head: string }[];
  /** The version of the rules under which it was written. */
  readonly rules: number;
  /** Entries that adopt a plan with other runbooks than this version's: acts were checked by those. */
  readonly otherRunbooks: readonly number[];
  /** Runbooks of a record of version 1 with steps that this version does not know. */
  readonly unknownRunbooks: readonly string[];
  /** Entries with something that this version of the program computes otherwise. */
  readonly otherwise: readonly number[];
  /** Each entry, with its values that no rule compares. */
  readonly told: readonly ToldEntry[];
}

/** What a record may ask of its reader: far more than people do in years, and seconds of work. */
const ENTRIES_MAX = 20_000;
/** Of answers and runbooks together: of each act the answers that it evaluates, and the runbooks by which it is decided. */
const WORK_MAX = 512 * 1024 * 1024;

/**
 * Checks every entry against those before it.
 * @param today the version since which proofs have the same results, and how a plan is read
 * @throws Fault E-RULES-NEWER, E-DEPLOY-RECORD, -FILE, -LARGE, E-PLAN-*; E-DEPLOY-MEANING of the first entry that
 * cannot be so
 */
export function meaningOf(
  entries: readonly Entry[],
  file: FileOf,
  { proofsSince = PROOFS_SINCE, readPlan = namedPlan } = {},
): DeploymentMeaning {
  checkVersion(entries[0], "deployment-begun", NEWEST);
  if (entries.length > ENTRIES_MAX) throw fault("E-DEPLOY-LARGE");
  const elsewhere = entries.find(({ station }) => station !== STATION);
  if (elsewhere !== undefined || entries[0]?.prev !== NOTHING_BEFORE)
    throw fault("E-DEPLOY-RECORD", { n: elsewhere?.seq ?? 0 });
  const plans = new AdoptedPlans(entries, file, readPlan);
  let left = WORK_MAX;
  const spend = (bytes: Uint8Array): Uint8Array => {
    left -= bytes.length;
    if (left < 0) throw fault("E-DEPLOY-LARGE");
    return bytes;
  };
  const answer: FileOf = (sort, sha256) => spend(file(sort, sha256));
  const version = versionIn(entries[0]);
  const asked = { version, areProofsOurs: version >= proofsSince, unknown: plans.unknown };
  const mode = modeOf(entries);
  let state = NOT_BEGUN;
  let plan: AdoptedPlan | null = null;
  const otherwise = new Set<number>();
  const otherRunbooks: number[] = [];
  for (let n = 0; n < entries.length;) {
    const group = groupAt(entries, n);
    const before = { mode, state, plan };
    if (plan !== null) spend(plan.runbooks.bytes);
    state = fold(group, state);
    const named = typed(group);
    const [first] = named;
    const draft = first?.type === "plan-adopted" ? plans.of(first.data) : null;
    for (const at of differing({ ...before, draft }, named, n, answer, asked)) otherwise.add(at);
    if (draft?.isOurs === false) otherRunbooks.push(n);
    plan = draft ?? plan;
    n += group.length;
  }
  const all = typed(entries);
  return {
    mode,
    title: plan?.read.plan.title ?? "",
    plan: state.plan?.sha256 ?? "",
    closedBy: state.closed?.by ?? [],
    people: [...new Set(all.flatMap((one) => [one.by, ...peopleIn(one)]))],
    linked: all.flatMap(({ type, data }, entry) =>
      type === "ceremony-linked" ? [{ entry, head: data.head }] : [],
    ),
    rules: version,
    otherRunbooks,
    unknownRunbooks: [...plans.unknown],
    otherwise: [...otherwise],
    ...timesOf(entries),
    told: toldIn(entries),
  };
}

/** The same, with the files in the record's folder. @throws Fault as `meaningOf` */
export const meaningIn = (folder: string, entries: readonly Entry[]): DeploymentMeaning =>
  meaningOf(entries, (sort, sha256) => kept(folder, sort, sha256));

const modeOf = ([first]: readonly Entry[]): Mode => {
  const data = first?.data as { readonly mode?: Mode } | undefined;
  return data?.mode ?? "REHEARSAL";
};

const peopleIn = ({ data }: KeptEntry): readonly string[] =>
  "people" in data ? data.people : "present" in data ? data.present : [];

/** The entries of one act: the last step and its runbook, all checks at once. */
function groupAt(entries: readonly Entry[], n: number): readonly Entry[] {
  const [first, second] = entries.slice(n, n + 2);
  if (first?.type === "proof-judged") {
    const checks = new Set([checkIn(first)]);
    let end = n + 1;
    for (; end < entries.length; end += 1) {
      const one = entries[end];
      if (one === undefined || !isOfSameReading(first, one) || checks.has(checkIn(one))) break;
      checks.add(checkIn(one));
    }
    return entries.slice(n, end);
  }
  const isPair = first?.type === "step-finished" && second?.type === "runbook-finished";
  return entries.slice(n, n + (isPair ? 2 : 1));
}

/** The check that an entry of any form names. */
const checkIn = ({ data }: Entry): unknown => (data as { readonly check?: unknown } | null)?.check;

/** Whether both were recorded when one person had all checks evaluated again. */
function isOfSameReading(first: Entry, second: Entry): boolean {
  const [one, other] = [first.data, second.data] as readonly Partial<
    Record<"runbook" | "answers" | "read", unknown>
  >[];
  return (
    second.type === "proof-judged"
    && one?.runbook === ""
    && other?.runbook === ""
    && first.by === second.by
    && JSON.stringify(one.answers) === JSON.stringify(other.answers)
    && JSON.stringify(one.read) === JSON.stringify(other.read)
  );
}

/** The entries of an act with something computed otherwise. @throws Fault E-DEPLOY-MEANING, -FILE */
function differing(
  before: Omit<Parameters<typeof decidedOtherwise>[0], "now">,
  group: readonly KeptEntry[],
  n: number,
  file: FileOf,
  asked: Asked,
): readonly number[] {
  const [first] = group;
  if (first === undefined) return [];
  const files = first.type === "proof-judged" ? filesOf(first.data.answers, file) : [];
  try {
    const others = decidedOtherwise({ ...before, now: new Date(first.at) }, group, files, asked);
    return others.map((one) => n + group.indexOf(one));
  } catch (error) {
    if (!isFault(error)) throw error;
    throw fault("E-DEPLOY-MEANING", { n, code: error.code });
  }
}

/** The answers of an entry, each read once however often it is named. */
function filesOf(answers: readonly string[], file: FileOf): readonly Uint8Array[] {
  const read = new Map([...new Set(answers)].map((one) => [one, file("answers", one)]));
  return answers.flatMap((one) => read.get(one) ?? []);
}
