// Home at the connected station: what the transfer medium brought, and what is done with it.
import type { ArrivalView } from "../../electron/bridge/room.ts";
import { ceremonyInSentence } from "./home.ts";
import { dayAndTime } from "./times.ts";

export const ARRIVAL = {
  wait: "Put in the transfer medium that the offline station handed over.",
  site: "Now: choose the site file",
  siteLine: "It names the HSM, and says how one signs in to it. Without it nothing is asked from "
    + "here.",
  way: "What happens here",
  steps: [
    "The offline station writes the record onto the transfer medium.",
    "Here it is put in, the words of the record’s head are compared, and the HSM is asked.",
    "It goes back when the screen says so. An officer’s stick is never put in here.",
  ],
  elsewhere: "Custody is kept at the offline station",
  elsewhereLine: "Which keys are healthy, where each sealed thing lies, and what is due next "
    + "stands on its Home. This computer only asks the HSM.",
  hsm: "HSM",
  host: "Asked at",
  signIn: "Sign-in",
} as const;

/** What is pressed when a ceremony has come. */
export const takePart = ({ ceremony }: ArrivalView): string =>
  `Take part in the ${ceremonyInSentence(ceremony)}`;

/** Which ceremony has come. */
export const arrivedLine = ({ hsm, openedAt }: ArrivalView): string =>
  `${hsm}, opened ${dayAndTime(openedAt)}. The transfer medium is in.`;
