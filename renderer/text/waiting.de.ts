// In German: what ./waiting.ts says.
import type { WindowView } from "../../electron/bridge/view.ts";
import { type LongWork } from "./waiting.ts";

export { type LongWork } from "./waiting.ts";

type Working = Extract<WindowView["activity"], { readonly kind: "working" }>;

type Waiting = NonNullable<Working["waiting"]>;

interface LongWorkText {
  readonly since: string;
  readonly sure: string;
  /** 1, 2, 3: what a power cut means now. The last one is the one to remember. */
  readonly power: readonly [string, string, string];
  /** Minutes in which it is usually ready, where that is known. */
  readonly usual: readonly [number, number] | null;
}

/** While the answer of an activation is on no medium: two people decided to download again. */
export const NOT_KEPT: Pick<LongWorkText, "sure" | "power"> = {
  sure:
    "Die Antwort ist noch auf keinem Datenträger. Ist das HSM bereit, wird sie noch "
    + "einmal heruntergeladen.",
  power: [
    "Das HSM arbeitet ohne uns weiter.",
    "Starten Sie den Rechner und führen Sie diesen Schritt noch einmal aus.",
    "Nichts wird noch einmal heruntergeladen, wenn nicht zwei Personen es beschließen.",
  ],
};

/** Each long operation. */
export const LONG_WORK: Readonly<Record<LongWork, LongWorkText>> = {
  activation: {
    since: "Zeit seit der Aktivierung",
    sure: "Die Sicherheitsdomäne ist schon sicher auf zwei Datenträgern.",
    power: [
      "Die Antwort ist auf zwei Datenträgern. Das HSM arbeitet ohne uns weiter.",
      "Starten Sie den Rechner und führen Sie diesen Schritt noch einmal aus: Er findet die "
        + "Antwort auf den Datenträgern.",
      "Nichts wird noch einmal heruntergeladen, wenn nicht zwei Personen es beschließen.",
    ],
    usual: [8, 12],
  },
  "domain-restore": {
    since: "Zeit seit dem Hochladen",
    sure: "Laden Sie nicht noch einmal hoch. Der Blob wirkt nur einmal.",
    power: [
      "Das Hochladen ist fertig. Das HSM arbeitet ohne uns weiter.",
      "Starten Sie den Rechner und führen Sie diesen Schritt noch einmal aus: Er fragt "
        + "zuerst nach dem Zustand.",
      "Laden Sie nicht noch einmal hoch. Der Blob wirkt nur einmal und ist verbraucht.",
    ],
    usual: [8, 12],
  },
  backup: {
    since: "Zeit seit Beginn der Sicherung",
    sure: "Das HSM ist noch leer: Es kann nichts verloren gehen.",
    power: [
      "Das HSM arbeitet ohne uns weiter.",
      "Starten Sie den Rechner und führen Sie diesen Schritt noch einmal aus.",
      "Das HSM wird zuerst nach dieser Sicherung gefragt. Eine zweite eines leeren HSM "
        + "schadet nicht.",
    ],
    usual: null,
  },
  "restore-wait": {
    since: "Zeit in diesem Schritt",
    sure: "Azure erlaubt das Rückspielen eine halbe Stunde nach der Sicherung des leeren HSM.",
    power: [
      "Die Zeit zählt ab dem Ende der Sicherung, das im Protokoll steht.",
      "Starten Sie den Rechner und führen Sie diesen Schritt noch einmal aus.",
      "Vor dieser Zeit wird nichts an das HSM gesendet.",
    ],
    usual: null,
  },
  restore: {
    since: "Zeit seit Beginn des Rückspielens",
    sure: "Die Sicherung selbst wird nur gelesen, nie geändert.",
    power: [
      "Das HSM arbeitet ohne uns weiter.",
      "Starten Sie den Rechner und führen Sie diesen Schritt noch einmal aus.",
      "Das HSM wird zuerst nach diesem Rückspielen gefragt, und ein zweites ist gefahrlos: "
        + "Es ersetzt alles.",
    ],
    usual: null,
  },
};

/** What is sure meanwhile. A rehearsal's own HSM restores sooner than Azure. */
export const sureLine = (what: LongWork, mode: WindowView["mode"]): string =>
  what === "restore-wait" && mode === "REHEARSAL"
    ? `${LONG_WORK[what].sure} In einer Übung ist die Wartezeit kürzer.`
    : LONG_WORK[what].sure;

/** The HSM's last answer in words. */
export const ANSWERS: Readonly<Record<NonNullable<Waiting["lastState"]>, string>> = {
  running: "arbeitet noch",
  succeeded: "fertig",
  failed: "gescheitert",
  unknown: "keine klare Antwort, also fragen wir nur noch einmal",
};

/** Words around the waiting. */
export const WAITING = {
  title: "Jetzt handelt niemand",
  name: "Das HSM arbeitet",
  azureName: "Azure erlaubt das Rückspielen noch nicht",
  verb: "Warten",
  detail: "der Bildschirm geht von selbst weiter",
  lastAnswer: "Letzte Antwort",
  none: "noch nicht gefragt",
  next: "Nächste Frage",
  nextIn: (seconds: number): string =>
    seconds <= 0 ? "jetzt" : seconds === 1 ? "in 1 Sekunde" : `in ${seconds} Sekunden`,
  until: "Nicht vor",
  left: (time: string): string => `noch ${time}`,
  asked: "Bisher gefragt",
  askedTimes: (times: number, every: number): string =>
    `${times === 1 ? "einmal" : `${times}-mal`}; wieder ${
      every <= 1 ? "jede Sekunde" : `alle ${Math.round(every)} Sekunden`
    }`,
  usual: "meist bereit bei",
  minutes: (minutes: number): string => `${minutes} Min.`,
  ruler: (minutes: number, asked: number): string =>
    `bisher ${minutes} Minuten; ${asked}-mal gefragt`,
  powerLabel: "Ohne Strom",
  nothing: "Nichts zu drücken. Der Bildschirm geht von selbst weiter.",
} as const;
