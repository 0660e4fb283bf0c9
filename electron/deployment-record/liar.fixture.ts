// The liar of a deployment's record: every member of every entry of an honest one changed to each other value that
// it could plausibly have, and every entry dropped, doubled, moved, of another person, time or type. Anyone can make
// the chain again, and another paper to sign, so only what the entries say is left to refuse a lie.
import { isFault, sha256Hex, utf8 } from "../../crypto/index.ts";
import { NOTHING_BEFORE, type Entry, type JsonData } from "../journal/journal.ts";
import { formsOf } from "../meaning/declared.fixture.ts";
import { changesOf, knownIn, someOf } from "../meaning/liar.fixture.ts";
import { NOW } from "../deployment/proofs/right.fixture.ts";
import { decide, decideSimulated, type Decided } from "./decisions.ts";
import { answeredPlan, rightFiles, withoutProtection } from "./deployment.fixture.ts";
import { ENTRIES, type NewEntry } from "./entries.ts";
import { fault } from "./faults.ts";
import { fold } from "./fold.ts";
import { meaningOf } from "./meaning.ts";
import { fateOf } from "./members.ts";
import { namedPlan } from "./named-plan.ts";
import { progressOf } from "./progress.ts";

export const DEPLOYMENT_FORMS = formsOf(ENTRIES);

const PLAN = namedPlan(answeredPlan());
const ASHA = "Asha Iyer";
const BALA = "Bala Menon";
const TWO: [string, string] = [ASHA, BALA];
const SECOND = 1000;
const READ = { from: "management.azure.com", as: "Asha Iyer (1f5e)", unread: [] };

/** An honest record, and the files that it names. */
interface Honest {
  readonly entries: readonly Entry[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Writes a record without a disk: what people do is decided as in the app. */
class Recorder implements Honest {
  readonly entries: Entry[] = [];
  readonly files = new Map([PLAN.bytes, PLAN.runbooks.bytes].map((one) => [sha256Hex(one), one]));
  now = NOW.getTime() - 3_600 * SECOND;

  constructor() {
    this.act({ act: "adopt", by: ASHA });
  }

  #situation() {
    this.now += 20 * SECOND;
    const state = fold(this.entries);
    const plan = state.plan === null ? null : PLAN;
    const draft = plan === null ? PLAN : null;
    return { mode: "REHEARSAL" as const, state, plan, draft, now: new Date(this.now) };
  }

  act(act: Decided["act"], files: readonly Uint8Array[] = [], read?: Decided["read"]): void {
    for (const bytes of files) this.files.set(sha256Hex(bytes), bytes);
    const given = read === undefined ? { act, files } : { act, files, read };
    this.add(...decide(this.#situation(), given));
  }

  simulate(what: "step" | "time", runbook: string, step: number): void {
    const entries = decideSimulated(this.#situation(), { what, runbook, step });
    for (const one of entries)
      if (one.type === "time-passed") this.now += one.data.minutes * 60_000;
    this.add(...entries);
  }

  add(...entries: readonly NewEntry[]): void {
    for (const { type, by, data } of entries)
      this.entries.push({
        ...{ type, by, data: structuredClone(data) as unknown as JsonData },
        ...{ at: new Date(this.now).toISOString(), station: "connected", seq: this.entries.length },
        ...{ prev: NOTHING_BEFORE, hash: "" },
      });
  }

  /** All steps of a runbook before this one, if two people start it despite what blocks it. */
  carryOut(
    runbook: string,
    before = Number.POSITIVE_INFINITY,
    shell: "bash" | "powershell" = "bash",
  ): void {
    const own = () =>
      progressOf(PLAN.runbooks.terms, fold(this.entries)).find(({ name }) => name === runbook)!;
    const blocks = own().blocks.flatMap(({ id, decided }) => (decided === null ? [id] : []));
    if (blocks.length > 0)
      this.act({ act: "decide", runbook, blocks, by: TWO, reason: "The pilot needs it." });
    for (const { n: step, terms } of own().steps) {
      if (step >= before) return;
      const at = { runbook, step };
      if (terms.twoPeople !== undefined) this.act({ act: "acknowledge", ...at, by: TWO });
      if (terms.commands !== undefined) this.act({ act: "run", ...at, by: BALA, shell });
      if ((terms.wait ?? 0) > 0) this.simulate("time", runbook, step);
      if (terms.wait !== undefined) this.act({ act: "wait", ...at, by: BALA });
      for (const check of terms.proofs)
        this.act({ act: "prove", ...at, check, by: "Chitra Rao" }, rightFiles(check));
      this.act({ act: "done", ...at, by: ASHA });
    }
  }
}

/** Two people carry out and close a deployment; the other one is in the hands of simulated people, with a ceremony. */
export function honestDeployments(): readonly [Honest, Honest] {
  const people = new Recorder();
  people.carryOut("provision", 3);
  const at = { runbook: "provision", step: 3 };
  people.act({ act: "acknowledge", ...at, by: TWO });
  people.act({ act: "run", ...at, by: BALA, shell: "powershell" });
  const prove = { act: "prove", ...at, by: BALA } as const;
  people.act({ ...prove, check: "purge-protection" }, withoutProtection());
  people.act({ ...prove, check: "purge-protection" }, rightFiles("purge-protection"), READ);
  people.act({ ...prove, check: "hsm-created" }, rightFiles("hsm-created"));
  people.act({ act: "done", ...at, by: ASHA });
  people.act({ act: "again", by: "Chitra Rao" }, withoutProtection());
  people.carryOut("public-access", undefined, "powershell");
  people.act({ act: "rerun", runbook: "public-access", by: TWO, reason: "A new endpoint." });
  people.act({ act: "close", by: TWO });

  const simulated = new Recorder();
  simulated.carryOut("provision");
  const step = { runbook: "activate", step: 1 };
  simulated.carryOut("activate", step.step);
  simulated.act({ act: "acknowledge", ...step, by: TWO });
  const { title, ceremony } = PLAN.runbooks.terms.find(({ runbook }) => runbook === "activate")!
    .steps[0]!;
  simulated.simulate("step", "activate", 1);
  simulated.add({
    type: "ceremony-linked",
    by: BALA,
    data: {
      ...{ ...step, title, script: ceremony!.scripts[0]!, hsm: ceremony!.hsm, unvouched: "anchor" },
      ...{ head: sha256Hex(utf8("head")), closedAt: "2026-11-26T09:00:00.000Z" },
    },
  });
  simulated.carryOut("keys");
  simulated.carryOut("storage");
  simulated.act({ act: "close", by: [BALA, "Chitra Rao"] });
  return [people, simulated];
}

/** An entry that lies, in which member: one of its data, of the entry itself, or "" if it is not where it was. */
interface Lie {
  readonly type: string;
  readonly member: string;
  readonly says: string;
  readonly entries: () => readonly Entry[];
}

const HOUR = 3_600_000;
const moved = ({ at, ...entry }: Entry, by: number): Entry => ({
  ...entry,
  at: new Date(Date.parse(at) + by).toISOString(),
});

/** @param other a record whose values it may have borrowed */
function liesAbout({ entries }: Honest, other: Honest): readonly Lie[] {
  const known = knownIn([entries, other.entries], DEPLOYMENT_FORMS);
  return entries.flatMap((entry, n) => {
    const { type } = entry;
    const lie = (member: string, says: string, told: () => readonly Entry[]): Lie => ({
      ...{ type, member, says: `entry ${n}: ${says}` },
      entries: () => told().map((one, seq) => ({ ...one, seq })),
    });
    const as = (member: string, says: string, change: (one: Entry) => Entry): Lie =>
      lie(member, says, () => entries.with(n, change(entry)));
    const foreign = other.entries.filter((one) => one.type === type).slice(0, 2);
    return [
      ...changesOf(type, entry.data as object, known, DEPLOYMENT_FORMS).map((one) =>
        as(one.member, one.says, () => ({ ...entry, data: one.data() as JsonData })),
      ),
      ...foreign.map((one) => as("", "as in another record", () => ({ ...entry, data: one.data }))),
      lie("", "dropped", () => entries.toSpliced(n, 1)),
      lie("", "there twice", () => entries.toSpliced(n, 0, entry)),
      lie("", "one place later", () =>
        entries.toSpliced(n, 2, ...entries.slice(n + 1, n + 2), entry),
      ),
      lie("", "last", () => [...entries.toSpliced(n, 1), entry]),
      lie("", "also ten places earlier", () => entries.toSpliced(Math.max(1, n - 10), 0, entry)),
      as("", "of another type", () => ({ ...entry, type: entries[n - 1]?.type ?? "wait-over" })),
      as("(station)", "at the other station", () => ({ ...entry, station: "offline" })),
      as("(at)", "an hour before", () => moved(entry, -HOUR)),
      lie("(at)", "an hour later, as all after it", () =>
        entries.map((one, i) => (i < n ? one : moved(one, HOUR))),
      ),
      ...[ASHA, BALA, "another", ""].flatMap((by) =>
        by === entry.by ? [] : [as("(by)", `by ${by}`, () => ({ ...entry, by }))],
      ),
    ];
  });
}

/** The code by which entries are refused, or what a verdict says of them. */
function verdictOn(
  entries: readonly Entry[],
  files: Honest["files"],
): { code: string; says: string } {
  try {
    const { told, ...meaning } = meaningOf(entries, (sort, sha256) => fileIn(files, sort, sha256), {
      readPlan: () => PLAN,
    });
    // Numbers of entries change with each that comes or goes.
    const listed = told.map((one) => ({ ...one, entry: 0 }));
    return { code: "", says: JSON.stringify([listed, meaning]) };
  } catch (error) {
    if (!isFault(error)) throw error;
    return { code: error.code, says: "" };
  }
}

/** Plans are text, all others are JSON: no file is found as one of another kind. */
function fileIn(files: Honest["files"], sort: string, sha256: string): Uint8Array {
  const bytes = files.get(sha256);
  const isPlan = sha256 === PLAN.sha256;
  const isRunbooks = sha256 === PLAN.runbooks.sha256;
  const is = isPlan ? "plans" : isRunbooks ? "runbooks" : "answers";
  if (bytes === undefined || sort !== is) throw fault("E-DEPLOY-FILE", { name: sha256 });
  return bytes;
}

/** Members of the entry itself, and that it is there: a verdict reports it. */
const OF_ENTRIES: Readonly<Record<string, string>> = { "": "told", "(at)": "told", "(by)": "told" };

/** How many of some lies came to what, and those that came to what the table does not say. */
export function checkLies(
  both: readonly [Honest, Honest],
  some: Parameters<typeof someOf>[2],
  draw: () => number,
) {
  const files = new Map(both.flatMap((one) => [...one.files]));
  const members = new Set<string>();
  const wrong: string[] = [];
  let [tried, refused] = [0, 0];
  for (const [honest, other] of [both, [both[1], both[0]]] as const) {
    const before = verdictOn(honest.entries, files);
    const lies = liesAbout(honest, other).filter(
      (lie) => JSON.stringify(lie.entries()) !== JSON.stringify(honest.entries),
    );
    for (const lie of someOf(lies, draw, some)) {
      const { type, member, says } = lie;
      const { code, says: verdict } = verdictOn(lie.entries(), files);
      const fate = OF_ENTRIES[member] ?? (fateOf(type, member) || "checked");
      const isAsSaid = code !== "" || (fate === "told" && verdict !== before.says);
      if (!isAsSaid) wrong.push(`${type} ${member}, ${says}: good`);
      members.add(`${type} ${member}`);
      tried += 1;
      if (code !== "") refused += 1;
    }
  }
  return { wrong, tried, refused, members: members.size };
}
