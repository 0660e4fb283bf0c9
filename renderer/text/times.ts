// Times as people read them: UTC first, and how long ago.
import { list, sentence, tagOf, type Sentence, type Value } from "../../electron/text/text.ts";
import { currentLanguage } from "./language.ts";
import { said, say } from "./say.ts";

/** "05:40:09", in UTC. */
export const clockTime = (at: string | number): string => new Date(at).toISOString().slice(11, 19);

/** "05:40", in UTC. */
export const shortTime = (at: string | number): string => clockTime(at).slice(0, 5);

/** "24 November 2026", in UTC. */
export const day = (at: string | number): string => say("times.day", { at });

/** "24 Nov 2026", in UTC. */
export const shortDay = (at: string | number): string => say("times.shortDay", { at });

/** "3 January 2027, 21:00 UTC"; a backup that people named by its day has only the day. */
export const dayOrTime = (at: string): string =>
  /T00:00:00(\.0+)?Z$/.test(at) ? day(at) : say("times.dayAndTime", { at });

const DAY = 86_400_000;

/** "24 November 2026, 41 days ago". */
export const dayAgo = (at: string, now: number): string =>
  said(list([sentence("times.day", { at }), agoOf(at, now)]));

/** "today", "yesterday", "41 days ago". */
export const ago = (at: string, now: number): string => said(agoOf(at, now));

/** The same within a sentence. */
export const agoOf = (at: string, now: number): Sentence =>
  sentence("times.ago", { days: Math.max(0, wholeDays(now) - wholeDays(Date.parse(at))) });

/** "24 November 2026, in 51 days". */
export const dayUntil = (at: string, now: number): string =>
  said(list([sentence("times.day", { at }), untilOf(at, now)]));

/** "today", "in 51 days", "12 days overdue". */
export function untilOf(at: string, now: number): Sentence {
  const days = wholeDays(Date.parse(at)) - wholeDays(now);
  return days < 0 ? sentence("times.overdue", { days: -days }) : sentence("times.until", { days });
}

const wholeDays = (at: number): number => Math.floor(at / DAY);

/** The same time by this computer's clock, and its city: "11:11:27 in Chennai". */
export function localTime(now: number, zone: string): string {
  if (zone === "UTC") return day(now);
  const time = new Date(now).toLocaleTimeString(tagOf(currentLanguage()), { timeZone: zone });
  return say("times.localTime", { time, city: cityOf(zone) });
}

/** This computer's time zone. */
export const zoneHere = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The date under a screen's title: none where the clock beside it has the date. */
export const dayBeside = (now: number, zone = zoneHere()): string =>
  zone === "UTC" ? "" : day(now);

/** Cities under an older name in the time zones. */
const RENAMED = ["Calcutta", "Katmandu", "Kiev", "Rangoon", "Saigon"] as const;

function cityOf(zone: string): Value {
  const city = (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
  const renamed = RENAMED.find((one) => one === city);
  return renamed === undefined ? city : sentence(`times.cities.${renamed}`);
}

/** "6:42", or "1:06:42" after an hour. */
export function lasted(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const rest = whole % 60;
  const two = (n: number): string => String(n).padStart(2, "0");
  return hours === 0 ? `${minutes}:${two(rest)}` : `${hours}:${two(minutes)}:${two(rest)}`;
}

/** Seconds from one time to another; never negative. */
export const secondsSince = (since: string, now: number): number =>
  Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
