// The values of a plan: names, ids, addresses, spans of time. A plan is untrusted text: nothing in
// it may steer a terminal, a shell or a spreadsheet, so each value has a strict form.
import * as z from "zod/mini";

/** Control and direction characters, and what is no character: they could hide what is read. */
const UNPLAIN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;

/** One value with what it is for; the sentence is in the schema that editors show. */
export const said = <Value extends z.ZodMiniType>(text: string, value: Value): Value =>
  value.check(z.describe(text));

const matching = (wanted: string, pattern: RegExp) =>
  z.string(wanted).check(z.regex(pattern, wanted));

/**
 * A name in Azure: letters, digits, `.`, `_`, `-` and brackets. Azure allows less for some kinds of
 * resources, which is a finding.
 */
export const name = () =>
  matching(
    "a name of 1 to 90 letters, digits, dots, hyphens, underscores and brackets",
    /^[A-Za-z0-9](?:[A-Za-z0-9._()-]{0,88}[A-Za-z0-9_)])?$/,
  );

/** A person's name: one line, no invisible character, no start of a formula. */
export const title = (max = 80) =>
  z.string("one line of text").check(
    z.maxLength(max, `at most ${String(max)} characters`),
    z.refine((text) => text.trim() !== "" && !UNPLAIN.test(text), "one line of plain text"),
    z.refine((text) => !/^[=+\-@\s]/.test(text), "text that begins with no = + - or @"),
  );

/** A few sentences, on one line or several. */
export const prose = (max = 1000) =>
  z.string("text").check(
    z.maxLength(max, `at most ${String(max)} characters`),
    z.refine(
      (text) => text.trim() !== "" && !UNPLAIN.test(text.replaceAll("\n", " ")),
      "plain text",
    ),
  );

/** A GUID, as Azure writes subscriptions, tenants and object ids. */
export const guid = () =>
  matching("a GUID", /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/);

/** A region as commands name it: `southindia`, not "South India". */
export const region = () =>
  matching("a region's short name, such as southindia", /^[a-z][a-z0-9]{2,39}$/);

/** A day, such as 2026-11-27. */
export const day = () =>
  z
    .string("a date such as 2026-11-27")
    .check(
      z.regex(/^\d{4}-\d{2}-\d{2}$/, "a date such as 2026-11-27"),
      z.refine(isDay, "a day of the calendar"),
    );

function isDay(text: string): boolean {
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** A whole number of days, as Azure writes it: P365D. */
export const daySpan = () => matching("a number of days such as P365D", /^P[1-9]\d{0,4}D$/);

const OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

/** An IPv4 address. */
export const address = () =>
  matching("an IPv4 address such as 10.1.2.4", new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`));

/** A range of IPv4 addresses. */
export const prefix = () =>
  matching(
    "a range such as 10.1.2.0/24",
    new RegExp(`^${OCTET}(?:\\.${OCTET}){3}/(?:3[0-2]|[12]?\\d)$`),
  );

/** A DNS name. */
export const host = () =>
  matching(
    "a DNS name such as ad.contoso.example",
    /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/,
  );

/** One of a few words. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, `one of ${words.join(", ")}`);

/** True or false. */
export const flag = () => z.boolean("true or false");

/** A whole number within bounds. */
export const count = (min: number, max: number) => {
  const wanted = `a whole number from ${String(min)} to ${String(max)}`;
  return z.int(wanted).check(z.gte(min, wanted), z.lte(max, wanted));
};

/** An amount of money, not negative. */
export const amount = () =>
  z.number("a number").check(z.gte(0, "a number of 0 or more"), z.lte(1e9, "a smaller number"));

/** A list; an empty one means none. */
export const listOf = <Item extends z.ZodMiniType>(item: Item, max = 100) =>
  z.array(item, "a list").check(z.maxLength(max, `at most ${String(max)} items`));

/** A mapping of exactly these members. */
export const mapping = <Shape extends Readonly<Record<string, z.ZodMiniType>>>(shape: Shape) =>
  z.strictObject(shape, "a mapping");
