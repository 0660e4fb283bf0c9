// The simulated crew at the desk of a rehearsal: it takes seats, and does what the window asks of
// those in them, with the window's own methods. Its passphrases stay in the people's process.
import { existsSync } from "node:fs";
import { kindOf } from "../../ceremony-scripts/index.ts";
import { isFault } from "../../crypto/index.ts";
import type { RequestOf } from "../bridge/contract.ts";
import type { CrewDeed, CrewView, Pace } from "../bridge/crew-view.ts";
import type { WindowView } from "../bridge/view.ts";
import { english } from "../text/english.ts";
import { officerOf, preflightView } from "../ceremony/ceremony.ts";
import { faultOf } from "../disk/refusal.ts";
import { asData } from "../pipe/pipe.ts";
import type { PeopleMethods } from "../people/protocol.ts";
import { heardIn } from "../rehearse/answers.ts";
import { performBy, pointsToAccept, TWO } from "../rehearse/hands.ts";
import { photographBags } from "../rehearse/photographs.ts";
import { EVERY_SEAT } from "../rehearse/rehearsal-people.ts";
import type { CrewPeople, DeskOptions } from "./options.ts";
import type { OpenCeremony } from "./open-ceremony.ts";
import { askedStep, hasKey, noteKey, papersOf } from "./crew-people.ts";
import { deedOf, isSame, isToDecide, needsPeople, type Deed } from "./crew-deed.ts";
import { fault } from "./faults.ts";

/** The methods of the desk that a crew uses. */
export type Pressed = {
  readonly [M in Press]: (request: RequestOf<M>) => Promise<WindowView>;
} & {
  readonly look: () => Promise<WindowView>;
  readonly bringPhotographsFrom: (folder: string) => Promise<void>;
};
type Press = "perform" | "confirm" | "resume" | "answer" | "copied" | "hear" | Rare;
type Rare = "points" | "recordPhotographs";

/** How long each deed is announced before it is done, in ms, at a pace to watch. */
const WATCHED_MS: Readonly<Record<CrewDeed, number>> = {
  perform: 1500,
  confirm: 900,
  come: 700,
  type: 600,
  write: 1000,
  read: 160,
  decide: 2000,
  resume: 1000,
};

/** How much slower it is when people sit beside the crew: they read, and find their own part. */
const BESIDE = 3;

/** How long a result is shown before it is confirmed when people sit beside the crew. */
const RESULT_MS = 4000;

const SEEN = { projector: true, camera: true };

/** Codes of presses that came too late: someone else pressed first. */
const TOO_LATE = ["E-DESK-STALE", "E-DESK-BUSY"];

export class Crew {
  readonly #desk: Pressed;
  readonly #options: Pick<DeskOptions, "people" | "type" | "crewPace">;
  readonly #changed: () => void;
  #open: OpenCeremony | null = null;
  #people: Promise<CrewPeople> | null = null;
  #seats: readonly string[] = [];
  #to = "";
  /** Step and act in which it was asked to act for everyone. */
  #from = { step: "", act: "" };
  #pace: Pace = "watch";
  /** What people entered at the opening before they left it to the crew. */
  #opening: RequestOf<"crew">["opening"];
  #doing: CrewView["doing"] = null;
  #fault: CrewView["fault"] = null;
  /** The step at which it stopped. */
  #faultAt = "";
  /** It runs a step for everyone, whatever was asked of it since. */
  #runs = false;
  #turn = new AbortController();
  #revision = 0;
  #news: () => void = () => undefined;

  constructor(
    desk: Pressed,
    options: Pick<DeskOptions, "people" | "type" | "crewPace">,
    changed: () => void,
  ) {
    this.#desk = desk;
    this.#options = options;
    this.#changed = changed;
  }

  /** Null if no rehearsal is open. */
  get view(): CrewView | null {
    if (this.#open === null) return null;
    return {
      seats: this.#seats,
      to: this.#to,
      pace: this.#pace,
      doing: this.#doing,
      // The reason for stopping is over once someone else continued.
      fault: this.#faultAt === this.#open.step?.id ? this.#fault : null,
    };
  }

  /** The roles for which it acts now, as the record has them. */
  readonly simulated = (): readonly string[] =>
    this.#to !== "" || this.#runs ? EVERY_SEAT : this.#seats;

  /** A ceremony was opened, or (null) none is open any longer. */
  async sitDown(open: OpenCeremony | null): Promise<void> {
    this.#turn.abort();
    this.#turn = new AbortController();
    const before = this.#people;
    this.#people = null;
    this.#open = open;
    this.#seats = [];
    this.#to = "";
    this.#opening = undefined;
    this.#runs = false;
    this.#doing = null;
    this.#fault = null;
    await before?.then(
      (people) => people.end(),
      () => undefined,
    );
  }

  /** The same ceremony was opened again, before its first entry. */
  follow(open: OpenCeremony): void {
    this.#open &&= open;
  }

  /** What people want of it from now on. @throws Fault E-CREW-REHEARSAL */
  async want({ seats, to, pace, opening }: RequestOf<"crew">): Promise<void> {
    if (this.#open === null) throw fault("E-CREW-REHEARSAL");
    const { ceremony } = await this.#desk.look();
    this.#from = { step: ceremony?.step?.id ?? "", act: english(ceremony?.step?.act ?? "") };
    this.#seats = seats;
    this.#to = to;
    this.#pace = pace;
    this.#opening = opening;
    this.#fault = null;
    this.#doing = null;
    this.#begin();
  }

  #begin(): void {
    this.#turn.abort();
    this.#turn = new AbortController();
    const { signal } = this.#turn;
    // People are also notified if it cannot even see what there is to do.
    this.#act(signal).catch((error: unknown) => {
      if (!signal.aborted) this.#stopAt(this.#open?.step?.id ?? "", error);
    });
  }

  /** The window shows this view now. */
  saw({ revision, activity }: WindowView): void {
    this.#revision = revision;
    if (activity.kind === "idle" || activity.kind === "hearing") this.#runs = false;
    this.#news();
  }

  /** Replaces the passphrase window if the crew sits at the officer's seat. */
  readonly type: DeskOptions["type"] = async (invitation, name, mode, shut) => {
    const { seat, purpose } = invitation;
    const byHand = () => this.#options.type(invitation, name, mode, shut);
    if (this.#open === null) return byHand();
    if (!this.#takes(officerOf(seat)) && !existsSync(papersOf(this.#open.media))) return byHand();
    const people = await this.#call();
    const isOurs = purpose === "new" ? this.#takes(officerOf(seat)) : await hasKey(people, seat);
    if (!isOurs) {
      const taken = await byHand();
      if (taken && purpose === "new") await noteKey(people, seat, false);
      return taken;
    }
    // Nobody else knows this passphrase: the seat is the crew's, even if it was taken back.
    if (!this.#takes(officerOf(seat))) {
      this.#seats = [...this.#seats, officerOf(seat)];
      this.#begin();
    }
    this.#tell({ what: "type", by: officerOf(seat), step: this.#open.step?.id ?? "" });
    await this.#pause(WATCHED_MS.type, shut);
    if (shut.aborted) return false;
    if (purpose === "new") await noteKey(people, seat, true);
    // The vault itself reports whether it accepts what was typed.
    await people.type(invitation).catch(() => undefined);
    return true;
  };

  #takes(role: string): boolean {
    return this.#to !== "" || this.#seats.includes(role);
  }

  async #call(): Promise<PeopleMethods> {
    const people = (this.#people ??= this.#options.people(papersOf(this.#open?.media ?? "")));
    try {
      return (await people).call;
    } catch (error) {
      this.#people = null;
      throw error;
    }
  }

  /** Does one deed after the other, until something else is wanted. */
  async #act(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const view = await this.#desk.look();
      if (this.#isThere(view)) this.#stop();
      const deed = deedOf(view, (role) => this.#takes(role));
      this.#tell(deed);
      if (deed === null) {
        if (this.#to === "" && this.#seats.length === 0) return;
        await this.#newsAfter(view.revision, signal);
        continue;
      }
      await (deed.what === "confirm" && this.#isForPeople(view)
        ? waited(RESULT_MS * this.#options.crewPace, signal)
        : this.#pause(WATCHED_MS[deed.what], signal));
      const now = deedOf(await this.#desk.look(), (role) => this.#takes(role));
      // Checks before each deed what was wanted meanwhile.
      if (signal === this.#turn.signal && isSame(deed, now)) await this.#try(deed, signal);
    }
  }

  /** People sit here too, and the performed step is their own, or changed keys or custody. */
  #isForPeople({ ceremony }: WindowView): boolean {
    const step = ceremony?.step ?? null;
    if (step === null || this.#to !== "") return false;
    return !this.#takes(step.by) || kindOf(step.action.kind).changes;
  }

  /** It has acted for everyone as far as asked; or cannot act any further. */
  #isThere(view: WindowView): boolean {
    const { ceremony, refusal } = view;
    if (this.#to === "") return false;
    const step = ceremony?.step ?? null;
    if (step === null || needsPeople(view)) return view.activity.kind !== "working";
    if (refusal !== null && !isToDecide(view)) return true;
    if (this.#to === "step") return step.id !== this.#from.step;
    if (this.#to === "act") return english(step.act) !== this.#from.act;
    return step.id === this.#to && ceremony?.isPerformed === false;
  }

  #stop(): void {
    // The step that was named is left to people, whichever seats the crew had on its way there.
    if (!["", "step", "act", "end"].includes(this.#to)) this.#seats = [];
    this.#to = "";
    this.#doing = null;
    this.#changed();
  }

  async #try(deed: Deed, signal: AbortSignal): Promise<void> {
    try {
      await this.#do(deed);
    } catch (error) {
      if (isFault(error) && TOO_LATE.includes(error.code)) await waited(LATE_MS, signal);
      else this.#stopAt(deed.step, error);
    }
  }

  /** It stops acting, and says why. */
  #stopAt(step: string, error: unknown): void {
    const { code, message, next, said } = asData(faultOf(error, () => fault("E-DESK-BUG")));
    this.#seats = [];
    this.#faultAt = step;
    this.#fault = { code, message, next, ...(said === undefined ? {} : { said }) };
    this.#stop();
  }

  async #do({ what, step, at }: Deed): Promise<unknown> {
    switch (what) {
      case "come":
        return this.#desk.answer({ seat: at, here: true });
      case "resume":
        return this.#desk.resume({});
      case "confirm":
        return this.#desk.confirm({ step });
      case "decide":
        return this.#decide(step);
      case "write":
        await heardIn(await this.#asked());
        return this.#desk.copied({ step });
      case "read": {
        const words = (await heardIn(await this.#asked())).split(" ");
        return this.#desk.hear({ step, words: words.slice(at * LINE, (at + 1) * LINE) });
      }
      case "perform":
        return this.#perform(step);
      case "type":
        throw fault("E-DESK-STALE");
    }
  }

  /** Performs the step; if bags differ from the record, two of the crew decide. */
  async #perform(step: string): Promise<void> {
    const asked = await this.#asked();
    this.#runs = this.#to !== "";
    const entered = asked.step.action.kind === "open" ? this.#opening : {};
    await performBy(asked, {
      perform: (answer) =>
        this.#desk.perform({ step, input: { ...answer, ...entered }, witnessed: SEEN }),
      decide: ({ code }) => code === "E-SEALS-CHANGED" && TWO.every((role) => this.#takes(role)),
      accept: () => this.#accept(step),
    });
    const state = this.#open?.state;
    if (state?.performed === step)
      await photographBags(asked, state, (folder) => this.#bring(folder));
  }

  /** Brings pictures of bags, and records those that are new. */
  async #bring(folder: string): Promise<void> {
    await this.#desk.bringPhotographsFrom(folder);
    const { photographs } = await this.#desk.look();
    const fresh = (photographs?.objects ?? []).flatMap(({ now }) => now);
    const shown = fresh.filter(({ isRecorded }) => !isRecorded).map(({ sha256 }) => sha256);
    if (shown.length > 0) await this.#desk.recordPhotographs({ shown });
  }

  /** Two of the crew give a reason for each open point, and perform the step again. */
  async #decide(step: string): Promise<void> {
    await this.#accept(step);
    await this.#perform(step);
  }

  #accept(step: string): Promise<WindowView> {
    const state = this.#open?.state;
    const points = pointsToAccept(state === undefined ? null : preflightView(state));
    return this.#desk.points({ step, points: [...points], decidedBy: [...TWO] });
  }

  /** @throws Fault E-DESK-STALE */
  async #asked() {
    const open = this.#open;
    const step = open?.step ?? null;
    if (open === null || step === null) throw fault("E-DESK-STALE");
    return askedStep(open, step, await this.#call());
  }

  #tell(deed: Pick<Deed, "by" | "what" | "step"> | null): void {
    const doing = deed === null ? null : { by: deed.by, what: deed.what, step: deed.step };
    if (JSON.stringify(doing) === JSON.stringify(this.#doing)) return;
    this.#doing = doing;
    this.#changed();
  }

  /** A fast crew only lets changes be shown. */
  #pause(watchedMs: number, signal: AbortSignal): Promise<void> {
    const ms = watchedMs * this.#options.crewPace * (this.#to === "" ? BESIDE : 1);
    return waited(this.#pace === "watch" ? ms : 0, signal);
  }

  #newsAfter(revision: number, signal: AbortSignal): Promise<void> {
    if (this.#revision > revision) return Promise.resolve();
    return new Promise((resolve) => {
      this.#news = () => {
        signal.removeEventListener("abort", this.#news);
        resolve();
      };
      signal.addEventListener("abort", this.#news);
    });
  }
}

/** Words that are heard as one line. */
const LINE = 4;

/** When it is tried again after someone else pressed first. */
const LATE_MS = 100;

/** Resolves after this time, or at the signal. */
function waited(ms: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(late);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const late = setTimeout(end, ms);
    signal.addEventListener("abort", end);
  });
}
