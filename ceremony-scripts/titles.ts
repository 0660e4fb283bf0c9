// The one name of each kind of step: on every screen, in the timetable, in the ledger and on paper.
import type { KindName } from "./kinds.ts";
import type { Step } from "./steps.ts";

/** What a title may tell apart. */
interface Named {
  readonly station: string;
  readonly what: string | undefined;
  readonly copy: string | undefined;
}
type Title = string | ((step: Named) => string);

const TITLES: Readonly<Record<KindName, Title>> = {
  open: "Open the ceremony",
  "make-key": "Make the key of officer {officer}",
  "confirm-thumbprint": ({ station }) =>
    station === "offline"
      ? "Hear the words of officer {officer}"
      : "Hear the card of officer {officer}",
  "export-certificates": "Copy the certificates",
  "hand-over": "Carry the record to the {to} station",
  "take-over": "Take the record over at the {station} station",
  "read-activation": "Ask the HSM for its state",
  "download-domain": "Activate the HSM and save its security domain",
  "read-aloud": ({ what }) =>
    what === "exchange-key"
      ? "Hear the words of the exchange key"
      : "Hear the words of the security domain",
  "match-domain": "Compare the security domain",
  "prove-quorum": "Prove every pair",
  "record-custody": "Record bags and places",
  "know-backup": "Name the newest full backup",
  "fetch-exchange-key": "Fetch the exchange key",
  "compare-exchange-key": "Compare the exchange key",
  "make-restore-blob": "Make the restore blob",
  "upload-blob": "Upload the restore blob",
  "backup-empty": "Back up the empty HSM",
  "restore-backup": "Restore the newest backup",
  "compare-keys": "Find every key again",
  "read-active": "Ask the HSM for its state",
  "download-again": "Download the domain again",
  "retire-domain": "Retire the old security domain",
  "destroy-old": "Destroy what held the old key of officer {officer}",
  "find-domain": "Find the domain and its keys",
  "take-into-custody": "Take what was found into custody",
  "check-seals": "Compare the seals of officer {officer}",
  "open-bag": "Open the bag of officer {officer}",
  "check-key": "Check the key of officer {officer}",
  "report-trouble": "Say what is wrong with the key of officer {officer}",
  "check-copy-seal": ({ copy }) =>
    copy === "transfer"
      ? "Compare the seal of the transfer medium"
      : "Compare the seal of the domain copy",
  "rehash-copy": ({ copy }) =>
    copy === "transfer" ? "Compare the domain on the transfer medium" : "Compare the domain copy",
  "take-part": "Take over the part of officer {officer}",
  "name-backup": "Name the newest full backup",
  "check-objects": "Compare the seals of what is here",
  "hand-off": "Hand off objects",
  "attest-custody": "Assess the custody as a whole",
  acknowledge: "Say that it is understood",
  choose: "Choose how to go on",
  "sign-act": "Sign the end of this act",
  close: "Sign and seal the media",
  "close-on-paper": "Close the record on paper",
};

/** Such as "Make the key of officer 2". */
export function titleOf({ action, seat, station }: Step): string {
  const title = TITLES[action.kind];
  const { what, copy, to = "other" } = action;
  return (typeof title === "string" ? title : title({ station, what, copy }))
    .replaceAll("{officer}", String(seat ?? ""))
    .replaceAll("{station}", station)
    .replaceAll("{to}", to);
}
