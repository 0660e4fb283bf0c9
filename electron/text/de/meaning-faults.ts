// In German: ../en/meaning-faults.ts.
import { translation } from "../rows/translation.ts";

export const MEANING_FAULTS = translation<"meaning-faults">()({
  contradicts: ["5400f4bd", "Eintrag {n} widerspricht Eintrag {m}: {rule}."],
  compareBoth: ["a99c587e", "Verlassen Sie sich nicht auf dieses Protokoll. Vergleichen Sie beide Einträge und fragen Sie die, die sie nennen."],
  orElse: ["fe4cb2ee", "Vergleichen Sie beide Einträge und die Wörter des Prüfwerts. Stimmen sie, dürfen zwei Personen trotzdem fortfahren; das wird eingetragen. Ohne dieses Protokoll: eines fortsetzen, das älter ist, eine Wiederherstellung ohne Protokoll abhalten oder den Blob mit sd restore-blob aus den Dateien machen."],
  "E-HEAD-OTHER": ["6ecd11c7", "Ein eingegebener Prüfwert gehört zu keinem dieser Protokolle."],
  "E-HEAD-OTHER.next": ["18449ed9", "Prüfen Sie, ob er richtig abgeschrieben ist und ob das ganze Protokoll, zu dem er gehört, dabei ist."],
  "E-CLOSED-SHORT": ["03828d22", "Dieses Protokoll ist geschlossen, aber nicht verbürgt: Weniger Schlüsselinhaber haben es geschlossen, als unterschreiben mussten."],
  "E-CLOSED-SHORT.next": ["08813f20", "Fragen Sie die, die nicht unterschrieben haben, was geschah, und vergleichen Sie, was auf den letzten Abschnitt folgt, den genug Schlüsselinhaber unterschrieben haben. Stimmt das Protokoll, dürfen zwei Personen trotzdem fortfahren; das wird eingetragen."],
  "E-RULES-NEWER": ["3adaad1f", "Dieses Protokoll ist neuer als dieses Programm: Es wurde unter einer späteren Fassung der Regeln geschrieben."],
  "E-RULES-NEWER.next": ["e5880681", "Prüfen Sie es mit dem Programm, das es geschrieben hat, oder mit einem neueren: Der erste Eintrag nennt dessen Version. Kette und Unterschriften allein lassen sich mit --form-only prüfen."],
  "E-NOT-A-CEREMONY": ["b607ce17", "Das ist keine Zeremonie dieser App: Es nennt keinen Ablauf, den die App kennt."],
  "E-NOT-A-CEREMONY.next": ["1af06b63", "Wurde sie mit einem Ablauf abgehalten, den diese App nicht hat: sd nimmt ihn mit --script; das Fenster findet ihn auf dem Rechner, der die Zeremonie abgehalten hat, und im Ordner der Nachweise, wenn das Protokoll mit seinem Prüfwert hinzugefügt wird. Um nur Kette und Unterschriften zu prüfen, gleich wovon sie handeln, nehmen Sie --form-only."],
});
