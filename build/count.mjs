// How large the product is: lines, statements of its syntax trees, and bytes of its programs, minified.
//   node build/count.mjs [FOLDER]   another copy of the project, built already (npm run build)
import { transformSync } from "esbuild";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve, sep } from "node:path";
import process from "node:process";
import ts from "typescript";
import { fileURLToPath } from "node:url";
import { namedParts } from "./bundle/in-parts.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What is shipped; tests, fixtures and build steps are not. */
const PRODUCT = /^(crypto|ceremony-scripts|electron|renderer)\/.*\.(ts|tsx|yaml|css|html)$/;
const OF_TESTS = /\.(test|fixture)\.tsx?$/;

/**
 * @param {string} root a copy of the project
 * @returns {{readonly lines: number, readonly statements: number, readonly bytes: number}} `bytes`: of all
 *   scripts in `dist`, each minified; 0 where nothing was built
 */
export function counted(root) {
  const files = readdirSync(root, { recursive: true, encoding: "utf8" })
    .map((path) => path.split(sep).join("/"))
    .filter((path) => PRODUCT.test(path) && !OF_TESTS.test(path));
  let [lines, statements] = [0, 0];
  for (const path of files) {
    const text = readFileSync(join(root, path), "utf8");
    lines += text.split("\n").length - 1;
    if (/\.tsx?$/.test(path)) statements += statementsIn(path, text);
  }
  return { lines, statements, bytes: minifiedIn(join(root, "dist")) };
}

/** @param {string} path @param {string} text */
function statementsIn(path, text) {
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  let found = 0;
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (ts.isStatement(node)) found += 1;
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, false, kind), visit);
  return found;
}

/** @param {string} folder */
function minifiedIn(folder) {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(cjs|js|css)$/.test(path) && !path.startsWith("types"))
    .flatMap((path) => {
      const loader = path.endsWith(".css") ? "css" : "js";
      return partsIn(readFileSync(join(folder, path), "utf8")).map((text) =>
        Buffer.byteLength(transformSync(text, { loader, minify: true }).code),
      );
    })
    .reduce((sum, bytes) => sum + bytes, 0);
}

/** A program in parts has its code in comments, which minify to nothing. @param {string} text */
const partsIn = (text) => [text, ...namedParts(text).map(([, code]) => code)];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { lines, statements, bytes } = counted(resolve(process.argv[2] ?? ROOT));
  console.log(`${lines} lines, ${statements} statements, ${bytes} bytes of programs, minified`);
}
