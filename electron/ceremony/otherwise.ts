// What went otherwise than the script says, from the record alone: for the end of a ceremony, and its minutes.
import type { RecordEntry } from "../record/kind.ts";
import type { EventType } from "./entries/index.ts";

/** How it is counted. */
const OTHERWISE = [
  "incidents",
  "exceptions",
  "refusals",
  "passphrases",
  "interruptions",
  "decisions",
] as const;
export type Otherwise = (typeof OTHERWISE)[number];

const AS: Readonly<Partial<Record<EventType, Otherwise>>> = {
  "incident-found": "incidents",
  "exception-noted": "exceptions",
  refused: "refusals",
  "passphrase-refused": "passphrases",
  resumed: "interruptions",
  "unrecorded-removed": "interruptions",
  "clock-jumped": "interruptions",
  "network-seen": "interruptions",
  "refusal-accepted": "decisions",
  "deviation-accepted": "decisions",
  "download-again-decided": "decisions",
  "exchange-key-accepted": "decisions",
  "trouble-reported": "decisions",
  "seat-changed": "decisions",
  "differences-acknowledged": "decisions",
  aborted: "decisions",
};

/** As what an entry counts; null if it is as the script says. */
export function otherwiseOf({ type, data }: RecordEntry): Otherwise | null {
  // Of an attested key nothing was left to decide.
  if (type === "exchange-key-accepted" && (data as { readonly attested: boolean }).attested)
    return null;
  return (AS as Readonly<Record<string, Otherwise | undefined>>)[type] ?? null;
}

/** Entries that count alike, by their numbers in the record; at least one. */
export interface WentOtherwise {
  readonly as: Otherwise;
  readonly entries: readonly number[];
}

/** All of it, the gravest first. */
export const wentOtherwise = (entries: readonly RecordEntry[]): readonly WentOtherwise[] =>
  OTHERWISE.flatMap((as) => {
    const those = entries.filter((entry) => otherwiseOf(entry) === as).map(({ seq }) => seq);
    return those.length === 0 ? [] : [{ as, entries: those }];
  });
