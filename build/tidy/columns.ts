// How wide a line of code may get.
import { isCode, type Rule } from "./source.ts";

const COLUMNS = 100;

/** Lines of code that are too wide. */
export const columns: Rule = (files) => files.filter(({ path }) => isCode(path))
  .flatMap(({ path, text }) => text.split("\n").flatMap((line, index) =>
    line.length <= COLUMNS ? [] : [
      { path, line: index + 1, says: `has ${line.length} columns, ${COLUMNS} are allowed` },
    ]));
