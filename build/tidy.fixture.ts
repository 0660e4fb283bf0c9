// What a rule of the house says of one file.
import { spell } from "./tidy.ts";
import type { Rule } from "./tidy/source.ts";

/** Its findings, as they are printed. */
export const findings = (rule: Rule, path: string, text: string): readonly string[] =>
  rule([{ path, text }]).map(spell);
