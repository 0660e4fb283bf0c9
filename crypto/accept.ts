// Refusals that may be overruled once a refusal would lose keys: those that are not about cryptography.
import { Fault } from "./errors.ts";

/**
 * A new member from Azure must not prevent a recovery, nor the end of an activation whose HSM gave its
 * only domain, so a reader may be told to accept these
 * codes and no others. Authentication, lengths, algorithms, ambiguous input and the quorum are
 * never overruled. A code in this list has an effect only in a reader that asks for it.
 */
export const ACCEPTABLE: readonly string[] = [
  "E-SD-UNKNOWN-MEMBER",
  "E-SD-VERSION",
  "E-SD-TAG",
  "E-JWE-HEADER",
  "E-CERT-NAME",
  "E-CERT-UNKNOWN",
];

/** Refusals of one reading: thrown, or noted where their codes were accepted beforehand. */
export class Refusals {
  readonly #accepted: ReadonlySet<string>;
  readonly #overruled = new Set<string>();

  constructor(accepted: readonly string[] = []) {
    this.#accepted = new Set(accepted.filter((code) => ACCEPTABLE.includes(code)));
  }

  /** The codes that were accepted and needed, in order. */
  get overruled(): readonly string[] {
    return [...this.#overruled];
  }

  /** Notes a refusal that was accepted. @throws the fault, as overrulable, if it was not */
  raise({ code, sentences }: Fault): void {
    if (!this.#accepted.has(code)) throw new Fault(code, sentences, true);
    this.#overruled.add(code);
  }
}
