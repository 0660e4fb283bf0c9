// Every line of our scripts is in the catalogue, also in other languages, and nothing else is.
import { expect, it } from "vitest";
import { EN } from "../electron/text/en/en.ts";
import { fromScript, saidIn, spoken, type Value } from "../electron/text/text.ts";
import { BUILT_IN, readScript, withCounts, type Script } from "./index.ts";
import { RELEASED } from "./released.ts";

/** Each number of officers, and of a quorum, that a script may name. */
const COUNTS = [3, 4, 5, 6, 7, 8, 9, 10].map((officers) => ({ officers, quorum: officers }));

const scripts = [...BUILT_IN, ...RELEASED].flatMap(([name, text]) => {
  const script = readScript(text, "");
  const others = COUNTS.map((counts) => withCounts(script, counts));
  return [...new Set([script, ...others])].map(
    (one) => [name, `${String(one.quorum)} of ${String(one.officers)}`, one] as const,
  );
});

/** A script's own text, and as it is said. */
const linesOf = ({ title, steps }: Script): readonly (readonly [string, Value])[] => [
  [title, fromScript(title)],
  ...steps.flatMap(({ act, say, action: { choices = [] } }) => [
    [act, fromScript(act)] as const,
    [say, { list: spoken(say), between: " " }] as const,
    ...choices.map(({ when }) => [when, fromScript(when)] as const),
  ]),
];

const isOurs = (value: Value): boolean =>
  typeof value === "object" && ("list" in value ? value.list.every(isOurs) : "id" in value);

it.each(scripts)("the script %s, %s, in English is the script as written", (_, _of, script) => {
  for (const [text, value] of linesOf(script)) expect(saidIn("en", value)).toBe(text);
});

it.each(scripts.filter(([name]) => BUILT_IN.has(name)))(
  "the script %s, %s, has every line in the catalogue",
  (_, _of, script) => {
    const missing = linesOf(script).filter(([, value]) => !isOurs(value));
    expect(missing.map(([text]) => text)).toEqual([]);
  },
);

it("the catalogue has no line that no script says", () => {
  const said = new Set(
    scripts
      .flatMap(([, , script]) => linesOf(script).flatMap(([, value]) => idsIn(value)))
      .map((id) => id.replace("scripts.", "")),
  );
  expect(Object.keys(EN.scripts).filter((key) => !said.has(key))).toEqual([]);
});

const idsIn = (value: Value): readonly string[] =>
  typeof value !== "object"
    ? []
    : "list" in value
      ? value.list.flatMap(idsIn)
      : "id" in value
        ? [value.id, ...Object.values(value.with).flatMap(idsIn)]
        : [];
