// One step's run: its progress, who sits at the seat, and why it was refused.
import { wouldLose } from "../usecases/accept-refusal.ts";
import { setTimeout as sleep } from "node:timers/promises";
import type { CeremonyName, QuorumView, RefusalView } from "../bridge/view.ts";
import { fault as ceremonyFault, type CeremonyView } from "../ceremony/ceremony.ts";
import type { SignInView } from "../hsm/hsm.ts";
import { faultOf } from "../disk/refusal.ts";
import { asData } from "../pipe/pipe.ts";
import type { Fault, Said } from "../../crypto/index.ts";
import { isDecidable } from "../meaning/meaning.ts";
import type { SessionHooks } from "../session/session.ts";
import { fault } from "./faults.ts";
import type { DeskOptions } from "./options.ts";
import { Seats, type SeatView } from "./seats.ts";
import type { OpenCeremony, RunningStep } from "./open-ceremony.ts";
import { NO_QUORUM, Progress } from "./tasks.ts";

/** Runs one step after the other, and reports every change. */
export class StepRun {
  readonly #options: DeskOptions;
  readonly #changed: () => void;
  #current: OpenCeremony | null = null;
  #seats: Seats;
  #seat: SeatView = { kind: "empty" };
  /** The officer whose turn refused the step. */
  #failed: number | null = null;
  #progress: Progress | null = null;
  /** What the last run proved: shown until it is confirmed. */
  #quorum: QuorumView = NO_QUORUM;
  #refusal: RefusalView | null = null;
  #opening: CeremonyName | null = null;
  #signIn: SignInView = { kind: "none" };
  /** People decided that what runs does not count: its end is not a refusal. */
  #stop = new AbortController();

  constructor(options: DeskOptions, changed: () => void) {
    this.#options = options;
    this.#changed = changed;
    this.#seats = this.#newSeats();
  }

  get seat(): SeatView {
    return this.#seat;
  }

  /** Null while nothing runs. */
  get progress(): Progress | null {
    return this.#progress;
  }

  /** Shares opened and pairs proven, in the current or last run. */
  get quorum(): QuorumView {
    return this.#progress?.quorum ?? this.#quorum;
  }

  /** The ceremony that is being opened. */
  get opening(): CeremonyName | null {
    return this.#opening;
  }

  /** The state of the sign-in to the HSM. */
  get signIn(): SignInView {
    return this.#signIn;
  }

  get refusal(): RefusalView | null {
    return this.#refusal;
  }

  /** The refusal was read, or no longer applies. */
  forget(): void {
    this.#refusal = null;
  }

  /** Opening a ceremony keeps the desk as busy as a step does. */
  async whileOpening<Result>(name: CeremonyName, work: () => Promise<Result>): Promise<Result> {
    this.#refusal = null;
    this.#opening = name;
    this.#progress = new Progress("open", this.#options.clock(), 0);
    try {
      return await work();
    } finally {
      this.#progress = null;
      this.#opening = null;
    }
  }

  /** Begins what is current; it ends by itself. */
  begin(
    open: OpenCeremony,
    step: RunningStep,
    work: () => CeremonyView | Promise<CeremonyView>,
  ): void {
    this.#current = open;
    this.#refusal = null;
    this.#failed = null;
    this.#seats = this.#newSeats();
    this.#stop = new AbortController();
    const { clock, hooks } = this.#options;
    this.#progress = new Progress(step.kind, clock(), hooks.pollSeconds);
    void this.#through(open, work)
      .catch((error: unknown) => {
        const seat = step.seat ?? this.#failed ?? this.#seats.last;
        this.#refuse(step.id, seat, error);
      })
      .finally(() => {
        this.#seats.end();
        this.#quorum = this.#progress?.quorum ?? NO_QUORUM;
        this.#progress = null;
        this.#changed();
      });
  }

  /** The work, and what follows: the evidence of a closed record is written to its place. */
  async #through(
    open: OpenCeremony,
    work: () => CeremonyView | Promise<CeremonyView>,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!this.#stop.signal.aborted) throw error;
    } finally {
      open.settle();
    }
    await open.deliver();
  }

  /** Ends what runs as soon as possible: officers leave, and nobody else is asked. */
  stop(): void {
    this.#stop.abort();
    this.#seats.end();
  }

  /** The answer of the called officer. @throws Fault E-DESK-STALE */
  answer(seat: number, here: boolean): void {
    this.#seats.answer(seat, here);
  }

  /** Nobody is at the seat any longer. */
  end(): void {
    this.#seats.end();
  }

  /** The session's hooks, whose officers come to this seat. */
  hooks(): SessionHooks {
    const { hooks, clock } = this.#options;
    return {
      ...hooks,
      startHsm: (place) => hooks.startHsm({ ...place, onSignIn: (view) => this.#told(view) }),
      call: (call) => this.#seats.call(call),
      leave: (seat) => this.#seats.leave(seat),
      dismiss: (seat) => {
        this.#failed = seat;
        this.#seats.end();
      },
      invite: (invitation) => this.#seats.invite(invitation),
      sleep: (seconds) => this.#sleep(seconds),
      notice: (notice) => {
        this.#progress?.take(notice, clock());
        this.#changed();
      },
    };
  }

  #told(view: SignInView): void {
    this.#signIn = view;
    this.#changed();
  }

  /** @throws Fault E-STATE-AGAIN if what runs is stopped */
  async #sleep(seconds: number): Promise<void> {
    const { signal } = this.#stop;
    // A long operation is polled hundreds of times: no listener may stay behind.
    await sleep(seconds * 1000, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) throw ceremonyFault("E-STATE-AGAIN");
  }

  /** An immediate refusal despite which two people may continue: shown like that of a step that ran. */
  refused(open: OpenCeremony, step: string, error: Fault): void {
    this.#current = open;
    this.#refuse(step, null, error);
    this.#changed();
  }

  /** A refusal is a control that worked: it is recorded, and shown until it has been read. */
  #refuse(step: string, seat: number | null, error: unknown): void {
    const {
      code,
      message,
      next,
      overrulable = false,
      said,
    } = asData(faultOf(error, () => fault("E-DESK-BUG")));
    const open = this.#current;
    const canBeAccepted =
      overrulable && (isDecidable(code) || (open !== null && wouldLose(open.script, open.state)));
    this.#refusal = { code, message, next, ...saying(said), seat, canBeAccepted };
    if (code === "E-TURN-NOT-YET") return;
    try {
      this.#current?.note({ type: "refused", by: "app", data: { step, code } });
    } catch (worse) {
      // If the record accepts no entry, for example on a full disk, people must hear of that first.
      const other = asData(faultOf(worse, () => fault("E-DESK-BUG")));
      this.#refusal = {
        code: other.code,
        message: other.message,
        next: other.next,
        ...saying(other.said),
        seat: null,
        canBeAccepted: false,
      };
    }
  }

  #newSeats(): Seats {
    const { pause, type } = this.#options;
    return new Seats({
      pause,
      show: (seat) => {
        this.#seat = seat;
        this.#changed();
      },
      type: (invitation, shut) => {
        const role = `officer-${String(invitation.seat)}`;
        const people = this.#current?.state.opened?.participants ?? [];
        const name = people.find((person) => person.role === role)?.name ?? "";
        const mode = this.#current?.session.stations.offline.mode ?? "PRODUCTION";
        return type(invitation, name, mode, shut);
      },
    });
  }
}

const saying = (said: Said | undefined): { readonly said?: Said } =>
  said === undefined ? {} : { said };
