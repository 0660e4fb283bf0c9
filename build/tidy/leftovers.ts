// What is left lying about while working, and must not stay.
import { isCode, linesThat, type Rule } from "./source.ts";

// Each pattern is written so that it does not find itself.
const LEFTOVERS: readonly (readonly [RegExp, string])[] = [
  [/\b(TO[D]O|FIX[M]E|XX[X])\b/, "a note to oneself: do it, or open an issue"],
  [/\.on[l]y\(/, "runs one test and hides the others"],
  [
    /\.sk[i]p\((?!\w+,)/,
    "passes a test over without a condition; give one, and the reason in the name",
  ],
  [/@ts-(ig[n]ore|noch[e]ck|expect-err[o]r)/, "hides an error of types"],
  [/(?:es|ox)l[i]nt-disable/, "hides a finding of lint"],
  [/\bas an[y]\b/, "gives up a type"],
];

/** Notes, focused or passed-over tests, silenced checks, in code. */
export const leftovers: Rule = (files) =>
  files
    .filter(({ path }) => isCode(path))
    .flatMap((file) => LEFTOVERS.flatMap(([pattern, says]) => linesThat(file, pattern, says)));
