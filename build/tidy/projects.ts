// The rooms' tsconfig files agree with the table of rooms, so that tsc keeps the walls too.
import { posix } from "node:path";
import { COMMON, folderOf, ROOMS } from "./rooms.ts";
import type { Finding, Rule, SourceText } from "./source.ts";

interface Project {
  readonly references?: readonly { readonly path: string }[];
}

/** Every room has its project, names exactly its arrows and the common rooms, and the root project names every room. */
export const projects: Rule = (files) => [
  ...Object.entries(ROOMS).flatMap(([name, room]) =>
    references(
      files,
      `${folderOf(name)}/tsconfig.json`,
      COMMON.includes(name) ? [] : [...Object.keys(room.arrows), ...COMMON].map(folderOf),
    ),
  ),
  ...references(files, "tsconfig.json", [
    ...Object.keys(ROOMS).map(folderOf),
    "build",
    "build/tsconfig.tests.json",
    "e2e",
  ]),
];

function references(
  files: readonly SourceText[],
  path: string,
  wanted: readonly string[],
): readonly Finding[] {
  const file = files.find((one) => one.path === path);
  if (file === undefined) return [{ path, line: 0, says: "is missing" }];
  const project = JSON.parse(file.text) as Project;
  const named = (project.references ?? []).map((one) => posix.join(posix.dirname(path), one.path));
  const lacking = wanted.filter((one) => !named.includes(one));
  const unwanted = named.filter((one) => !wanted.includes(one));
  return [
    ...lacking.map((one) => `does not refer to ${one}`),
    ...unwanted.map((one) => `refers to ${one} without an arrow`),
  ].map((says) => ({ path, line: 0, says }));
}
