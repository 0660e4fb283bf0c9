// A certificate's two dates: read strictly, compared with a clock that the caller gives.
import { writeDer, type Element } from "./der.ts";
import { fromUtf8, utf8 } from "./bytes.ts";
import type { Warning } from "./errors.ts";

/** The period in which a certificate is valid. */
export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

const [UTC_TIME, GENERALIZED_TIME] = [0x17, 0x18];

/** UTCTime and GeneralizedTime, to the second and in UTC (RFC 5280 4.1.2.5). */
const FORMS = new Map([
  [UTC_TIME, /^(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/],
  [GENERALIZED_TIME, /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/],
]);

/** Both dates, or null if one is invalid. */
export function readValidity(validity: Element): Validity | null {
  const [notBefore, notAfter, more] = validity.children.map(readTime);
  if (!notBefore || !notAfter || more !== undefined) return null;
  return { notBefore, notAfter };
}

/**
 * Whether the clock is within the certificate's dates. Never a refusal: Azure's own tools do not
 * check them, and an expired certificate must not prevent a recovery.
 * @returns no warning, or W-CERT-TIME with both dates and the clock
 */
export function checkTime({ notBefore, notAfter }: Validity, now: Date): readonly Warning[] {
  if (notBefore <= now && now <= notAfter) return [];
  const [from, until, clock] = [notBefore, notAfter, now].map((date) => date.toISOString());
  const when = now < notBefore ? "not valid yet" : "expired";
  return [
    {
      code: "W-CERT-TIME",
      message: `A certificate is ${when}: good from ${from} to ${until}, this clock says ${clock}.`,
    },
  ];
}

/** One date, or null. Two-digit years from 50 are in the twentieth century (RFC 5280 4.1.2.5.1). */
export function readTime({ tag, content }: Element): Date | null {
  const found = FORMS.get(tag)?.exec(asciiOf(content));
  if (!found) return null;
  const [given = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map(Number);
  const year = tag === GENERALIZED_TIME ? given : given + (given >= 50 ? 1900 : 2000);
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second);
  const parts = [
    date.getUTCFullYear(),
    date.getUTCMonth() + 1,
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ];
  const same = [year, month, day, hour, minute, second].every((part, i) => part === parts[i]);
  return same ? date : null;
}

/**
 * A date in DER, to the second: UTCTime from 1950 to 2049, GeneralizedTime before and after (RFC
 * 5280 4.1.2.5).
 */
export function writeTime(date: Date): Uint8Array {
  const digits = date.toISOString().replace(/\.\d{3}Z$|[-:T]/g, "");
  const year = date.getUTCFullYear();
  return year >= 1950 && year < 2050
    ? writeDer(UTC_TIME, utf8(`${digits.slice(2)}Z`))
    : writeDer(GENERALIZED_TIME, utf8(`${digits}Z`));
}

function asciiOf(content: Uint8Array): string {
  try {
    return fromUtf8(content);
  } catch {
    return "";
  }
}
