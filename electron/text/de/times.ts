// In German: ../en/times.ts.
import { translation } from "../rows/translation.ts";

export const TIMES = translation<"times">()({
  "cities.Calcutta": ["cde7276e", "Kalkutta"],
  "cities.Katmandu": ["7fdd0b6d", "Kathmandu"],
  "cities.Kiev": ["daccd738", "Kiew"],
  "cities.Rangoon": ["2644eb45", "Rangun"],
  "cities.Saigon": ["ca0623f5", "Ho-Chi-Minh-Stadt"],
  day: ["073e308b", "{at, date, day}"],
  shortDay: ["e4db7cac", "{at, date, shortDay}"],
  dayAndTime: ["3c0fdb86", "{at, date, day}, {at, time, short} UTC"],
  ago: ["7a5c597c", "{days, plural, =0 {heute} =1 {gestern} other {vor {days} Tagen}}", "today", "yesterday"],
  until: ["a8cccff0", "{days, plural, =0 {heute} =1 {morgen} other {in {days} Tagen}}", "today", "tomorrow"],
  overdue: ["9a0309b0", "{days, plural, one {seit 1 Tag überfällig} other {seit {days} Tagen überfällig}}"],
  localTime: ["40fb058e", "{time} in {city}"],
});
