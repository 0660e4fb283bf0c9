// In German: what ./away.ts says.
import type { AwayView } from "../../electron/bridge/view.ts";

type Station = AwayView["at"];

const DATIVE = { offline: "Offline-Station", connected: "verbundenen Station" } as const;

export const AWAY = {
  title: (at: Station): string => `Die Zeremonie ist an der ${DATIVE[at]}`,
  lead:
    "Hier kann niemand etwas ins Protokoll schreiben, bis sie zurückkommt. Es geht "
    + "nichts verloren.",
  next: "Was zu tun ist",
  steps: {
    connected: [
      "Bringen Sie den Transportdatenträger und den Datenträger der Domänenkopie zur "
        + "verbundenen Station (dem Sprungrechner) und stecken Sie beide dort ein.",
      "Machen Sie dort weiter: Folgen Sie deren Bildschirm.",
      "Wenn die Zeremonie zurückkommt, stecken Sie den Transportdatenträger hier ein.",
    ],
    offline: [
      "Bringen Sie den Transportdatenträger und den Datenträger der Domänenkopie zur "
        + "Offline-Station und stecken Sie beide dort ein.",
      "Machen Sie dort weiter: Folgen Sie deren Bildschirm.",
      "Wenn die Zeremonie wieder hierher kommt, stecken Sie den Transportdatenträger hier "
        + "ein.",
    ],
  } satisfies Readonly<Record<Station, readonly string[]>>,
  seen: "Was diese Station sieht",
  carry: "Das Protokoll darauf schreiben",
  head: "Schreiben Sie diese Wörter auf",
  headLine:
    "Sie sind der Prüfwert des Protokolls bei der Übergabe. Nehmen Sie sie mit: Die "
    + "andere Station zeigt dieselben zehn Wörter, und der Zeuge vergleicht sie.",
  nothing:
    "Nichts zu drücken. Der Bildschirm geht von selbst weiter, wenn die Zeremonie "
    + "zurückkommt.",
} as const;

interface Seen {
  readonly line: string;
  /** Something is not as it should be. */
  readonly isWrong: boolean;
}

const SEEN: Readonly<Record<AwayView["medium"], Seen>> = {
  missing: { line: "Es steckt kein Transportdatenträger.", isWrong: false },
  "as-it-left": {
    line:
      "Der Transportdatenträger steckt, wie er von hier wegging: Noch hat niemand "
      + "weitergemacht. Werfen Sie ihn aus und bringen Sie ihn hin.",
    isWrong: false,
  },
  without: {
    line:
      "Es steckt ein Transportdatenträger, aber ohne das Protokoll oder mit einem früheren "
      + "Stand. Ist es der, der reist, schreiben Sie das Protokoll darauf.",
    isWrong: true,
  },
  other: {
    line:
      "Der eingesteckte Transportdatenträger gehört zu einer anderen Zeremonie oder zu "
      + "einer Übung. Ziehen Sie ihn ab.",
    isWrong: true,
  },
  damaged: {
    line:
      "Das Protokoll auf dem Transportdatenträger ist beschädigt. Bringen Sie ihn zur "
      + "anderen Station zurück und übergeben Sie das Protokoll noch einmal.",
    isWrong: true,
  },
  forked: {
    line:
      "Das Protokoll auf dem Transportdatenträger setzt nicht das fort, das von hier "
      + "wegging. Das ist ein Vorfall: Legen Sie den Datenträger beiseite und vermerken Sie "
      + "eine Ausnahme.",
    isWrong: true,
  },
};

/** What is seen of the transfer medium. */
export const seenOf = (medium: AwayView["medium"]): Seen => SEEN[medium];
