// In German: what ./sign-in.ts says.
import type { WindowView, SignInWay, SiteView } from "../../electron/bridge/view.ts";

type Mode = WindowView["mode"];

/** At Home: which HSM the next ceremony asks. */
export const SITE = {
  choose: { REHEARSAL: "HSM: das eingebaute", PRODUCTION: "HSM: noch keines gewählt" },
  line: {
    REHEARSAL:
      "Wählen Sie eine Standortdatei: Die nächste Zeremonie verwendet dann ein eigenes "
      + "HSM, mit Anmeldung.",
    PRODUCTION:
      "Wählen Sie die Standortdatei: Sie nennt das HSM und sagt, wie man sich dort " + "anmeldet.",
  },
  title: { REHEARSAL: "Das HSM einer Übung", PRODUCTION: "Das HSM, das diese Station fragt" },
  intro: {
    REHEARSAL:
      "Eine Übung verwendet das in diese App eingebaute HSM: Es läuft auf diesem Rechner, "
      + "kostet nichts und verhält sich wie das von Azure. Sie brauchen keine Datei. Um mit "
      + "einem eigenen HSM in Azure zu üben, wählen Sie seine Standortdatei: eine kleine "
      + "Textdatei, die das HSM nennt und sagt, wie man sich dort anmeldet.",
    PRODUCTION:
      "Die Standortdatei ist eine kleine Textdatei, die das HSM nennt und sagt, wie man "
      + "sich dort anmeldet. Die Dokumentation der verbundenen Station zeigt eine.",
  },
  keep: { REHEARSAL: "Das eingebaute verwenden", PRODUCTION: "Jetzt nicht" },
  file: "Standortdatei wählen",
  chosen: (name: string): string => `HSM: ${name}`,
} as const;

/** At Home: how the chosen HSM is reached, and how another one is chosen. */
export function siteLine({ host, way, cloud }: SiteView, mode: Mode): string {
  const other = mode === "PRODUCTION" ? "Drücken entfernt es." : "Drücken für das eingebaute.";
  return mode === "REHEARSAL" && cloud !== "own"
    ? `${MICROSOFTS} ${other}`
    : `${other} Adresse: ${host}; Anmeldung ${WAYS[way].short}.`;
}

const MICROSOFTS =
  "Ein echtes HSM: Hat eine Übung es einmal aktiviert, ist es nur noch für Übungen.";

interface Way {
  readonly short: string;
  /** What the person does now. */
  readonly now: string;
}

/** How one signs in. */
export const WAYS: Readonly<Record<SignInWay, Way>> = {
  browser: {
    short: "in einem Browser auf diesem Rechner",
    now:
      "Auf diesem Rechner öffnet sich ein Browser. Melden Sie sich dort an und kommen Sie "
      + "dann zurück.",
  },
  "device-code": { short: "mit Code und Browser", now: "Ein Code wird angefordert." },
  "azure-cli": {
    short: "mit der Anmeldung der Azure CLI",
    now: "Die Anmeldung der Azure CLI dieses Rechners wird verwendet.",
  },
  "managed-identity": {
    short: "mit der Identität dieses Rechners",
    now: "Die eigene Identität dieses Rechners wird verwendet.",
  },
  "client-certificate": {
    short: "mit dem Zertifikat der Standortdatei",
    now: "Das Zertifikat der Standortdatei wird verwendet.",
  },
};

export const SIGN_IN = {
  title: "Anmelden",
  device: "Öffnen Sie auf einem beliebigen Rechner mit Browser",
  code: "und tippen Sie diesen Code:",
  thenWait:
    "Dieser Bildschirm geht von selbst weiter, wenn es getan ist. Der Code gilt 15 "
    + "Minuten; wiederholen Sie danach den Schritt. Es geht nichts verloren.",
  copyAddress: "Adresse kopieren",
  copyCode: "Code kopieren",
  copied: "Kopiert",
  tenant: "Mandant",
  cancel: "Anmeldung abbrechen",
  waiting: "Auf die Anmeldung wird gewartet",
  poll:
    "Das HSM arbeitet inzwischen weiter. Nach der Anmeldung wird es noch einmal gefragt; "
    + "nichts wird zweimal gesendet.",
  as: "Angemeldet als",
  vouches: "Verbürgt von",
  ownCa: "der eigenen CA der Standortdatei allein, wie auch immer die Hosts heißen",
  nameless: "ein Name, den das Token nicht enthält",
  notYet: "Noch ist niemand angemeldet",
  willAsk: ({ name, host, way }: SiteView): string =>
    `${name} ist unter ${host} erreichbar. Sie melden sich ${WAYS[way].short} an.`,
} as const;
