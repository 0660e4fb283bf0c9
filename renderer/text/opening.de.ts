// In German: what ./opening.ts says.
import type { WindowView } from "../../electron/bridge/view.ts";

interface Size {
  readonly value: string;
  readonly label: string;
}

const SIZES: readonly Size[] = ["4096", "3072", "2048"].map((value) => ({ value, label: value }));

const SHORT: Size = { value: "2048", label: "2048: schneller, für eine kurze Übung" };

/** The sentences of the form. */
export const OPENING = {
  hsm: "Name des HSM",
  hsmHint: "3 bis 24 Buchstaben, Ziffern und Bindestriche",
  hsmWrong: "3 bis 24 Buchstaben, Ziffern und Bindestriche; beginnt mit einem Buchstaben.",
  administrator: "Administrator",
  witness: "Zeuge",
  officer: (seat: number): string => `Schlüsselinhaber ${seat}`,
  people: "Wer im Raum ist",
  absent: "Lassen Sie einen Namen leer, wenn der Schlüsselinhaber nicht hier ist.",
  bits: "Größe der Schlüssel",
  nobody: "Wer diesen Rechner bedient",
  same: "Dieser Name steht zweimal da.",
  needHsm: "Geben Sie den Namen des HSM ein",
  needName: (role: string): string => `Geben Sie den Namen ein: ${role}`,
  needOfficers: (least: number): string =>
    least === 1
      ? "Welcher Schlüsselinhaber ist hier?"
      : `Mindestens ${least} Schlüsselinhaber müssen hier sein`,
  renewed: (seat: number): string => `Der Schlüssel von Schlüsselinhaber ${seat} wird ersetzt`,
  renewedHint:
    "Kreuzen Sie an, wessen Schlüssel ersetzt wird: weil jemand ausscheidet oder ein "
    + "Schlüssel verloren oder zweifelhaft ist. Geben Sie dann den Namen der Person ein, "
    + "die ihn von heute an hat.",
  needRenewed: "Kreuzen Sie an, wessen Schlüssel ersetzt wird",
  attested: (officer: string): string => `${officer}: geprüft`,
  which: "Welcher Schlüsselinhaber ist hier?",
  tooMany: (most: number): string => `Höchstens ${most} dürfen als Schlüsselinhaber hier sein`,
  say:
    "Ich lese vor, was eingegeben wurde. Sagen Sie es, wenn Ihr Name oder Ihre Rolle "
    + "falsch ist.",
  readBack: "Lesen Sie es zuerst vor",
  correct: "Alles richtig: eröffnen",
  change: "Etwas ändern",
  renewedKeys: "Zu ersetzende Schlüssel",
  needOthers: "Eine Person darf nur eine Rolle haben",
} as const;

/** Sizes to choose from. With the smallest one a rehearsal is short. */
export const sizesIn = (mode: WindowView["mode"]): readonly Size[] =>
  mode === "PRODUCTION" ? SIZES : [...SIZES.slice(0, -1), SHORT];
