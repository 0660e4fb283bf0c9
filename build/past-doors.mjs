// Others import from a room's doors, files that pass on what other files of the room declare. esbuild
// divides a program into parts by files: through a door, whoever asks for one name would load all.
import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

const PASSED_ON = /^export (?:type )?\{([^}]*)\} from "(\.\/[^"]+)";$/gm;
const IMPORT = /^import \{([^}]*)\} from "(\.{1,2}\/[^"]+\.ts)";$/gm;

/** @typedef {{ readonly path: string, readonly name: string }} Declared where, and called what */

/**
 * Imports each name from the file that declares it.
 * @returns {import("esbuild").Plugin}
 */
export function pastDoors() {
  /** @type {Map<string, ReadonlyMap<string, Declared>>} */
  const known = new Map();
  const passedOnBy = (/** @type {string} */ path) => {
    const names = known.get(path) ?? passedOn(path);
    known.set(path, names);
    return names;
  };
  const past = (/** @type {string} */ path) =>
    readFileSync(path, "utf8").replaceAll(IMPORT, (whole, /** @type {string} */ names, from) => {
      const passed = passedOnBy(resolve(dirname(path), from));
      return passed.size === 0 ? whole : importsOf(names, from, passed, dirname(path));
    });
  return {
    name: "past-doors",
    setup: ({ onLoad }) => {
      onLoad({ filter: /\.ts$/ }, ({ path }) => ({ contents: past(path), loader: "ts" }));
    },
  };
}

/**
 * What a file passes on, by the name it has there.
 * @param {string} path
 * @returns {ReadonlyMap<string, Declared>}
 */
function passedOn(path) {
  return new Map(
    [...readFileSync(path, "utf8").matchAll(PASSED_ON)].flatMap(([, names = "", from = ""]) =>
      listed(names).map(([name, called]) => [called, { path: join(dirname(path), from), name }]),
    ),
  );
}

/**
 * On one line: an error's line stays that of the source.
 * @param {string} names as they are imported
 * @param {string} from
 * @param {ReadonlyMap<string, Declared>} passed
 * @param {string} folder of who imports them
 */
const importsOf = (names, from, passed, folder) =>
  listed(names)
    .map(([asked, called]) => {
      const { name, path } = passed.get(asked) ?? { name: asked, path: resolve(folder, from) };
      const file = relative(folder, path).replaceAll(sep, "/");
      return `import { ${name} as ${called} } from "./${file}";`;
    })
    .join(" ");

/**
 * The names between the braces, each with what it is called from there on; types are left out.
 * @param {string} names
 * @returns {readonly (readonly [name: string, called: string])[]}
 */
const listed = (names) =>
  names
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "" && !one.startsWith("type "))
    .map((one) => {
      const [name = "", called = name] = one.split(" as ");
      return [name, called];
    });
