// Refusals that may be overruled in a recovery: those that are not about cryptography.
import { Fault } from "./errors.ts";

/**
 * A new member from Azure must not lock out a disaster: whoever reads may be told to accept these,
 * and no others. Authentication, lengths, algorithms, what has two meanings, and the quorum are
 * never overruled. Each is overruled only where a reader asks for it, so that a code in this list
 * opens no more than its reader says.
 */
export const ACCEPTABLE: readonly string[] = [
  "E-SD-UNKNOWN-MEMBER",
  "E-SD-VERSION",
  "E-SD-TAG",
  "E-JWE-HEADER",
  "E-CERT-NAME",
  "E-CERT-UNKNOWN",
];

/** One reading's refusals: thrown, or noted where their codes were accepted beforehand. */
export class Refusals {
  readonly #accepted: ReadonlySet<string>;
  readonly #overruled = new Set<string>();

  constructor(accepted: readonly string[] = []) {
    this.#accepted = new Set(accepted.filter((code) => ACCEPTABLE.includes(code)));
  }

  /** The codes that were accepted and needed, in the order in which they came. */
  get overruled(): readonly string[] {
    return [...this.#overruled];
  }

  /** Notes a refusal that was accepted. @throws the fault, as one to overrule, when it was not */
  raise({ code, sentences }: Fault): void {
    if (!this.#accepted.has(code)) throw new Fault(code, sentences, true);
    this.#overruled.add(code);
  }
}
