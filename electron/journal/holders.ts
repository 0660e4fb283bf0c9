// Which signing key belongs to whom, by `key-made` and `signer-known` entries and by signatures.
import type { RecordCertificate } from "../../crypto/index.ts";
import type { RefusalSentence } from "../text/refusal.ts";
import { sentence } from "../text/sentence.ts";
import { memberOf } from "./canonical.ts";
import type { Entry } from "./entry.ts";

/** Which member has the signing certificate, in the entries that give one to an officer. */
const MEMBERS: ReadonlyMap<string, string> = new Map([
  ["key-made", "signingCertificate"],
  ["signer-known", "certificate"],
]);

/**
 * One key, one officer. Keys are compared by modulus: a second certificate over the same key does
 * not make a second officer.
 */
export class Holders {
  readonly #officersOf = new Map<string, Set<string>>();
  readonly #givenTo = new Map<string, Set<string>>();

  /** Notes the key that an entry gives to an officer, if it is such an entry. */
  enter({ type, data }: Entry, read: (text: string) => RecordCertificate | null): void {
    const pem = memberOf(data, MEMBERS.get(type) ?? "");
    const officer = memberOf(data, "officer");
    if (!MEMBERS.has(type) || typeof pem !== "string" || typeof officer !== "string") return;
    const certificate = read(pem);
    if (certificate?.use !== "digitalSignature") return;
    setIn(this.#officersOf, certificate.modulus).add(officer);
    setIn(this.#givenTo, officer).add(certificate.modulus);
  }

  /** What is wrong if this officer signs with this key, in our words; null if nothing. */
  sign(officer: string, { modulus }: RecordCertificate): RefusalSentence | null {
    if (setIn(this.#officersOf, modulus).add(officer).size > 1)
      return sentence("journal-faults.otherHolder");
    const given = this.#givenTo.get(officer);
    return given?.has(modulus) === false ? sentence("journal-faults.otherGiven") : null;
  }
}

function setIn(sets: Map<string, Set<string>>, name: string): Set<string> {
  const found = sets.get(name) ?? new Set();
  sets.set(name, found);
  return found;
}
