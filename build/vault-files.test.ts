// What an officer's key passes through is small enough to be read, and SECURITY.md lists it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stop } from "esbuild";
import { afterAll, expect, test } from "vitest";
import { ownFiles } from "./bundle/said.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
afterAll(stop);

const LINES_MAX = 7000;
const page = readFileSync(join(root, "SECURITY.md"), "utf8");
const inVault = ownFiles(root, ["electron/vault/vault-main.ts"], []);

test("the vault's process has the files that SECURITY.md lists, and no others", async () => {
  const listed = [...page.matchAll(/^\| `([a-z/-]+)\/` \| (.*) \|$/gm)].flatMap(
    ([, folder = "", names = ""]) => names.split(", ").map((name) => `${folder}/${name}.ts`),
  );
  expect(listed.toSorted()).toEqual((await inVault).toSorted());
});

test("they have no more lines than SECURITY.md says", async () => {
  const files = await inVault;
  const lines = files
    .map((path) => readFileSync(join(root, path), "utf8").split("\n").length - 1)
    .reduce((sum, one) => sum + one, 0);
  expect(lines).toBeLessThanOrEqual(LINES_MAX);
  const stated = /(\d+) files with at most ([\d,]+) lines/
    .exec(page.replaceAll("\n", " "))
    ?.slice(1);
  expect(stated).toEqual([String(files.length), LINES_MAX.toLocaleString("en-GB")]);
});
