// No file reaches itself over what it imports, not even by types alone.
import { importsOf } from "./imports.ts";
import { isCode, isTestSide, type Rule, type SourceText } from "./source.ts";

/** Every circle of imports among the product's files, with the files that form it. */
export const circles: Rule = (files) => {
  const product = files.filter(({ path }) => isCode(path) && !isTestSide(path));
  return circlesIn(graphOf(product)).map(([path = "", ...others]) => ({
    path,
    line: 0,
    says: `imports itself: a circle with ${others.join(", ")}`,
  }));
};

type Graph = ReadonlyMap<string, readonly string[]>;

function graphOf(files: readonly SourceText[]): Graph {
  const paths = new Set(files.map(({ path }) => path));
  return new Map(
    files.map((file) => [
      file.path,
      importsOf(file)
        .map(({ target }) => target)
        .filter((target) => paths.has(target) && target !== file.path),
    ]),
  );
}

/** The groups of two files or more in which each reaches each (Tarjan), in the paths' order. */
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
