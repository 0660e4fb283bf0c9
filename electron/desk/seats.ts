// Whose turn it is at the seat: officers are called one after another, and only the one who said
// that he is there is asked to type.
import type { OfficerCall, PassphraseInvitation } from "../usecases/deps.ts";
import { fault } from "./faults.ts";

/** What the seat shows, and the window in which a passphrase is typed. */
export interface SeatEvents {
  readonly show: (at: SeatView) => void;
  /** Resolves with true when the vault took what was typed, false for "not now". */
  readonly type: (invitation: PassphraseInvitation) => Promise<boolean>;
}

export type SeatView =
  | { readonly kind: "empty" }
  | ({ readonly kind: "calling" | "typing" } & OfficerCall);

/** The seat of one step's run. */
export class Seats {
  readonly #events: SeatEvents;
  #turns: Promise<unknown> = Promise.resolve();
  #free: (() => void) | null = null;
  #holder: number | null = null;
  #answer: ((here: boolean) => void) | null = null;
  #called: number | null = null;
  #over = false;

  constructor(events: SeatEvents) {
    this.#events = events;
  }

  /** Waits for the seat, then until this officer says that he is there. @throws E-TURN-NOT-YET */
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
    this.#called = null;
    if (!here) {
      this.end();
      throw fault("E-TURN-NOT-YET");
    }
    this.#holder = called.seat;
    this.#events.show({ kind: "empty" });
  };

  /** Lets the officer type; who has left the seat is called again first. @throws E-TURN-NOT-YET */
  readonly invite = async (invitation: PassphraseInvitation): Promise<void> => {
    const { seat, purpose } = invitation;
    if (this.#holder !== seat) await this.call({ seat, purpose });
    this.#events.show({ kind: "typing", seat, purpose });
    let taken = false;
    try {
      taken = await this.#events.type(invitation);
    } finally {
      if (!taken) this.#over = true;
      this.#leave();
    }
    if (!taken) throw fault("E-TURN-NOT-YET");
  };

  /** The officer's answer to being called. @throws Fault E-DESK-STALE when another was called */
  answer(seat: number, here: boolean): void {
    if (this.#called !== seat || this.#answer === null) throw fault("E-DESK-STALE");
    const answer = this.#answer;
    this.#answer = null;
    answer(here);
  }

  /** Nobody is called any more in this run; whoever waits is told so. */
  end(): void {
    this.#over = true;
    this.#answer?.(false);
    this.#answer = null;
    this.#leave();
  }

  #leave(): void {
    this.#holder = null;
    this.#called = null;
    this.#events.show({ kind: "empty" });
    this.#free?.();
    this.#free = null;
  }
}
