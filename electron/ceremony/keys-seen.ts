// The keys of an HSM as a closed record saw them last: where a recovery found every one again.
import type { RecordEntry } from "./entries/entry.ts";
import type { ExpectedKey } from "./entries/forms.ts";
import type { EventData } from "./entries/index.ts";

/** What a record of this HSM saw, and when: RFC 3339, UTC. */
export interface KeysSeen {
  readonly hsm: string;
  readonly at: string;
  readonly keys: readonly ExpectedKey[];
}

/** Null where nobody listed the keys, or it was aborted. Keys made later are not among them. */
export function keysSeenIn(entries: readonly RecordEntry[]): KeysSeen | null {
  if (entries.some(({ type }) => type === "aborted")) return null;
  const seen = entries.findLast(({ type }) => type === "keys-compared");
  const opened = entries.find(({ type }) => type === "opened");
  if (seen === undefined || opened === undefined) return null;
  const { keys } = seen.data as EventData["keys-compared"];
  return { hsm: (opened.data as EventData["opened"]).hsm, at: seen.at, keys };
}
