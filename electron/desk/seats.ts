// Whose turn it is at the seat: officers are called one after another, and only one who said they
// are there is asked to type.
import type { OfficerCall, PassphraseInvitation } from "../usecases/deps.ts";
import { fault } from "./faults.ts";

/** What the seat shows, and the window in which a passphrase is typed. */
export interface SeatEvents {
  readonly show: (at: SeatView) => void;
  /** Resolves with true if the vault accepted the passphrase, false for "not now" or when closed. */
  readonly type: (invitation: PassphraseInvitation, shut: AbortSignal) => Promise<boolean>;
  /** Lets the result of the last turn be seen before the next officer is called. */
  readonly pause: () => Promise<void>;
}

export type SeatView =
  | { readonly kind: "empty" }
  | ({ readonly kind: "calling" | "typing" } & OfficerCall);

/** The seat of one step's run. */
export class Seats {
  readonly #events: SeatEvents;
  /** Closes the window in which an officer types. */
  readonly #shut = new AbortController();
  #turns: Promise<unknown> = Promise.resolve();
  #free: (() => void) | null = null;
  #called: number | null = null;
  #answer: ((here: boolean) => void) | null = null;
  #over = false;

  constructor(events: SeatEvents) {
    this.#events = events;
  }

  /** The officer who was called last, or null. */
  get last(): number | null {
    return this.#called;
  }

  /**
   * Waits for the seat, then until this officer says they are there. They keep it until `leave`.
   * @throws Fault E-TURN-NOT-YET if they are not ready, or the step was refused meanwhile
   */
  readonly call = async (called: OfficerCall): Promise<void> => {
    const before = this.#turns;
    let free = (): void => undefined;
    this.#turns = new Promise<void>((resolve) => (free = resolve));
    await before;
    if (this.#over) {
      free();
      throw fault("E-TURN-NOT-YET");
    }
    this.#free = free;
    this.#called = called.seat;
    this.#events.show({ kind: "calling", ...called });
    const here = await new Promise<boolean>((answer) => (this.#answer = answer));
    this.#events.show({ kind: "empty" });
    if (here) return;
    this.end();
    throw fault("E-TURN-NOT-YET");
  };

  /** Lets the officer at the seat type. @throws Fault E-TURN-NOT-YET */
  readonly invite = async (invitation: PassphraseInvitation): Promise<void> => {
    const { seat, purpose } = invitation;
    this.#events.show({ kind: "typing", seat, purpose });
    const taken = !this.#over && (await this.#events.type(invitation, this.#shut.signal));
    this.#events.show({ kind: "empty" });
    if (!taken) throw fault("E-TURN-NOT-YET");
  };

  /** An officer's turn has ended; the next is called when its result has been seen. */
  leave(seat: number): void {
    if (this.#called !== seat || this.#free === null) return;
    const free = this.#free;
    this.#free = null;
    if (this.#over) free();
    else void this.#events.pause().then(free);
  }

  /** The officer's answer to being called. @throws Fault E-DESK-STALE if another was called */
  answer(seat: number, here: boolean): void {
    if (this.#called !== seat || this.#answer === null) throw fault("E-DESK-STALE");
    const answer = this.#answer;
    this.#answer = null;
    answer(here);
  }

  /** Nobody else is called in this run; waiting calls are rejected. */
  end(): void {
    this.#over = true;
    this.#shut.abort();
    this.#answer?.(false);
    this.#answer = null;
    this.#free?.();
    this.#free = null;
    this.#events.show({ kind: "empty" });
  }
}
