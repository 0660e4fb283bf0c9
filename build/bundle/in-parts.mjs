// A program in parts, yet one file: each part is a comment, which costs next to nothing to read, and
// becomes code when it is first needed. To read all code of `sd`, or of the app, takes longer than
// all else that starts it; a second file would be missed on the day of need.
import { basename, dirname } from "node:path";
import { transform } from "esbuild";
import { pastReExports } from "./past-re-exports.mjs";

/** How the end of a comment is written within one. */
const [END, ESCAPED_END] = ["*/", "*<end>/"];

const PART = /^"([^"]+)"\(\) \{\/\*\n([^]*?)\*\/\},$/gm;

/** Starts the program: a function's own text has its comment too, so no file is read again. */
const start = (/** @type {string} */ main) => `const { compileFunction } = require("node:vm");
const loaded = new Map();
function load(name) {
  const part = name.replace(/^\\.\\//, "");
  if (!Object.hasOwn(parts, part)) return require(name);
  const known = loaded.get(part);
  if (known !== undefined) return known.exports;
  const module = { exports: {} };
  loaded.set(part, module);
  const text = parts[part].toString();
  const code = text.slice(text.indexOf("/*") + 2, text.lastIndexOf("${END}"));
  const filename = \`\${__filename}/\${part}\`;
  const names = ["module", "exports", "require", "__filename", "__dirname"];
  const run = compileFunction(code.replaceAll("${ESCAPED_END}", "${END}"), names, { filename });
  run(module, module.exports, load, __filename, __dirname);
  return module.exports;
}
load("${main}");
`;

/**
 * Bundles a program, a part for what each \`import()\` loads and for what several of them share.
 * @param {string} source where it starts
 * @param {string} file what it becomes
 * @param {import("esbuild").BuildOptions} options
 * @param {(source: string, options: import("esbuild").BuildOptions) =>
 *   Promise<readonly import("esbuild").OutputFile[]>} made bundles in memory
 * @param {RegExp} beside public files that are programs of their own
 * @returns {Promise<Uint8Array>} the file
 */
export async function inParts(source, file, options, made, beside) {
  const outputs = await made(source, {
    ...options,
    plugins: [...(options.plugins ?? []), pastReExports(beside)],
    entryPoints: [source],
    outdir: dirname(file),
    format: "esm",
    splitting: true,
  });
  const parts = await Promise.all(
    outputs.map(async ({ path, text }) => {
      if (text.includes(ESCAPED_END)) throw new Error(`${ESCAPED_END} is in ${source}'s code`);
      // What was compiled by hand has `require`, but nothing that answers `import()`.
      const supported = { "dynamic-import": false };
      const { code } = await transform(text, {
        format: "cjs",
        platform: "node",
        target: "node20",
        supported,
        // Indents are a fifth of what is read; names stay, for readers of errors.
        minifyWhitespace: true,
        lineLimit: 120,
        legalComments: "eof",
      });
      return `"${basename(path)}"() {/*\n${code.replaceAll(END, ESCAPED_END)}*/},\n`;
    }),
  );
  const main = `./${basename(source).replace(/\.ts$/, ".js")}`;
  const text = `"use strict";\nconst parts = {\n${parts.join("")}};\n${start(main)}`;
  return new TextEncoder().encode(text);
}

/**
 * Each part of such a file: its name and its code; of any other file nothing.
 * @param {string} text @returns {(readonly [string, string])[]}
 */
export const namedParts = (text) =>
  [...text.matchAll(PART)].map(([, name = "", code = ""]) => [
    name,
    code.replaceAll(ESCAPED_END, END),
  ]);
