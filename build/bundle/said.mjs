// A program has the sentences that it says: of the catalogues those rows alone that it names.
import { readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { build } from "esbuild";
import ts from "typescript";
import { namedBy, namedIn } from "../text/named.mjs";
import { placeOf } from "../text/rows.mjs";

const CATALOGUE = /[/\\]electron[/\\]text[/\\].*\.ts$/;
/** The lists of nouns: of a language, and of refusals. */
const LIST = /^electron\/text\/([a-z]{2})\/\1(?:-refusals)?\.ts$/;
const NOUN = /^import \{ (\w+) \} from "\.\/[\w-]+\.ts";$/gm;
const ROW = /^ {2}(?:"([^"]+)"|(\w+)): .*,\n/gm;

/** @type {Map<string, import("../text/named.mjs").Named>} */
const known = new Map();

/**
 * Leaves out of a program the rows that neither it names nor a program from which it hears sentences.
 * @param {string} root the project's folder
 * @param {readonly string[]} sources where it and the others start
 * @param {readonly import("esbuild").Plugin[]} plugins that divide it from others
 * @returns {Promise<import("esbuild").Plugin>}
 */
export async function saidBy(root, sources, plugins) {
  // Our own files alone name sentences.
  const inputs = await ownFiles(root, sources, plugins);
  // What imports a noun's rows looks for sentences by their texts.
  const whole = new Set(inputs.map((path) => placeOf(path)?.noun));
  const isNamed = namedBy(
    inputs.filter((path) => placeOf(path) === null).map((path) => namedOf(root, path)),
  );
  return catalogues((path) => {
    const place = placeOf(path);
    return place === null || whole.has(place.noun)
      ? null
      : (contents) =>
          contents.replaceAll(ROW, (row, quoted = "", plain = quoted) =>
            isNamed(`${place.noun}.${plain}`) ? row : "",
          );
  });
}

/**
 * Our own files of a program that leave something in it, catalogues of sentences aside.
 * @param {string} root the project's folder
 * @param {readonly string[]} sources where it and the others start
 * @param {readonly import("esbuild").Plugin[]} plugins that divide it from others
 */
export async function ownFiles(root, sources, plugins) {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [...sources],
    outdir: "dist",
    plugins: [withoutNouns, ...plugins],
    platform: "node",
    packages: "external",
    loader: { ".yaml": "empty", ".ttf": "empty", ".css": "empty" },
    bundle: true,
    write: false,
    metafile: true,
    logLevel: "silent",
  });
  return Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .filter(([path, { bytesInOutput }]) => bytesInOutput > 0 && /\.tsx?$/.test(path))
    .map(([path]) => path);
}

/** @param {string} root @param {string} path */
function namedOf(root, path) {
  const file = join(root, path);
  const named =
    known.get(file)
    ?? namedIn(ts.createSourceFile(path, readFileSync(file, "utf8"), ts.ScriptTarget.ES2022, true));
  known.set(file, named);
  return named;
}

/**
 * @param {(path: string) => ((contents: string) => string) | null} changeOf null: it stays as it is
 * @returns {import("esbuild").Plugin}
 */
const catalogues = (changeOf) => ({
  name: "catalogues",
  setup: ({ onLoad }) => {
    onLoad({ filter: CATALOGUE }, ({ path }) => {
      const change = changeOf(
        path
          .split(sep)
          .join("/")
          .replace(/^.*(?=electron\/text\/)/, ""),
      );
      return change === null
        ? undefined
        : { contents: change(readFileSync(path, "utf8")), loader: "ts" };
    });
  },
});

/** What remains of the catalogues is what someone else imports. */
const withoutNouns = catalogues((path) =>
  LIST.test(path) ? (contents) => contents.replaceAll(NOUN, "const $1 = {};") : null,
);
