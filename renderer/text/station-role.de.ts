// In German: what ./station-role.ts says.
import type {
  StationRoleName,
  StationRoleView,
  RehearsalOnly,
  WindowView,
} from "../../electron/bridge/view.ts";
import { FRAME, stationInSentence } from "./frame.ts";

export const STATION_ROLE = {
  group: "Dieser Rechner",
  is: {
    rehearsal: "Er ist für Übungen",
    offline: "Er ist die Offline-Station",
    connected: "Er ist die verbundene Station",
  },
  line: "Wofür dieser Rechner ist, und was er sonst sein könnte.",
  title: "Wofür ist dieser Rechner?",
  lead:
    "Eine echte Zeremonie braucht zwei Rechner; jeder ist eine Station. Ein Stick, der "
    + "Transportdatenträger, bringt das Protokoll vom einen zum anderen.",
  now: "dieser Rechner jetzt",
  choose: "Wählen",
  back: "Zur Startseite",
} as const;

/** Why nothing can be chosen. */
export const REHEARSAL_ONLY: Readonly<Record<RehearsalOnly, string>> = {
  "not-packaged": "Dieses Programm wurde nicht als Paket installiert: Es ist nur für Übungen.",
  "runtime-strange":
    "Dieses Programm läuft nicht in der Laufzeitumgebung, für die es gemacht ist: Es ist "
    + "nur für Übungen.",
  "files-changed":
    "Dateien dieses Programms sind nicht die veröffentlichten: Es ist nur für Übungen.",
  "other-copy":
    "Auf diesem Rechner läuft eine weitere Kopie dieses Programms. Schließen Sie sie und "
    + "starten Sie dieses neu; bis dahin ist es nur für Übungen.",
  "no-place":
    "Dieses Programm findet keinen Ordner, in dem es sicherstellen kann, dass es nur einmal läuft. "
    + "Ihr Benutzerordner muss da sein, und niemand sonst darf ihn ändern; bis dahin ist es nur für "
    + "Übungen.",
  unsigned:
    "Dieses Programm ist nicht signiert, also bürgt niemand dafür: Es ist nur für " + "Übungen.",
};

/** Of a signed package: what is compared with paper. */
export const RELEASE = {
  title: "Wörter zum Vergleich mit dem Papier",
  key: "Veröffentlichungsschlüssel",
  package: "Dieses Paket",
  image: "Live-Abbild",
} as const;

/** Where a secret could reach this computer's disk, or null: in earnest that forbids it. */
export function tracesLine({ cores, swaps }: WindowView["traces"]): string | null {
  const places = [
    ...(swaps.length === 0 ? [] : [`Auslagerung (${swaps.join(", ")})`]),
    ...(cores ? ["eine Datei nach einem Absturz"] : []),
  ];
  if (places.length === 0) return null;
  return (
    `Arbeitsspeicher könnte auf das Laufwerk dieses Rechners gelangen: ${places.join(" und ")}. In einer echten `
    + "Zeremonie werden Schritte abgelehnt, die eine Passphrase brauchen."
  );
}

interface PostText {
  readonly title: string;
  /** What it is for. */
  readonly line: string;
}

/** What a computer can be for. */
export const STATION_ROLES: Readonly<Record<StationRoleName, PostText>> = {
  rehearsal: {
    title: "Übungen",
    line:
      "Dieser eine Rechner ist beide Stationen, mit Schlüsseln, die nicht zählen. So lernt "
      + "man eine Zeremonie.",
  },
  offline: {
    title: "Offline-Station",
    line:
      "Hier werden Schlüssel erzeugt und geöffnet. Dieser Rechner hat kein Netzwerk und "
      + "darf nie wieder eines haben.",
  },
  connected: {
    title: "Verbundene Station",
    line:
      "Dieser Rechner erreicht das HSM: Meist ist es Ihr Sprungrechner. Kein Stick eines "
      + "Schlüsselinhabers und keine Passphrase kommt je hierher.",
  },
};

/** In place of the choice: the other station, once real ceremonies took place here. */
export const keptLine = (kept: "offline" | "connected"): string =>
  `Hier fanden echte Zeremonien statt: Dieser Rechner bleibt die ${stationInSentence(kept)}.`;

/** Before a computer becomes a station. */
export const SURE = {
  title: (station: "offline" | "connected"): string =>
    `Dieser Rechner wird die ${stationInSentence(station)}`,
  intro: "Von da an sind die Zeremonien hier echt und die Schlüssel auch.",
  lines: {
    offline: [
      "Ziehen Sie jedes Netzwerkkabel ab und schalten Sie jeden Funk aus. Verbinden Sie "
        + "diesen Rechner nie wieder mit einem Netzwerk.",
      "Nach einer Zeremonie hier kann er nie die verbundene Station werden.",
      "Übungen bleiben hier jederzeit möglich.",
    ],
    connected: [
      "Stecken Sie hier nie den Stick eines Schlüsselinhabers ein und tippen Sie hier nie "
        + "eine Passphrase. Stecken Sie nur den Transportdatenträger und den Datenträger der "
        + "Domänenkopie ein.",
      "Nach einer Zeremonie hier kann er nie die Offline-Station werden.",
      "Übungen bleiben hier jederzeit möglich.",
    ],
  },
  yes: (station: "offline" | "connected"): string => `Er ist die ${stationInSentence(station)}`,
  no: "Jetzt nicht",
} as const;

/** The title of the window: the app, and what this computer is for. */
export const windowTitle = (view: StationRoleView): string => `${FRAME.app}: ${useOf(view)}`;

function useOf({ role, rehearsalOnly }: StationRoleView): string {
  switch (rehearsalOnly) {
    case "files-changed":
      return "nur Übungen, Programm verändert";
    case "other-copy":
      return "nur Übungen, weitere Kopie läuft";
    case "no-place":
      return "nur Übungen, kein sicherer Benutzerordner";
    case "unsigned":
      return "nur Übungen, nicht signiert";
    case "not-packaged":
    case "runtime-strange":
      return "nur Übungen";
    case null:
      return role === "rehearsal" ? "Übungen" : stationInSentence(role);
  }
}
