// Puts into verifier.html the data that its rules need (declared.json), and the digests of its script,
// its style and itself, after a change of the page or of that data: node build/verifier.mjs
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import process from "node:process";
import { VERIFIER } from "./bundle/identity.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** What the rules need of scripts and forms: data alone, no code of ours. */
export const DECLARED = "electron/meaning/declared.json";

/** @param {string | Buffer} of @param {"hex" | "base64"} form */
const sha256 = (of, form) => createHash("sha256").update(of).digest(form);

/** @param {string} page @param {string} tag */
const between = (page, tag) => new RegExp(`<${tag}>(.*?)</${tag}>`, "s").exec(page)?.[1] ?? "";

/**
 * The page with this data, and with the digests of what is then in it.
 * @param {string} page @param {string} declared JSON
 */
export function withData(page, declared) {
  const data = JSON.stringify(JSON.parse(declared)).replaceAll("<", "\\u003c");
  const filled = page.replace(/^const DECLARED = .*;$/m, () => `const DECLARED = ${data};`);
  const [script, style] = ["script", "style"].map((tag) => sha256(between(filled, tag), "base64"));
  return filled
    .replace(/script-src '[^']*'/, `script-src 'sha256-${script}'`)
    .replace(/style-src '[^']*'/, `style-src 'sha256-${style}'`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const file = join(ROOT, VERIFIER);
  const page = withData(readFileSync(file, "utf8"), readFileSync(join(ROOT, DECLARED), "utf8"));
  writeFileSync(file, page);
  writeFileSync(`${file}.sha256`, `${sha256(page, "hex")}  verifier.html\n`);
}
