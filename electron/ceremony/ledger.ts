// The record as people read it beside a step: one line an entry, with the few facts worth saying.
import type { RecordEntry } from "./events.ts";

/** One entry of the record. `facts` are short plain values, of which a sentence is made. */
export interface LedgerLine {
  readonly seq: number;
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly type: string;
  readonly by: string;
  readonly station: string;
  /** The officer's seat that the entry is about, or null. */
  readonly seat: number | null;
  readonly facts: Readonly<Record<string, string>>;
}

/** Members of an entry's data that may stand in a line: short, public, and of a plain type. */
const FACTS = [
  "step", "code", "to", "from", "what", "state", "size", "sha256", "bits", "thumbprint",
  "required", "head", "folder", "hsm", "mode", "script", "expected", "happened", "decided",
  "reason", "projector", "camera", "verdict", "attested", "object", "trouble", "health", "closed",
  "rule", "decision", "medium", "principal", "temporary", "waited", "keysBack", "rolesBack",
  "keysMissing", "rolesMissing", "toRole", "origin", "act", "way", "name", "id", "sentence",
];

/** The lines of a record, in its order. */
export function ledger(entries: readonly RecordEntry[]): readonly LedgerLine[] {
  return entries.map(({ seq, at, type, by, station, data }) => {
    const members = data as Readonly<Record<string, unknown>>;
    const officer = typeof members["officer"] === "string" ? members["officer"] : by;
    return { seq, at, type, by, station, seat: seatIn(officer), facts: factsOf(members) };
  });
}

function seatIn(role: string): number | null {
  const [, seat] = /^officer-(\d+)$/.exec(role) ?? [];
  return seat === undefined ? null : Number(seat);
}

function factsOf(members: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return Object.fromEntries(FACTS.flatMap((name) => {
    const value = members[name];
    // Of a list only its length is told.
    const told = Array.isArray(value) ? value.length : value;
    const plain = ["string", "number", "boolean"].includes(typeof told);
    return plain ? [[name, String(told)]] : [];
  }));
}
