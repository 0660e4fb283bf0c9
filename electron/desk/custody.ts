// What is known of custody by the last closed record on this computer, and its calendar.
import type { CustodyKnown } from "../bridge/view.ts";
import {
  calendarOf,
  custodyAnswers,
  recordedGaps,
  type Mode,
  type Standing,
} from "../ceremony/ceremony.ts";
import { utf8 } from "../../crypto/index.ts";
import { saidIn, sentence } from "../text/text.ts";
import { fault } from "./faults.ts";
import type { DeskOptions } from "./options.ts";
import { anchoringOf, closedShortOf, latest, type StoredCeremony } from "./ceremony-store.ts";

/** Null if no ceremony was closed. @param now RFC 3339, UTC */
export function custodyKnown(all: readonly StoredCeremony[], now: string): CustodyKnown | null {
  const found = newest(all);
  if (found === null) return null;
  const { standing, gaps, anchoring, closedShort } = found;
  const { hsm, subsets, provenAt, attestedAt, drilledAt, backup, objects, handOffs } = standing;
  return {
    ...custodyAnswers(standing, gaps, now),
    hsm,
    subsets,
    objects,
    handOffs,
    anchoring,
    closedShort,
    provenAt: orNull(provenAt),
    attestedAt: orNull(attestedAt),
    lastDrill: orNull(drilledAt),
    lastBackup: orNull(backup.at),
  };
}

/**
 * Saves the calendar where the person says.
 * @returns false if no place was chosen
 * @throws Fault E-DESK-STALE without a custody; E-SAVE-WRITE
 */
export async function saveCalendar(
  all: readonly StoredCeremony[],
  { clock, save, language }: Pick<DeskOptions, "clock" | "save" | "language">,
): Promise<boolean> {
  const found = newest(all);
  if (found === null) throw fault("E-DESK-STALE");
  const text = calendarOf(found.standing, found.mode, clock().toISOString(), (value) =>
    saidIn(language(), value),
  );
  try {
    return (
      (await save({ name: "custody.ics", kind: sentence("dialogs.calendar"), bytes: utf8(text) }))
      !== null
    );
  } catch {
    throw fault("E-SAVE-WRITE");
  }
}

interface Newest {
  readonly standing: Standing;
  readonly gaps: CustodyKnown["gaps"];
  readonly mode: Mode;
  readonly anchoring: CustodyKnown["anchoring"];
  readonly closedShort: CustodyKnown["closedShort"];
}

function newest(all: readonly StoredCeremony[]): Newest | null {
  const last = latest(all);
  const mode = last?.state.opened?.mode;
  return last === undefined || mode === undefined
    ? null
    : {
        standing: last.state.standing,
        gaps: recordedGaps(last.entries),
        mode,
        anchoring: anchoringOf(last, all),
        closedShort: closedShortOf(last, all),
      };
}

const orNull = (at: string): string | null => (at === "" ? null : at);
