// In German: what ./incident.ts says.
import { mediumName } from "./objects.ts";

export const INCIDENT = {
  word: "Vorfall",
  code: "E-MEDIA-SECRET",
  message: (medium: string): string =>
    `${mediumName(medium)}: Ein privater Schlüssel oder ein Anteil war darauf.`,
  verb: "Anhalten und beschließen",
  detail: "zwei Personen, laut",
  files: "Gefunden um",
  steps: [
    "Ziehen Sie den Datenträger ab und legen Sie ihn dorthin, wo niemand ihn kopieren " + "kann.",
    "Behandeln Sie diesen Schlüssel als preisgegeben: Sein Inhaber braucht einen neuen.",
    "Zwei Personen beschließen, mit einem sauberen Datenträger fortzufahren oder zu "
      + "beenden, und vermerken es als Ausnahme.",
  ],
  note: "Beschluss vermerken",
  recorded: "Der Vorfall steht im Protokoll.",
  waits:
    "Der Vorfall liegt auf dem Laufwerk dieses Rechners. Er kommt ins Protokoll, das "
    + "unterwegs ist, sobald eine Station es übernimmt.",
  foot: "Die Zeremonie ruht, bis zwei Personen beschlossen haben.",
} as const;
