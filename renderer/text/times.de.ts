// In German: what ./times.ts says.

/** "05:40:09", in UTC. */
export const clockTime = (at: string | number): string => new Date(at).toISOString().slice(11, 19);

/** "05:40", in UTC. */
export const shortTime = (at: string | number): string => clockTime(at).slice(0, 5);

/** "24 November 2026", in UTC. */
export const day = (at: string | number): string =>
  new Date(at).toLocaleDateString("de-DE", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });

/** "24 Nov 2026", in UTC. */
export const shortDay = (at: string | number): string =>
  new Date(at).toLocaleDateString("de-DE", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });

/** "3 January 2027, 21:00 UTC". */
export const dayAndTime = (at: string): string => `${day(at)}, ${shortTime(at)} UTC`;

/** The same; of a backup that people named by its day, the day alone. */
export const dayOrTime = (at: string): string =>
  /T00:00:00(\.0+)?Z$/.test(at) ? day(at) : dayAndTime(at);

const DAY = 86_400_000;

/** "today", "yesterday", "41 days ago". */
export function ago(at: string, now: number): string {
  const days = wholeDays(now) - wholeDays(Date.parse(at));
  if (days <= 0) return "heute";
  return days === 1 ? "gestern" : `vor ${days} Tagen`;
}

/** "today", "in 51 days", "12 days overdue". */
export function until(at: string, now: number): string {
  const days = wholeDays(Date.parse(at)) - wholeDays(now);
  if (days === 0) return "heute";
  if (days < 0) return days === -1 ? "seit 1 Tag überfällig" : `seit ${-days} Tagen überfällig`;
  return days === 1 ? "morgen" : `in ${days} Tagen`;
}

const wholeDays = (at: number): number => Math.floor(at / DAY);

/** The same moment by this computer's own clock, and where that is: "11:11:27 in Chennai". */
export function localTime(now: number, zone: string): string {
  const time = new Date(now).toLocaleTimeString("de-DE", { timeZone: zone });
  return zone === "UTC" ? day(now) : `${time} in ${cityOf(zone)}`;
}

/** Cities that the time zones still call by an older name. */
const CITIES: Readonly<Record<string, string>> = {
  Calcutta: "Kalkutta",
  Katmandu: "Kathmandu",
  Kiev: "Kiew",
  Rangoon: "Rangun",
  Saigon: "Ho-Chi-Minh-Stadt",
};

function cityOf(zone: string): string {
  const city = (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
  return CITIES[city] ?? city;
}
