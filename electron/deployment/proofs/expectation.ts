// Expectations of a member: their text, and when they are met. A missing member meets none but
// `absent`.
import { isArray, isObject, type Json } from "../../../crypto/json.ts";

export interface Expectation {
  /** As a finding says it. */
  readonly text: string;
  /** @param found never undefined: a missing member proves nothing */
  readonly met: (found: Json) => boolean;
  /** Whether a missing member is what is expected. */
  readonly absentIsRight?: boolean;
}

/**
 * This value. Case makes no other text: ids, names and hosts are compared without it (azure-resource-manager/
 * management/resource-name-rules.md), and words of states by Azure's own clients (SDK guidelines for .NET).
 */
export const is = (wanted: string | number | boolean): Expectation => ({
  text: String(wanted),
  met: (found) =>
    typeof found === "string" && typeof wanted === "string"
      ? found.toLowerCase() === wanted.toLowerCase()
      : found === wanted,
});

/** The same address, ignoring case and a trailing slash. */
export const sameAddress = (wanted: string): Expectation => ({
  text: wanted,
  met: (found) => typeof found === "string" && bare(found) === bare(wanted),
});

const bare = (address: string): string => address.toLowerCase().replace(/\/+$/, "");

/** The same region: `southindia` is "South India" in some answers. */
export const sameRegion = (wanted: string): Expectation => ({
  text: wanted,
  met: (found) => typeof found === "string" && isRegion(found, wanted),
});

/** Whether two names mean the same region. */
export const isRegion = (one: string, other: string): boolean =>
  regionName(one) === regionName(other);

/** A region's short name, which some answers spell for people. */
export const regionName = (text: string): string => text.toLowerCase().replaceAll(" ", "");

/** One of a few values. */
export const oneOf = (...wanted: readonly string[]): Expectation => ({
  text: wanted.join(" or "),
  met: (found) => wanted.some((one) => is(one).met(found)),
});

/** A text of a given form. */
export const like = (text: string, form: RegExp): Expectation => ({
  text,
  met: (found) => typeof found === "string" && form.test(found),
});

/** A GUID that is not all zeros. */
export const guid: Expectation = {
  text: "a GUID",
  met: (found) =>
    typeof found === "string"
    && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(found)
    && /[1-9a-f]/i.test(found),
};

/** Nothing there; an empty list, object or text counts as nothing. */
export const absent: Expectation = {
  text: "nothing",
  met: (found) =>
    found === ""
    || (isArray(found) && found.length === 0)
    || (isObject(found) && Object.keys(found).length === 0),
  absentIsRight: true,
};

/** All of these words, among others: both have commas between them, with or without a space. */
export const words = (wanted: string): Expectation => ({
  text: wanted,
  met: (found) =>
    typeof found === "string" && wordsIn(wanted).every((one) => wordsIn(found).some(is(one).met)),
});

const wordsIn = (text: string): readonly string[] => text.split(",").map((one) => one.trim());

/** A list that contains all of these texts. */
export const holding = (...wanted: readonly string[]): Expectation => ({
  text: `a list with ${wanted.join(" and ")}`,
  met: (found) => isArray(found) && wanted.every((one) => found.some(is(one).met)),
});

/** A list of this id alone, ignoring case. */
export const onlySame = (wanted: string): Expectation => ({
  text: `${wanted} alone`,
  met: (found) => isArray(found) && found.length === 1 && found.every((one) => is(wanted).met(one)),
});

/** A span of minutes, from `least` to `most`. */
export const minutesWithin = (least: number, most: number): Expectation => ({
  text: `${String(least)} to ${String(most)} minutes`,
  met: (found) => {
    const minutes = typeof found === "string" ? minutesOf(found) : Number.NaN;
    return minutes >= least && minutes <= most;
  },
});

/** A span such as PT5M, PT1H or P1D in minutes; NaN for any other text. */
export function minutesOf(span: string): number {
  const found = /^P(?=.)(?:(\d{1,5})D)?(?:T(?=.)(?:(\d{1,5})H)?(?:(\d{1,5})M)?)?$/i.exec(span);
  if (found === null) return Number.NaN;
  const [, days = "0", hours = "0", minutes = "0"] = found;
  return (Number(days) * 24 + Number(hours)) * 60 + Number(minutes);
}

/** A custom expectation. */
export const that = (text: string, met: (found: Json) => boolean): Expectation => ({ text, met });

/** Also met if the member is missing: only newer versions of Azure send it. */
export const ifSaid = (wanted: Expectation): Expectation => ({ ...wanted, absentIsRight: true });
