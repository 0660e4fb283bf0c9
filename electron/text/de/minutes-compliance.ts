// In German: ../en/minutes-compliance.ts.
import { translation } from "../rows/translation.ts";

export const MINUTES_COMPLIANCE = translation<"minutes-compliance">()({
  about: ["8ee9180a", "Die Erwartungen stehen in unseren Worten, unter ihren Nummern; maßgeblich sind die Normen. „Belegt“ heißt, dass Einträge dieses Protokolls es zeigen, nicht dass ein Prüfer es angenommen hat. Was fehlt, ist genannt."],
  number: ["bd82cf16", "Nummer"],
  expected: ["4c46c32f", "Was erwartet wird"],
  here: ["aa3b1760", "Hier"],
  shownBy: ["57433649", "Belegt durch Eintrag"],
  missing: ["a191bc26", "Was fehlt"],
  "verdict.shown": ["baaf5362", "belegt"],
  "verdict.in-part": ["d1278a72", "zum Teil"],
  "verdict.missing": ["8af1d328", "FEHLT"],
  "verdict.not-touched": ["06357172", "nicht berührt"],
  entry: ["7bf0e00b", "{entry} (S.{page})"],
  more: ["2d688867", "{entries} und {n} weitere"],
});
