// No file and no folder reaches itself over what it imports, not even by types alone.
import { posix } from "node:path";
import { importsOf } from "./imports.ts";
import { roomOf } from "./rooms.ts";
import { isCode, type Rule, type SourceText } from "./source.ts";

/**
 * Every circle of imports, with the files that form it, or the folders of one room. A file belongs to the
 * folder in which it is: what is directly in a room's folder belongs to that folder, and not to those
 * inside. Types count: to understand a folder is to understand those that it names. For the folders tests
 * do not count: nothing imports them, and beside what they test they reach everywhere.
 */
export const circles: Rule = (files) => {
  const imports = importsAmong(files);
  return [...circlesIn(imports), ...circlesIn(foldersOf(imports))].map(
    ([path = "", ...others]) => ({
      path,
      line: 0,
      says: `imports itself: a circle with ${others.join(", ")}`,
    }),
  );
};

type Graph = ReadonlyMap<string, readonly string[]>;

function importsAmong(files: readonly SourceText[]): Graph {
  const paths = new Set(files.map(({ path }) => path));
  return new Map(
    files
      .filter(({ path }) => isCode(path))
      .map((file) => [
        file.path,
        importsOf(file)
          .map(({ target }) => target)
          .filter((target) => paths.has(target) && target !== file.path),
      ]),
  );
}

/** What each folder imports of the others of its room. */
function foldersOf(imports: Graph): Graph {
  const folders = new Map<string, readonly string[]>();
  for (const [path, targets] of imports) {
    if (/\.test\.tsx?$/.test(path)) continue;
    const folder = posix.dirname(path);
    const others = targets
      .filter((target) => placeOf(target) === placeOf(path))
      .map((target) => posix.dirname(target))
      .filter((other) => other !== folder);
    folders.set(folder, [...(folders.get(folder) ?? []), ...others]);
  }
  return folders;
}

/** The room of a file; `build` and `e2e` are none of the table. */
const placeOf = (path: string): string | undefined => roomOf(path)?.room ?? path.split("/")[0];

/** The groups of two or more in which each reaches each (Tarjan), in the paths' order. */
function circlesIn(graph: Graph): readonly (readonly string[])[] {
  const places = new Map<string, { readonly at: number; lowest: number; isOpen: boolean }>();
  const [open, found]: [string[], string[][]] = [[], []];
  const visit = (path: string) => {
    const place = { at: places.size, lowest: places.size, isOpen: true };
    places.set(path, place);
    open.push(path);
    for (const target of graph.get(path) ?? []) {
      const there = places.get(target) ?? visit(target);
      if (there.isOpen) place.lowest = Math.min(place.lowest, there.lowest);
    }
    if (place.lowest === place.at) {
      const circle = open.splice(open.indexOf(path));
      for (const one of circle) {
        const closed = places.get(one);
        if (closed) closed.isOpen = false;
      }
      if (circle.length > 1) found.push(circle.toSorted());
    }
    return place;
  };
  for (const path of graph.keys()) if (!places.has(path)) visit(path);
  return found.toSorted(([a = ""], [b = ""]) => (a < b ? -1 : 1));
}
