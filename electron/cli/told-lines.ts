// What of a record no rule compares with anything, in lines.
import type { ToldEntry } from "../meaning/meaning.ts";
import { shown } from "./shared/shown.ts";

/** How much of it no rule could compare with anything. */
export const toldLine = (values: number): string =>
  `Not compared: ${String(values)} values, such as names, places and reasons, are as people,`
  + " programs and Azure gave them. sd verify --entries lists them.";

/** Each entry on a line, with its values that no rule compares. */
export const entryLines = (told: readonly ToldEntry[]): readonly string[] => [
  "Every entry, and what of it no rule compares with anything:",
  ...told.map(({ entry, at, station, type, by, values }) => {
    const said = values.map(({ member, value }) => `${member} ${shown(String(value))}`);
    const head = `${String(entry)} ${at} ${shown(station)} ${shown(type)} by ${shown(by)}`;
    return `  ${[head, ...said].join("; ")}`;
  }),
];
