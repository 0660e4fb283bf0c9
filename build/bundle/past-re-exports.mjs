// esbuild divides a program into parts by files: through a public file, an import of one name would load all.
import { readFileSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { namesIn, passedOn } from "./re-exports.mjs";

const IMPORT = /^import \{([^}]*)\} from "(\.{1,2}\/[^"]+\.ts)";$/gm;

/** @typedef {import("./re-exports.mjs").Declared} Declared */

/**
 * Imports each name from the file that declares it.
 * @param {RegExp} [whole] public files that are programs of their own: all is imported from them
 * @returns {import("esbuild").Plugin}
 */
export function pastReExports(whole) {
  /** @type {Map<string, ReadonlyMap<string, Declared>>} */
  const known = new Map();
  const passedOnBy = (/** @type {string} */ path) => {
    const names = known.get(path) ?? passedOn(path);
    known.set(path, names);
    return names;
  };
  const past = (/** @type {string} */ path) =>
    readFileSync(path, "utf8").replaceAll(IMPORT, (line, /** @type {string} */ names, from) => {
      const passed = whole?.test(from) === true ? null : passedOnBy(resolve(dirname(path), from));
      return !passed?.size ? line : importsOf(names, from, passed, dirname(path));
    });
  return {
    name: "past-re-exports",
    setup: ({ onLoad }) => {
      onLoad({ filter: /\.ts$/ }, ({ path }) => ({ contents: past(path), loader: "ts" }));
    },
  };
}

/**
 * On one line: an error's line stays that of the source.
 * @param {string} names as they are imported
 * @param {string} from
 * @param {ReadonlyMap<string, Declared>} passed
 * @param {string} folder of who imports them
 */
const importsOf = (names, from, passed, folder) =>
  namesIn(names)
    .map(([asked, called]) => {
      const { name, path } = passed.get(asked) ?? { name: asked, path: resolve(folder, from) };
      const file = relative(folder, path).replaceAll(sep, "/");
      return `import { ${name} as ${called} } from "./${file}";`;
    })
    .join(" ");
