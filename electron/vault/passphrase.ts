// The passphrase of one officer's turn, as it arrives at the vault's socket.
import { checkNewPassphrase } from "../../crypto/secret-half.ts";
import { fault } from "./faults.ts";

/** What is typed: once to open, twice to make. */
export interface Typed {
  readonly passphrase: string;
  readonly again?: string;
}

/** Waits for passphrases; keeps the last correct one while the turn lasts. */
export class PassphraseDesk {
  #held: string | null = null;
  #waiting: ((typed: Typed) => void) | null = null;
  #typed: Typed | null = null;

  /** A line from the socket. @throws Fault E-VAULT-FORM */
  readonly receive = (line: unknown): void => {
    const typed = line as Partial<Typed> | null;
    const again = typed?.again;
    if (typeof typed?.passphrase !== "string" || (again !== undefined && typeof again !== "string"))
      throw fault("E-VAULT-FORM");
    this.#typed = { passphrase: typed.passphrase, ...(again === undefined ? {} : { again }) };
    this.#hand();
  };

  /** A new passphrase, typed twice. @throws Fault E-PASS-MISMATCH, E-PASS-POLICY */
  async fresh(): Promise<string> {
    const { passphrase, again = "" } = await this.#next();
    checkNewPassphrase(passphrase, again);
    this.#held = passphrase;
    return passphrase;
  }

  /** The passphrase of this turn: the one made or typed before, else the next one typed. */
  async ofThisTurn(): Promise<string> {
    this.#held ??= (await this.#next()).passphrase;
    return this.#held;
  }

  /** A wrong one is not kept. */
  forget(): void {
    this.#held = null;
  }

  #next(): Promise<Typed> {
    return new Promise((resolve) => {
      this.#waiting = resolve;
      this.#hand();
    });
  }

  #hand(): void {
    if (this.#waiting === null || this.#typed === null) return;
    this.#waiting(this.#typed);
    this.#waiting = null;
    this.#typed = null;
  }
}
