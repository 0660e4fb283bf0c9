// In German: ../en/incident.ts.
import { translation } from "../rows/translation.ts";

export const INCIDENT = translation<"incident">()({
  word: ["36a606d4", "Vorfall"],
  code: ["d4ca2b24", "E-MEDIA-SECRET"],
  verb: ["8055e281", "Anhalten und beschließen"],
  detail: ["39cae3bf", "zwei Personen, laut"],
  files: ["a6d2d2b5", "Gefunden um"],
  "steps.0": ["1d5e319a", "Ziehen Sie den Datenträger ab und legen Sie ihn dorthin, wo niemand ihn kopieren kann."],
  "steps.1": ["029fe5c8", "Behandeln Sie diesen Schlüssel als preisgegeben: Sein Inhaber braucht einen neuen."],
  "steps.2": ["dd955b62", "Zwei Personen beschließen, mit einem sauberen Datenträger fortzufahren oder zu beenden, und vermerken es als Ausnahme."],
  note: ["565978d2", "Beschluss vermerken"],
  recorded: ["40e39c98", "Der Vorfall steht im Protokoll."],
  waits: ["8db60708", "Der Vorfall liegt auf dem Laufwerk dieses Rechners. Er kommt ins Protokoll, das unterwegs ist, sobald eine Station es übernimmt."],
  foot: ["683334ad", "Die Zeremonie ruht, bis zwei Personen beschlossen haben."],
  message: ["15fe8e60", "{medium}: Ein privater Schlüssel oder ein Anteil war darauf."],
});
