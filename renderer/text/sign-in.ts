// Every sentence of the HSM of a site file and of signing in to it.
import type { RoomView, SignInWay, SiteView } from "../../electron/bridge/room.ts";

type Mode = RoomView["mode"];

/** At Home: which HSM the next ceremony asks. */
export const SITE = {
  choose: { REHEARSAL: "HSM: the built-in one", PRODUCTION: "HSM: none chosen yet" },
  line: {
    REHEARSAL: "Choose a site file: the next ceremony asks an HSM of your own, and one signs in "
      + "to it.",
    PRODUCTION: "Choose the site file: it names the HSM, and says how one signs in to it.",
  },
  chosen: (name: string): string => `HSM: ${name}`,
} as const;

/** At Home: how the chosen HSM is asked, and how another one is chosen. */
export function siteLine({ host, way, cloud }: SiteView, mode: Mode): string {
  const other = mode === "PRODUCTION" ? "Press to take it away." : "Press for the built-in one.";
  return mode === "REHEARSAL" && cloud !== "own" ? `${MICROSOFTS} ${other}`
    : `${other} It is asked at ${host}; one signs in ${WAYS[way].short}.`;
}

const MICROSOFTS = "A real HSM: what a rehearsal activates stays a rehearsal’s.";

interface Way {
  readonly short: string;
  /** What the person does now. */
  readonly now: string;
}

/** How one signs in. */
export const WAYS: Readonly<Record<SignInWay, Way>> = {
  "browser": {
    short: "in a browser on this machine",
    now: "A browser opens on this machine. Sign in there, then come back.",
  },
  "device-code": {
    short: "with a code, in any browser",
    now: "A code is being asked for.",
  },
  "azure-cli": {
    short: "as whoever the Azure CLI is signed in",
    now: "The Azure CLI of this machine is asked for its sign-in.",
  },
  "managed-identity": {
    short: "as this machine itself",
    now: "This machine’s own identity is asked for.",
  },
  "client-certificate": {
    short: "with the certificate of the site file",
    now: "The certificate of the site file is shown to the sign-in service.",
  },
};

export const SIGN_IN = {
  title: "Sign in",
  device: "On any machine with a browser, open",
  code: "and type this code:",
  thenWait: "This screen goes on by itself when it is done. The code holds for a quarter of an "
    + "hour; after that the step is repeated, and nothing is lost.",
  copyAddress: "Copy the address",
  copyCode: "Copy the code",
  copied: "Copied",
  tenant: "Tenant",
  cancel: "Cancel the sign-in",
  waiting: "Waiting for the sign-in",
  poll: "The HSM works on meanwhile. After the sign-in it is asked again; nothing is sent twice.",
  as: "Signed in as",
  nameless: "a name that the token does not tell",
  notYet: "Nobody is signed in yet",
  willAsk: ({ name, host, way }: SiteView): string =>
    `${name} is asked at ${host}. One signs in ${WAYS[way].short}.`,
} as const;
