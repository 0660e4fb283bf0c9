// Public files of a room: they re-export what other files of the room declare, so that other rooms import
// from few. A list of names has one form everywhere, which the formatter keeps.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const PASSED_ON = /^export (?:type )?\{([^}]*)\} from "(\.\/[^"]+)";$/gm;

/** @typedef {{ readonly path: string, readonly name: string }} Declared where, and called what */

/**
 * What a file passes on, by the name it has there.
 * @param {string} path
 * @returns {ReadonlyMap<string, Declared>}
 */
export function passedOn(path) {
  return new Map(
    [...readFileSync(path, "utf8").matchAll(PASSED_ON)].flatMap(([, names = "", from = ""]) =>
      namesIn(names).map(([name, called]) => [called, { path: join(dirname(path), from), name }]),
    ),
  );
}

/**
 * The names between the braces, each with what it is called from there on; types are left out.
 * @param {string} names
 * @returns {readonly (readonly [name: string, called: string])[]}
 */
export const namesIn = (names) =>
  names
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "" && !one.startsWith("type "))
    .map((one) => {
      const [name = "", called = name] = one.split(" as ");
      return [name, called];
    });
