// The calendar of a custody: an iCalendar file (RFC 5545) with what is due next. It contains no
// seal number, no place, and nothing of a key.
import { english } from "../text/english.ts";
import { list, sentence, type Value } from "../text/sentence.ts";
import { custodyHealth } from "./custody-health.ts";
import { isLate, type Due } from "./days.ts";
import type { Mode } from "../record/forms.ts";
import type { Standing } from "./entries/standing.ts";
import { folded } from "../record/plain.ts";

const FOLD_OCTETS = 75;
const DAY_MS = 86_400_000;

/** Says a sentence in a language. */
type Say = (value: Value) => string;

/** Something that is due: a word for its identity, and its sentence in the calendar. */
export interface Task {
  readonly id: string;
  readonly due: Due;
  readonly title: Value;
  readonly what: Value;
}

/**
 * One all-day event for the next attestation, one for the next dry run, and one for each officer's
 * next key check, each with an alarm a week before. Overdue ones are at `now`. Their identity is
 * HSM and date, so that importing the file again duplicates nothing.
 * @param now RFC 3339
 * @param say says a sentence in the reader's language
 * @returns lines that end with CR LF, at most 75 octets each
 */
export function calendarOf(
  standing: Standing,
  mode: Mode,
  now: string,
  say: Say = english,
): string {
  const { attestation, dryRun, officers } = custodyHealth(standing, now);
  const tasks: readonly Task[] = [
    {
      id: "attestation",
      due: attestation,
      title: sentence("calendar.attestation"),
      what: sentence("calendar.attestation.what"),
    },
    {
      id: "dry-run",
      due: dryRun,
      title: sentence("calendar.dry-run"),
      what: sentence("calendar.dry-run.what"),
    },
    ...officers
      .filter(({ trouble }) => trouble === "")
      .map(({ seat, name, keyCheck }) => ({
        id: `key-check-${seat}`,
        due: keyCheck,
        title: sentence("calendar.key-check", { seat, name }),
        what: sentence("calendar.key-check.what"),
      })),
  ];
  return tasksCalendar(tasks, standing.hsm, mode, now, say);
}

/**
 * One all-day event for each task, with an alarm a week before. Overdue ones are at `now`.
 * @param hsm whose tasks they are
 * @param now RFC 3339
 * @param say says a sentence in the reader's language
 * @returns lines as `calendarOf`
 */
export function tasksCalendar(
  tasks: readonly Task[],
  hsm: string,
  mode: Mode,
  now: string,
  say: Say = english,
): string {
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Security Domain Ceremony//Custody//EN",
    "CALSCALE:GREGORIAN",
    ...tasks.flatMap((task) => eventOf(task, hsm, mode, now, say)),
    "END:VCALENDAR",
  ]
    .flatMap(foldedLine)
    .map((line) => `${line}\r\n`)
    .join("");
}

function eventOf(
  { id, due, title, what }: Task,
  hsm: string,
  mode: Mode,
  now: string,
  say: Say,
): readonly string[] {
  const text = (value: Value): string => escaped(say(value));
  const isOld = due.at !== "";
  const start = isLate(due) ? now : due.at;
  const summary = sentence("calendar.summary", {
    rehearsal: mode === "REHEARSAL",
    title,
    late: isLate(due) && isOld,
    hsm,
  });
  const since = isOld
    ? sentence("calendar.due", { day: due.at.slice(0, 10) })
    : sentence("calendar.never");
  return [
    "BEGIN:VEVENT",
    `UID:${idOf(hsm)}-${dayOf(due.at === "" ? now : due.at)}-${id}@security-domain-ceremony`,
    `DTSTAMP:${dayOf(now)}T${now.slice(11, 19).replaceAll(":", "")}Z`,
    `DTSTART;VALUE=DATE:${dayOf(start)}`,
    `DTEND;VALUE=DATE:${dayOf(dayAfter(start))}`,
    `SUMMARY:${text(summary)}`,
    `DESCRIPTION:${text(list([what, since], " "))}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${text(summary)}`,
    "TRIGGER:-P7D",
    "END:VALARM",
    "END:VEVENT",
  ];
}

/** "20270224", from a time in UTC. */
const dayOf = (at: string): string => at.slice(0, 10).replaceAll("-", "");

const dayAfter = (at: string): string => new Date(Date.parse(at) + DAY_MS).toISOString();

/** An HSM's name as a part of an identity: letters, digits and hyphens. */
const idOf = (hsm: string): string => folded(hsm).replaceAll(/[^a-z0-9]+/g, "-");

const CONTROL = /\p{Cc}/gu;

/** TEXT of RFC 5545, 3.3.11, which allows no control character. */
const escaped = (text: string): string =>
  text.replaceAll(CONTROL, " ").replaceAll(/[\\;,]/g, "\\$&");

/** A content line in parts of at most 75 octets; all but the first begin with a space. */
const foldedLine = (line: string): readonly string[] =>
  [...line].reduce<readonly string[]>(
    (parts, character) => {
      const last = parts.at(-1) ?? "";
      return octetsOf(last) + octetsOf(character) <= FOLD_OCTETS
        ? [...parts.slice(0, -1), last + character]
        : [...parts, ` ${character}`];
    },
    [""],
  );

/** The octets of a text in UTF-8. */
const octetsOf = (text: string): number =>
  [...text].reduce((sum, character) => {
    const point = character.codePointAt(0) ?? 0;
    return sum + (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4);
  }, 0);
