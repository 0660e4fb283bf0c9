// The incident that stands: in the record, or on this computer's disk while the record is on its
// way.
import type { IncidentView } from "../bridge/view.ts";
import type { State } from "../ceremony/ceremony.ts";
import { waitingIncidents } from "../usecases/incident.ts";

/**
 * The one about which two people have not decided yet.
 * @param folders of both stations' records
 * @param decidedAt when the last exception was noted that still waits, or ""
 */
export function incidentOf(
  { incident }: State,
  folders: readonly string[],
  decidedAt: string,
): IncidentView | null {
  if (incident !== null) {
    const { medium, files, foundAt } = incident;
    return { medium, files, foundAt, isRecorded: true };
  }
  const waits = folders.flatMap(waitingIncidents).findLast(({ foundAt }) => foundAt > decidedAt);
  return waits === undefined ? null : { ...waits, isRecorded: false };
}
