// Home at the connected station: what the transfer medium brought, and what is done with it.
import type { ArrivalView } from "../../electron/bridge/view.ts";
import { ceremonyInSentence } from "./home.ts";
import { dayAndTime } from "./times.ts";

export const ARRIVAL = {
  wait: "Insert the transfer medium that the offline station handed over.",
  site: "Now: choose the site file",
  siteLine: "It names the HSM, and says how to sign in to it. Without it, no HSM can be reached.",
  way: "What happens here",
  steps: [
    "The offline station writes the record to the transfer medium.",
    "You insert it here, compare the words of the record’s head, and work with the HSM.",
    "It goes back when the screen says so. Never insert an officer’s stick here.",
  ],
  elsewhere: "Custody is at the offline station",
  elsewhereLine:
    "Its Home shows which keys are healthy, where each sealed object is, and what is "
    + "due next. This computer only talks to the HSM.",
  hsm: "HSM",
  host: "Address",
  signIn: "Sign-in",
} as const;

/** What is pressed when a ceremony has come. */
export const takePart = ({ ceremony }: ArrivalView): string =>
  `Take part in the ${ceremonyInSentence(ceremony)}`;

/** Which ceremony has come. */
export const arrivedLine = ({ hsm, openedAt, script }: ArrivalView): string =>
  `${hsm}, opened ${dayAndTime(openedAt)}. The transfer medium is inserted.${SCRIPTS[script]}`;

const SCRIPTS: Readonly<Record<ArrivalView["script"], string>> = {
  known: "",
  brought:
    " Its script came with it, because this version of the app does not have it: compare the words of "
    + "the record\u2019s head at the take-over, whatever the script says.",
  missing:
    " Neither this version of the app nor the medium has its script: use the version that opened it.",
};
