// Simulated people in front of the real desk: they do what a window asks of people, by the methods
// of the bridge alone, and every view that the window would show is kept under a name.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setImmediate, setTimeout as sleep } from "node:timers/promises";
import { readScript, BUILT_IN, type Script, type Step } from "../../ceremony-scripts/index.ts";
import { Fault, isFault, random, sha256Hex, utf8 } from "../../crypto/index.ts";
import type { Reply, ReplyOf, RequestOf } from "../../electron/bridge/contract.ts";
import type { Method } from "../../electron/bridge/methods.ts";
import type { CeremonyName, WindowView } from "../../electron/bridge/view.ts";
import { checkerHere } from "../../electron/desk/checker.fixture.ts";
import { Desk } from "../../electron/desk/desk.ts";
import type { DeskOptions } from "../../electron/desk/options.ts";
import { rehearsalStation } from "../../electron/hsm/azure/rehearsal-client.ts";
import type { AskedHsm, Progress } from "../../electron/hsm/hsm.ts";
import { readRecord } from "../../electron/journal/journal.ts";
import { verifyRecord } from "../../electron/journal/verify.ts";
import { readNetwork } from "../../electron/network/network.ts";
import type { PeopleMethods } from "../../electron/people/protocol.ts";
import { asData } from "../../electron/pipe/pipe.ts";
import { startRehearsalHsm } from "../../electron/rehearsal-hsm/rehearsal-hsm.ts";
import { heardIn, writeDown } from "../../electron/rehearse/answers.ts";
import { performBy, pointsToAccept, TWO } from "../../electron/rehearse/hands.ts";
import { startPeople, type People } from "../../electron/rehearse/people-process.ts";
import { whoComes } from "../../electron/rehearse/rehearsal-people.ts";
import type { AskedStep } from "../../electron/rehearse/rehearsed-step.ts";
import {
  ceremoniesIn,
  latestIn,
  partsIn,
  STATIONS,
  stationFolder,
} from "../../electron/session/folders.ts";
import type { HsmPlace, RunningHsm } from "../../electron/session/session.ts";
import { vaultsHere } from "../../electron/vault/here.fixture.ts";
import { nameOf, type Recording, type Replies } from "./recording.fixture.ts";

/** How long an HSM's work and the wait before a restore would take: each ends once it was seen. */
const WAIT_SECONDS = 600;
const POLL_SECONDS = 0.2;
/** Only what never ends is given up: on a busy machine a step takes minutes. */
const PATIENCE_MS = 900_000;

const SEEN = { projector: true, camera: true };
/** Read once: every view asks for it. */
const NETWORK = readNetwork();

/** What the system's dialogs give: a set changes it as it goes. */
export interface Given {
  record: Awaited<ReturnType<DeskOptions["chooseRecord"]>>;
  site: Awaited<ReturnType<DeskOptions["chooseSite"]>>;
  keyList: Uint8Array | null;
  sas: string | null;
  logs: Awaited<ReturnType<DeskOptions["chooseLogs"]>>;
  /** How many days later it is for the desk. */
  days: number;
  /** Of a first ceremony. */
  proposedCounts: NonNullable<DeskOptions["proposedCounts"]>;
}

/** Where things are: the recordings' folder, this set's home, and the command line's own file. */
export interface Places {
  readonly recordings: string;
  readonly home: string;
  readonly entry: string;
  /** Where a home is put aside. */
  readonly aside: (name: string) => string;
}

type Entered = RequestOf<"perform">["input"];

/** How the people of a ceremony choose, where a choice is theirs. */
export interface Ways {
  readonly choices?: readonly string[];
  readonly officer?: number;
}

/** What was there before a ceremony, which is named by its folder. */
interface Before extends Pick<AskedStep["plan"], "earlier" | "parts"> {
  readonly ceremony: string;
}

export class Recorder {
  /** The name under which views are kept now. */
  set: string;
  readonly given: Given = {
    record: null,
    site: null,
    keyList: null,
    sas: null,
    logs: null,
    days: 0,
    proposedCounts: { officers: 3, quorum: 2 },
  };
  /** Every view of an open ceremony is kept, not those alone that a set names. */
  keepsAll = true;
  /** The officers who are called say that they are there. */
  comes = true;
  desk: Desk;
  readonly people: PeopleMethods;
  readonly #places: Places;
  readonly #come: People;
  #before: Before | null = null;
  /** The seconds of the wait before a restore, once it was seen. */
  #waited = 0;
  #changed: (view: WindowView) => void = () => undefined;

  private constructor(set: string, places: Places, come: People) {
    this.set = set;
    this.#places = places;
    this.#come = come;
    this.people = come.call;
    this.desk = this.#newDesk();
  }

  static async start(set: string, places: Places): Promise<Recorder> {
    const papers = join(places.home, "papers.json");
    return new Recorder(set, places, await startPeople(places.entry, papers));
  }

  async end(): Promise<void> {
    await this.desk.shut();
    await this.#come.end();
  }

  /** The app is closed, and opened again. */
  async restart(): Promise<WindowView> {
    await this.desk.shut();
    this.desk = this.#newDesk();
    return this.look();
  }

  look(): Promise<WindowView> {
    return this.desk.look();
  }

  get media(): string {
    return join(this.rehearsals, "1");
  }

  get rehearsals(): string {
    return join(this.#places.home, "rehearsals");
  }

  /** What main would answer: a refusal is data. */
  async ask<M extends Method>(method: M, request: RequestOf<M>): Promise<Reply<M>> {
    // The desk has one signature for each method; here it is only known to be one of them.
    const asked = this.desk[method] as unknown as (request: RequestOf<M>) => Promise<ReplyOf<M>>;
    try {
      return { ok: await asked(request) };
    } catch (error) {
      if (!isFault(error)) throw error;
      return { fault: asData(error) };
    }
  }

  /** A recording that was made before. */
  read(name: string): Recording {
    const file = join(this.#places.recordings, `${name}.json`);
    return JSON.parse(readFileSync(file, "utf8")) as Recording;
  }

  /** A file that a person chooses in the system's dialog, in a folder of its own. */
  chosen(name: string, bytes: Uint8Array): string {
    const path = join(mkdtempSync(`${this.#places.home}-chosen-`), name);
    writeFileSync(path, bytes);
    return path;
  }

  /** Puts the home as it is now aside, for other sets to start from. No ceremony may be open. */
  async putAside(name: string): Promise<void> {
    const half = `${this.#places.aside(name)}.half`;
    cpSync(this.#places.home, half, { recursive: true });
    renameSync(half, this.#places.aside(name));
  }

  /** Keeps this view as it is now, with what main answers there. The first of a name is kept. */
  keep(name: string, view: WindowView, replies: Replies = {}): void {
    const file = join(this.#places.recordings, `${name}.json`);
    if (existsSync(file)) return;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ name, view, replies } satisfies Recording));
  }

  /** Keeps the view of the open ceremony under the name of what is happening. */
  keepNow(view: WindowView, replies: Replies = {}): void {
    this.keep(nameOf(this.set, view), view, replies);
  }

  /** Continues with the ceremony until this holds, or to its end. */
  async go(ways: Ways, end: (view: WindowView) => boolean): Promise<WindowView> {
    for (;;) {
      const view = await this.look();
      if (end(view) || view.ceremony?.closed === true) return view;
      if (this.keepsAll && view.ceremony?.step != null) this.keepNow(view);
      await this.step(view, ways);
    }
  }

  /** Continues until this step comes. */
  goTo(id: string, ways: Ways = {}): Promise<WindowView> {
    return this.go(ways, ({ ceremony }) => ceremony?.step?.id === id && !ceremony.isPerformed);
  }

  /** Does what the window asks for now: performs the step, or confirms it. */
  async step(view: WindowView, ways: Ways = {}): Promise<WindowView> {
    const { ceremony, open } = view;
    if (open === null || ceremony?.step == null) throw new Error("no step is left");
    const step = ceremony.step.id;
    if (view.resumption !== null) return this.desk.resume({});
    if (ceremony.isPerformed) return this.desk.confirm({ step });
    const asked = this.#asked(view, ways);
    if (view.activity.kind === "hearing") await this.#hear(view, asked);
    const after = await this.#performed(view, asked);
    if (after.refusal !== null) throw new Error(`${step}: ${after.refusal.code}`);
    if (after.ceremony !== null) await writeDown(asked, after.ceremony);
    return after;
  }

  /** Performs the step; where two people must decide something first, they do. */
  #performed(view: WindowView, asked: AskedStep): Promise<WindowView> {
    const step = asked.step.id;
    return performBy(asked, {
      perform: async (input) => {
        const after = await this.perform(step, { ...input });
        if (after.refusal?.code !== "E-PREFLIGHT-DECIDE") return after;
        this.keepNow(after);
        throw new Fault(after.refusal.code, after.refusal);
      },
      decide: (refusal) => {
        const name = `${nameOf(this.set, view)}/${refusal.code.toLowerCase()}`;
        if (refusal.code === "E-SEALS-CHANGED")
          this.keep(name, view, { perform: { fault: asData(refusal) } });
        return true;
      },
      accept: async () => {
        const points = pointsToAccept((await this.look()).preflight);
        return this.desk.points({ step, points: [...points], decidedBy: [...TWO] });
      },
    });
  }

  /** Performs the step with this, and waits until nothing runs any more. */
  async perform(step: string, input: Entered): Promise<WindowView> {
    await this.desk.perform({ step, input, witnessed: SEEN });
    return this.#settled();
  }

  #settled(): Promise<WindowView> {
    return this.until(({ activity }) => activity.kind === "idle" || activity.kind === "hearing");
  }

  /** Waits until the room is so. */
  async until(is: (view: WindowView) => boolean): Promise<WindowView> {
    const late = AbortSignal.timeout(PATIENCE_MS);
    let view = await this.look();
    while (!is(view)) {
      if (late.aborted) throw new Error(`nothing happens: ${JSON.stringify(view.activity)}`);
      const changed = new Promise<WindowView>((resolve) => (this.#changed = resolve));
      // What changed before a test waited for it is looked up.
      view = await Promise.race([changed, sleep(250).then(() => this.look())]);
    }
    return view;
  }

  /** Words are written on paper where they are shown, and read from there. */
  async #hear({ activity }: WindowView, asked: AskedStep): Promise<void> {
    const { step } = asked;
    const words = (await heardIn(asked)).split(" ");
    if (activity.kind === "hearing" && activity.phase === "copy")
      this.#see(await this.desk.copied({ step: step.id }));
    for (let at = 0; at < words.length; at += 4) {
      const line = words.slice(at, at + 4);
      // The second line is misheard once.
      if (at === 4) this.#see(await this.desk.hear({ step: step.id, words: line.toReversed() }));
      this.#see(await this.desk.hear({ step: step.id, words: line }));
    }
  }

  /** What these people know of the step. */
  #asked({ open, ceremony, home, bits }: WindowView, ways: Ways): AskedStep {
    const script = scriptOf(open ?? "activation");
    const now = ceremony?.step;
    const step = script.steps.find(({ id }) => id === now?.id);
    if (now == null || step === undefined) throw new Error("no step is left");
    const { earlier, parts } = this.#goesOnFrom(script);
    const { choices = [], officer } = ways;
    const plan = {
      ...({
        hsm: home.proposedHsm,
        earlier,
        parts,
        anchor: "none",
        stamps: [],
        backup: null,
      } as const),
      ...whoComes(script, { earlier, parts }, officer === undefined ? [] : [officer]),
      bits: bits === 4096 ? 2048 : bits,
      keysSeen: null,
      choices,
    };
    return { deps: this.#deps(script, step), step, people: this.people, plan };
  }

  /** What the open ceremony continues from, read once: while it is open, that stays as it is. */
  #goesOnFrom(script: Script): Before {
    const all = ceremoniesIn(this.#mediaNow);
    const ceremony = all.at(-1)?.folder ?? "";
    if (this.#before?.ceremony === ceremony) return this.#before;
    const latest = latestIn(all);
    const earlier = script.continues ? latest : null;
    const parts = latest === null ? new Map() : partsIn(all, verifyRecord(latest).head);
    this.#before = { ceremony, earlier, parts };
    return this.#before;
  }

  #deps(script: Script, { station }: Step): AskedStep["deps"] {
    const ceremony = ceremoniesIn(this.#mediaNow).at(-1);
    const copies =
      ceremony === undefined
        ? []
        : STATIONS.map((at) => readRecord(stationFolder(ceremony, at))?.entries ?? []);
    const entries = copies.reduce((a, b) => (a.length >= b.length ? a : b), []);
    return { script, station, clock: () => new Date(), record: { open: { entries } } };
  }

  /** The folder of the newest rehearsal. */
  get #mediaNow(): string {
    const numbers = [1, 2, 3, 4].filter((n) => existsSync(join(this.rehearsals, String(n))));
    return join(this.rehearsals, String(numbers.at(-1) ?? 1));
  }

  #see(view: WindowView): void {
    this.#changed(view);
    const { open, activity, ceremony } = view;
    if (activity.kind === "working" && activity.waiting?.what === "restore-wait")
      this.#waited = WAIT_SECONDS;
    // A set keeps the end itself, with the papers that main names there.
    if (open !== null && this.keepsAll && ceremony?.closed !== true) this.keepNow(view);
    if (activity.kind !== "calling" || !this.comes) return;
    const { seat } = activity;
    // The call is shown before its answer can be taken; what is shown again was answered already.
    void setImmediate().then(() => this.ask("answer", { seat, here: true }));
  }

  #newDesk(): Desk {
    const { home, entry } = this.#places;
    const { given } = this;
    const clock = () => inSeconds(given.days * 86_400 + this.#waited);
    return new Desk({
      roots: { rehearsals: this.rehearsals, production: join(home, "production") },
      rehearsalOnly: null,
      hooks: {
        vaults: vaultsHere,
        network: () => NETWORK,
        traces: () => ({ cores: false, swaps: [] }),
        startHsm,
        patience: 1,
        pollSeconds: POLL_SECONDS,
        restoreWaitSeconds: WAIT_SECONDS,
        clock: () => inSeconds(this.#waited),
        seeSeconds: 0,
        software: { version: "0.1.0", commit: "0".repeat(40), runtime: "Electron 45.4.1" },
      },
      // A vault that takes what was typed, or not, says so itself.
      type: async (invitation) => {
        await this.people.type(invitation).catch(() => undefined);
        return true;
      },
      proposedCounts: given.proposedCounts,
      people: (papers) => startPeople(entry, papers),
      crewPace: 0,
      openRoom: () => undefined,
      drives: { list: async () => [], eject: async () => undefined, everyMs: 2000 },
      chooseRecord: async () => given.record,
      chooseRecords: async () => null,
      chooseSite: async () => given.site,
      chooseKeyList: async () => given.keyList,
      chooseCollateral: async () => null,
      chooseStamps: async () => null,
      chooseSas: async () => given.sas,
      chooseLogs: async () => given.logs,
      startChecker: (checking) => checkerHere(checking, clock),
      choosePlan: async () => null,
      chooseAnswers: async () => null,
      startDeployment: () => Promise.reject(new Error("deployment.test.ts shows the deployment")),
      startReader: () => Promise.reject(new Error("deployment.test.ts shows what is read")),
      startSubscription: () => Promise.reject(new Error("deployment.test.ts shows the rehearsal")),
      choosePhotographs: async () => null,
      showPhotographs: () => undefined,
      chooseFolder: async () => null,
      copy: async () => undefined,
      keepTheme: () => undefined,
      language: () => "en",
      keepLanguage: () => undefined,
      save: async ({ name }) => name,
      print: async () => "save",
      clock,
      confirmMs: 0,
      pause: async () => undefined,
      show: (view) => {
        this.#see(view);
      },
    });
  }
}

/**
 * The built-in HSM, in this process: on a busy machine one of its own may start too late. Who asks
 * what it works at hears once that it does; then it is done.
 */
async function startHsm({ name, dir, store, quote }: HsmPlace): Promise<RunningHsm> {
  let worked = 0;
  const running = await startRehearsalHsm({
    name,
    dir,
    store,
    quote,
    pendingSeconds: WAIT_SECONDS,
    clock: () => inSeconds(worked),
    random,
  });
  const heard = async <Status extends Progress>(asked: Promise<Status>): Promise<Status> => {
    const status = await asked;
    if (status.state === "running") worked += WAIT_SECONDS;
    return status;
  };
  const hsm = rehearsalStation({ name, ...running });
  const client: AskedHsm = {
    ...hsm,
    downloadStatus: () => heard(hsm.downloadStatus()),
    uploadStatus: () => heard(hsm.uploadStatus()),
    backupStatus: (job) => heard(hsm.backupStatus(job)),
    restoreStatus: (job) => heard(hsm.restoreStatus(job)),
    checkStatus: (of, job) => heard(hsm.checkStatus(of, job)),
  };
  return { client: () => Promise.resolve(client), isGone: () => false, end: () => running.close() };
}

const inSeconds = (seconds: number): Date => new Date(Date.now() + seconds * 1000);

function scriptOf(name: CeremonyName): Script {
  const text = BUILT_IN.get(name) ?? "";
  return readScript(text, sha256Hex(utf8(text)));
}
