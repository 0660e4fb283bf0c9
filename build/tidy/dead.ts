// Files nobody uses.
import { importsOf } from "./imports.ts";
import { isCode, isEntry, isTestSide, type Rule } from "./source.ts";

/** Code that nobody imports and that is not started by itself either. */
export const dead: Rule = (files) => {
  const code = files.filter(({ path }) => isCode(path));
  const used = new Set(
    code.flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => target !== file.path)
        .map(({ target }) => target),
    ),
  );
  return code
    .filter(({ path }) => !used.has(path) && !isEntry(path) && !isStarted(path))
    .map(({ path }) => ({ path, line: 0, says: "is imported by nobody" }));
};

/** Tests are started by their runner; what only helps them must be imported by one. */
function isStarted(path: string): boolean {
  return isTestSide(path) && path.endsWith(".test.ts");
}
