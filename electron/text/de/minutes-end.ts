// In German: ../en/minutes-end.ts.
import { translation } from "../rows/translation.ts";

export const MINUTES_END = translation<"minutes-end">()({
  sign: ["8d8f9399", "Hier unterschreiben alle von Hand: Dies ist nach bestem Wissen eine wahre Aufzeichnung der Zeremonie. {aborted, select, true {Die Zeremonie wurde abgebrochen; bis dahin wurde sie nach ihrem Ablauf durchgeführt,} other {Die Zeremonie wurde nach ihrem Ablauf durchgeführt,}} {exceptions, select, true {außer wie in Abschnitt 8 vermerkt.} other {ohne vermerkte Ausnahme.}} Die Wörter des Prüfwerts, wie vorgelesen: {words}."],
  manifest: ["4e981af0", "Diese Niederschrift ist eine Datei der Nachweise der Zeremonie. Deren Verzeichnis wird zuletzt geschrieben und enthält den SHA-256 der Niederschrift, sodass der des Verzeichnisses hier nicht gedruckt sein kann. Die ersten zehn Wörter des SHA-256 des Verzeichnisses, von Hand: {room}"],
  onPaper: ["9831f527", "Diese Zeremonie wurde auf Papier geschlossen: Ohne diese Unterschriften oder die auf dem Papier jenes Tages hat sie niemand unterschrieben."],
  aborted: ["d7669fe0", "Die Zeremonie wurde vor ihrem Ende ABGEBROCHEN."],
  closed: ["fab0dc6e", "{paper, select, true {Auf Papier geschlossen} other {Geschlossen}} von {signed} der {all}."],
  short: ["153aa314", "NICHT VERBÜRGT: {signed} von {of, plural, one {1 Schlüsselinhaber} other {{of} Schlüsselinhabern}} haben unterschrieben, und {due} mussten es."],
  byHand: ["62628ec1", "{signed} von {of, plural, one {1 Schlüsselinhaber} other {{of} Schlüsselinhabern}} haben mit Schlüssel unterschrieben. Die anderen haben keinen: Sie unterschreiben die Wörter unten von Hand, und ohne diese Wörter ist das Protokoll nicht verbürgt."],
  notBy: ["d5562e03", "Nicht von {who}, {name}: {why}."],
  "why.substituted": ["9ab7df69", "ging vor dem Ende"],
  "why.no-key": ["c59e612c", "kein Protokoll bürgt für einen Signierschlüssel"],
  "why.aborted": ["436e67f2", "die Zeremonie wurde abgebrochen"],
  "why.exception": ["3be3cb80", "zwei Personen haben eine Ausnahme vermerkt"],
  unvouched: ["43640d7e", "Das Protokoll selbst bürgt nicht für das Signierzertifikat von {officers}: Vergleichen Sie dessen Wörter mit der Karte."],
  acts: ["f7a22a48", "Abschnitte, die etwas geändert haben, wurden bei ihrem Ende unterschrieben. Jede Unterschrift gilt allen Einträgen davor."],
  act: ["0368e65a", "Abschnitt"],
  signedBy: ["3bb448f9", "Unterschrieben von"],
  actOnPaper: ["41c7583c", "Auf Papier, von {people}: Bewahren Sie es bei dieser Niederschrift auf."],
  inEntry: ["766f1702", "{who}, in Eintrag {entry}"],
  notSigned: ["3dca226a", "Nicht unterschrieben von {people}"],
  noneOnPaper: ["65b1f7aa", "Das Protokoll enthält keine abschließenden Unterschriften: Es wurde auf Papier geschlossen."],
  none: ["07f0a183", "Das Protokoll ist nicht geschlossen: Niemand hat es unterschrieben."],
  inRecord: ["1b29b733", "Im Protokoll unterschrieben. Jede Unterschrift gilt allen Einträgen davor. Ein Zertifikat gehört dem Schlüsselinhaber, wenn seine Wörter die auf dessen Karte sind."],
  officer: ["619c48da", "Schlüsselinhaber, Eintrag, Zeit UTC"],
  certificate: ["cc00e050", "Signierzertifikat"],
});
