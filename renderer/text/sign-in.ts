// Every sentence of the HSM of a site file and of signing in to it.
import type { WindowView, SignInWay, SiteView } from "../../electron/bridge/view.ts";

type Mode = WindowView["mode"];

/** At Home: which HSM the next ceremony asks. */
export const SITE = {
  choose: { REHEARSAL: "HSM: the built-in one", PRODUCTION: "HSM: none chosen yet" },
  line: {
    REHEARSAL:
      "Choose a site file: the next ceremony then uses an HSM of your own, with a " + "sign-in.",
    PRODUCTION: "Choose the site file: it names the HSM, and says how to sign in to it.",
  },
  title: { REHEARSAL: "The HSM of a rehearsal", PRODUCTION: "The HSM that this station asks" },
  intro: {
    REHEARSAL:
      "A rehearsal uses the HSM that is built into this app: it runs on this computer, costs "
      + "nothing, and behaves as Azure\u2019s does. You need no file. To rehearse with an HSM of your "
      + "own in Azure, choose its site file: a small text file that names the HSM and says how to "
      + "sign in to it.",
    PRODUCTION:
      "The site file is a small text file that names the HSM and says how to sign in to it. The "
      + "documentation of the connected station shows one.",
  },
  keep: { REHEARSAL: "Use the built-in one", PRODUCTION: "Not now" },
  file: "Choose a site file",
  chosen: (name: string): string => `HSM: ${name}`,
} as const;

/** At Home: how the chosen HSM is reached, and how another one is chosen. */
export function siteLine({ host, way, cloud }: SiteView, mode: Mode): string {
  const other = mode === "PRODUCTION" ? "Press to remove it." : "Press for the built-in one.";
  return mode === "REHEARSAL" && cloud !== "own"
    ? `${MICROSOFTS} ${other}`
    : `${other} Its address is ${host}; you sign in ${WAYS[way].short}.`;
}

const MICROSOFTS = "A real HSM: once a rehearsal activates it, it is for rehearsals only.";

interface Way {
  readonly short: string;
  /** What the person does now. */
  readonly now: string;
}

/** How one signs in. */
export const WAYS: Readonly<Record<SignInWay, Way>> = {
  browser: {
    short: "in a browser on this machine",
    now: "A browser opens on this machine. Sign in there, then come back.",
  },
  "device-code": { short: "with a code, in any browser", now: "A code is being requested." },
  "azure-cli": {
    short: "with the sign-in of the Azure CLI",
    now: "The sign-in of this machine’s Azure CLI is used.",
  },
  "managed-identity": {
    short: "with this machine’s identity",
    now: "This machine’s own identity is used.",
  },
  "client-certificate": {
    short: "with the certificate of the site file",
    now: "The certificate of the site file is used.",
  },
};

export const SIGN_IN = {
  title: "Sign in",
  device: "On any machine with a browser, open",
  code: "and type this code:",
  thenWait:
    "This screen continues by itself when it is done. The code is valid for 15 minutes; "
    + "after that, repeat the step. Nothing is lost.",
  copyAddress: "Copy the address",
  copyCode: "Copy the code",
  copied: "Copied",
  tenant: "Tenant",
  cancel: "Cancel the sign-in",
  waiting: "Waiting for the sign-in",
  poll:
    "The HSM keeps working meanwhile. After the sign-in it is asked again; nothing is sent "
    + "twice.",
  as: "Signed in as",
  vouches: "Vouched for by",
  ownCa: "the site’s own CA alone, whatever the hosts are called",
  nameless: "a name that the token does not contain",
  notYet: "Nobody is signed in yet",
  willAsk: ({ name, host, way }: SiteView): string =>
    `${name} is reached at ${host}. You sign in ${WAYS[way].short}.`,
} as const;
