// Which media the step that is now needs, and whether they are in.
import { isFault } from "../../crypto/index.ts";
import type { Script, Step } from "../../ceremony-scripts/index.ts";
import { presentSeats, type State } from "../ceremony/ceremony.ts";
import type { MediumView } from "../bridge/room.ts";
import type { MediaSource } from "../media/media.ts";
import { MEDIA } from "../usecases/deps.ts";

/** Labels of the media that a step reads or writes. */
export function mediaOf(step: Step | null, script: Script, state: State): readonly string[] {
  if (step === null) return [];
  const seat = step.seat ?? 0;
  const people = (state.opened?.participants ?? []).map(({ role }) => role);
  const own = presentSeats(script, people).map(MEDIA.own);
  const both = [MEDIA.transfer, MEDIA.domainCopy];
  switch (step.action.kind) {
    case "make-key": return [MEDIA.own(seat), MEDIA.backup(seat)];
    case "confirm-thumbprint":
      return [step.station === "offline" ? MEDIA.own(seat) : MEDIA.transfer];
    case "export-certificates": return [...own, MEDIA.transfer];
    case "hand-over": case "take-over": case "fetch-exchange-key": case "compare-exchange-key":
      return [MEDIA.transfer];
    case "download-domain": case "match-domain": case "upload-blob":
    case "download-again": case "retire-domain": case "read-activation":
      return both;
    case "prove-quorum": case "make-restore-blob": return [...own, ...both];
    case "sign-act": case "close": return own;
    case "check-key": return [MEDIA.own(seat)];
    case "find-domain": return [...own, ...both];
    case "rehash-copy": return [step.action.copy ?? MEDIA.transfer];
    case "open": case "read-aloud": case "record-custody":
    case "know-backup": case "backup-empty": case "restore-backup": case "compare-keys":
    case "choose": case "close-on-paper": case "check-seals": case "open-bag":
    case "check-copy-seal": case "report-trouble": case "take-part": case "attest-custody":
    case "name-backup": case "check-objects": case "hand-off": case "read-active":
    case "destroy-old": case "take-into-custody":
      return [];
  }
}

/** Each medium as it lies in this station: in, missing, or another than the record knows. */
export function lookAtMedia(
  media: MediaSource, labels: readonly string[], state: State,
): readonly MediumView[] {
  return labels.map((label) => ({ label, state: lookAt(media, label, state.media[label]) }));
}

function lookAt(media: MediaSource, label: string, known: string | undefined): MediumView["state"] {
  try {
    const { id } = media.find(label);
    return known === undefined || known === id ? "in" : "wrong";
  } catch (error) {
    if (!isFault(error)) throw error;
    return error.code === "E-MEDIA-MISSING" ? "missing" : "wrong";
  }
}
