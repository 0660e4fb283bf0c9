// In German: ../en/discarded.ts.
import { translation } from "../rows/translation.ts";

export const DISCARDED = translation<"discarded">()({
  discard: ["b5d2509b", "Verwerfen"],
  discardNow: ["a8b2a053", "Jetzt verwerfen"],
  keep: ["fdce5da2", "Behalten"],
  title: ["e6d66813", "Verworfene Übungen"],
  intro: ["95c23112", "Jede ist vollständig, mit Protokoll und Schlüsseln, und lässt sich genau so wiederherstellen, wie sie war."],
  introSticks: ["b612f6cc", "Jede ist vollständig, mit Protokoll, und mit Schlüsseln, wenn ihre Datenträger auf diesem Rechner sind, und lässt sich genau so wiederherstellen, wie sie war. Was auf USB-Sticks ist, wird weder aufbewahrt noch wiederhergestellt noch gelöscht."],
  sticks: ["0ed7e537", "Was auf ihren USB-Sticks ist, wird weder aufbewahrt noch wiederhergestellt noch gelöscht."],
  some: ["ce6c4991", "Verworfene Übungen sind aufbewahrt:"],
  see: ["f79ed670", "Ansehen"],
  close: ["7d9eb7ac", "Schließen"],
  undo: ["a8283ade", "Rückgängig machen"],
  remove: ["f069a402", "Endgültig entfernen"],
  removeTitle: ["e23dd8a4", "Endgültig entfernen?"],
  lost: ["39d31974", "Mit ihren Datenträgern wurde seitdem eine andere Zeremonie abgehalten; sie kann nicht wiederhergestellt werden. Sie bleibt in diesem Ordner:"],
  sureIntro: ["c69064a8", "Von der Übung mit {hsm} sind {done} von {steps} Schritten erledigt. Verworfen wird sie mit Protokoll und Schlüsseln 30 Tage lang beiseitegelegt, und andere Zeremonien können beginnen. Bis eine mit denselben Datenträgern beginnt, können Sie dies auf der Startseite rückgängig machen."],
  over: ["aaa5df01", "{ceremony}, verworfen am {day, date, day}. Ihre 30 Tage endeten am {until, date, day}; sie ist aufbewahrt, bis Sie sie entfernen."],
  kept: ["852c31cc", "{ceremony}, verworfen am {day, date, day}. Sie ist bis {until, date, day} aufbewahrt."],
  unreadable: ["2b19778a", "{ceremony}, deren Protokoll nicht lesbar ist"],
  named: ["f9810a3c", "{ceremony} von {hsm}, {done} von {steps} Schritten erledigt"],
  undoOf: ["dac4d097", "{undo}: {ceremony}"],
  sureTitle: ["3a73ffaa", "{ceremony} verwerfen?"],
  "remove.intro": ["bfe52610", "{ceremony}, verworfen am {day, date, day}. Nach der Uhr dieses Rechners ist heute der {now, date, day}. Das Protokoll und die dabei erzeugten Schlüssel werden gelöscht; das lässt sich nicht rückgängig machen."],
  sureIntroSticks: ["002f0f6c", "Von der Übung mit {hsm} sind {done} von {steps} Schritten erledigt. Verworfen wird sie mit Protokoll 30 Tage lang beiseitegelegt, und andere Zeremonien können beginnen. Bis eine mit denselben Datenträgern beginnt, können Sie dies auf der Startseite rückgängig machen."],
  "remove.introSticks": ["4a36298a", "{ceremony}, verworfen am {day, date, day}. Nach der Uhr dieses Rechners ist heute der {now, date, day}. Das Protokoll wird gelöscht; das lässt sich nicht rückgängig machen. Die dabei erzeugten Schlüssel werden auf ihren USB-Sticks nicht gelöscht: Löschen Sie die Sticks, wenn niemand sie braucht."],
});
