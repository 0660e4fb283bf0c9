// What an officer's key passes through is small enough to be read, and SECURITY.md lists it; and a deployment's
// proofs bring no part of it.
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

test("what proves a deployment's keys has neither node-forge nor an engine for secrets", async () => {
  const ofDeployment = await ownFiles(root, ["electron/deployment/deployment.ts"], []);
  expect(ofDeployment).toContain("crypto/key-attestation.ts");
  for (const file of ["forge.ts", "secret-half.ts", "index.ts"])
    expect(ofDeployment).not.toContain(`crypto/${file}`);
});
