// What files are called, and that each opens by saying what it owns.
import { isCode, type Finding, type Rule, type SourceText } from "./source.ts";

/** Names of drawers: a file so called collects what has no place. */
const DRAWERS = ["util", "utils", "common", "manager", "service", "helper", "helpers", "misc"];

/** File names without drawers, in kebab-case; a comment on the first line. */
export const names: Rule = (files) =>
  files
    .filter(({ path }) => isCode(path))
    .flatMap((file) => [...drawers(file), ...letterCase(file), ...opening(file)]);

function drawers({ path }: SourceText): readonly Finding[] {
  const words = path.toLowerCase().split(/[/.-]/);
  const drawer = words.find((word) => DRAWERS.includes(word));
  if (drawer === undefined) return [];
  return [{ path, line: 0, says: `is named "${drawer}"; name it by the thing it knows` }];
}

function letterCase({ path }: SourceText): readonly Finding[] {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (/^[a-z0-9]+([.-][a-z0-9]+)*$/.test(name)) return [];
  return [{ path, line: 0, says: "is not named in kebab-case" }];
}

function opening({ path, text }: SourceText): readonly Finding[] {
  if (/^(#!.*\n)?(\/\/ \S|\/\*)/.test(text)) return [];
  return [{ path, line: 1, says: "does not open with a comment that says what it owns" }];
}
