// What a step is called: short in the rail, long on the stage.
import type { RoomView } from "../../electron/bridge/room.ts";

/** A step in the timetable, as main sends it. */
export type StopView = NonNullable<RoomView["ceremony"]>["acts"][number]["steps"][number];

/** The name of a kind of step. */
export type KindName = StopView["kind"];

interface Title {
  readonly short: (stop: StopView) => string;
  readonly long: (stop: StopView) => string;
}

const always = (short: string, long: string): Title => ({ short: () => short, long: () => long });

const officer = ({ seat }: StopView): string => `officer ${seat ?? ""}`.trim();

/** The titles by kind. Short ones have 22 letters at most. */
const TITLES: Readonly<Record<KindName, Title>> = {
  "open": always("Open the ceremony", "Open the ceremony"),
  "make-key": {
    short: (stop) => `Key of ${officer(stop)}`,
    long: (stop) => `Make the key of ${officer(stop)}`,
  },
  "confirm-thumbprint": {
    short: (stop) => `${stop.station === "offline" ? "Words" : "Card"} of ${officer(stop)}`,
    long: (stop) => stop.station === "offline"
      ? `Hear the words of ${officer(stop)}`
      : `Hear the card of ${officer(stop)}`,
  },
  "export-certificates": always("Certificates copied", "Copy the certificates"),
  "hand-over": {
    short: ({ to }) => `To ${to ?? "the other"} station`,
    long: ({ to }) => `Carry the record to the ${to ?? "other"} station`,
  },
  "take-over": {
    short: ({ station }) => `At ${station} station`,
    long: ({ station }) => `Take the record over at the ${station} station`,
  },
  "read-activation": always("State of the HSM", "Ask the HSM for its state"),
  "download-domain": always("Activate the HSM", "Activate and keep the domain"),
  "read-aloud": {
    short: ({ what }) => what === "exchange-key" ? "Exchange key, words" : "Domain, words",
    long: ({ what }) => what === "exchange-key"
      ? "Hear the words of the exchange key"
      : "Hear the words of the security domain",
  },
  "match-domain": always("Domain compared", "Compare the security domain"),
  "prove-quorum": always("Prove every pair", "Prove every pair"),
  "record-custody": always("Bags and places", "Record bags and places"),
  "know-backup": always("Newest full backup", "Name the newest full backup"),
  "fetch-exchange-key": always("Fetch exchange key", "Fetch the exchange key"),
  "compare-exchange-key": always("Exchange key heard", "Compare the exchange key"),
  "make-restore-blob": always("Make the blob", "Make the restore blob"),
  "upload-blob": always("Upload the blob", "Upload the restore blob"),
  "backup-empty": always("Back up empty HSM", "Back up the empty HSM"),
  "restore-backup": always("Restore the backup", "Restore the newest backup"),
  "compare-keys": always("Find every key", "Find every key again"),
  "read-active": always("State of the HSM", "Ask the HSM for its state"),
  "download-again": always("New domain", "Download the domain again"),
  "retire-domain": always("Old domain retired", "Retire the old security domain"),
  "destroy-old": {
    short: (stop) => `Old key, ${officer(stop)}`,
    long: (stop) => `Destroy what held the old key of ${officer(stop)}`,
  },
  "find-domain": always("Domain and keys found", "Find the domain and its keys"),
  "take-into-custody": always("Bags and places", "Take what was found into custody"),
  "check-seals": {
    short: (stop) => `Seals of ${officer(stop)}`,
    long: (stop) => `Compare the seals of ${officer(stop)}`,
  },
  "open-bag": {
    short: (stop) => `Bag of ${officer(stop)}`,
    long: (stop) => `Open the bag of ${officer(stop)}`,
  },
  "check-key": {
    short: (stop) => `Check, ${officer(stop)}`,
    long: (stop) => `Check the key of ${officer(stop)}`,
  },
  "report-trouble": {
    short: (stop) => `Trouble, ${officer(stop)}`,
    long: (stop) => `Say what is wrong with the key of ${officer(stop)}`,
  },
  "check-copy-seal": {
    short: ({ copy }) => copy === "transfer" ? "Seal, transfer medium" : "Seal, domain’s copy",
    long: ({ copy }) => copy === "transfer"
      ? "Compare the seal of the transfer medium" : "Compare the seal of the domain’s copy",
  },
  "rehash-copy": {
    short: ({ copy }) => copy === "transfer" ? "Domain on transfer" : "Domain on its copy",
    long: ({ copy }) => copy === "transfer"
      ? "Compare the domain on the transfer medium" : "Compare the domain on its copy",
  },
  "take-part": {
    short: (stop) => `Part of ${officer(stop)}`,
    long: (stop) => `Take over the part of ${officer(stop)}`,
  },
  "name-backup": always("Newest full backup", "Name the newest full backup"),
  "check-objects": always("Seals on the table", "Compare the seals of what lies here"),
  "hand-off": always("Hand objects on", "Hand the objects on"),
  "attest-custody": always("Judge the custody", "Judge the custody as a whole"),
  "choose": always("A choice", "Choose how to go on"),
  "sign-act": always("Act signed", "Sign the end of this act"),
  "close": always("Sign and seal", "Sign and seal the media"),
  "close-on-paper": always("Close on paper", "Close the record on paper"),
};

/** The title of a step in the rail: 22 letters or fewer. */
export const stepTitle = (stop: StopView): string => TITLES[stop.kind].short(stop);

/** The heading of a step on the stage. */
export const stepHeading = (stop: StopView): string => TITLES[stop.kind].long(stop);
