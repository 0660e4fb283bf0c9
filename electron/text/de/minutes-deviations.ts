// In German: ../en/minutes-deviations.ts.
import type { MINUTES_DEVIATIONS as ENGLISH } from "../en/minutes-deviations.ts";
import { translation } from "../translation.ts";

export const MINUTES_DEVIATIONS = translation<typeof ENGLISH>()({
  incidents: ["bfe86893", "Vorfälle"],
  exceptions: ["a0c002f9", "Ausnahmen"],
  none: ["bfe952d2", "Keine vermerkt: Die Zeremonie folgte ihrem Ablauf."],
  noneUntil: ["32507ea0", "Keine vermerkt: Die Zeremonie folgte ihrem Ablauf, bis sie abgebrochen wurde."],
  expected: ["ca99b7f1", "Erwartet"],
  happened: ["6a28ad5d", "Geschehen"],
  decided: ["30ba702e", "Beschlossen"],
  "decision.continue": ["03b946f4", "Fortfahren: {what}"],
  "decision.repeat": ["4a7c1a5c", "Schritt wiederholen: {what}"],
  "decision.abort": ["026f827a", "Abbrechen: {what}"],
  corrects: ["9658e97a", "Berichtigt Eintrag {entry} des früheren Protokolls"],
  refusals: ["86f941bc", "Ablehnungen"],
  control: ["b5fb4da8", "Eine Ablehnung durch die App ist keine Ausnahme: Sie ist eine Kontrolle, die gewirkt hat."],
  noRefusal: ["32e4ea49", "Die App hat nichts abgelehnt."],
  refused: ["66b87354", "Abgelehnt"],
  passphrase: ["0e12600a", "eine falsche Passphrase von {officer}"],
  decisions: ["13d87dc0", "Entscheidungen, Unterbrechungen und Wechsel von Personen"],
  noDecision: ["903ea500", "Keine."],
  left: ["7d1454b6", "Was die abgebrochene Zeremonie hinterließ und was damit zu tun ist"],
  why: ["d3ae14a5", "Warum"],
  must: ["f0ca3135", "Was zu tun ist"],
  byHand: ["fbdee807", "Erledigt (von Hand)"],
  "deed.destroy": ["b76c0542", "vor Zeugen vernichten"],
  "deed.seal": ["e1264ab2", "versiegeln und weglegen"],
  "deed.erase": ["5cf46cd8", "löschen"],
  "deed.delete": ["d394f1da", "in Azure löschen"],
  "deed.ask": ["45753538", "das HSM nach seinem Zustand fragen"],
  "deed.none": ["1785cfc3", "nichts"],
});
