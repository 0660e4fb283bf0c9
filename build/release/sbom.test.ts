// The list of what is in a release, from a lock file.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { sbom } from "./sbom.mjs";

const folder = mkdtempSync(join(tmpdir(), "sd-sbom-"));
afterAll(() => rmSync(folder, { recursive: true }));
const entry = (version: string, dependencies: object = {}, more: object = {}) => ({
  version,
  license: "MIT",
  integrity: `sha512-${Buffer.alloc(64, 5).toString("base64")}`,
  dependencies,
  ...more,
});

it("names each package by version and hash, and what it needs, as Node finds it", () => {
  const packages = {
    "": { dependencies: { "@a/one": "1.0.0", two: "2.0.0" } },
    "node_modules/@a/one": entry("1.0.0", { two: "^3.0.0", tool: "1.0.0" }),
    "node_modules/@a/one/node_modules/two": entry("3.0.0"),
    "node_modules/two": entry("2.0.0"),
    "node_modules/tool": entry("1.0.0", {}, { dev: true }),
  };
  writeFileSync(
    join(folder, "package-lock.json"),
    JSON.stringify({ name: "app", version: "1.2.3", packages }),
  );
  const given = { moment: 1_793_577_600, electron: "45.4.1", node: "24.0.0", nodeSha256: "5d" };
  const bom = JSON.parse(sbom(folder, given)) as {
    readonly metadata: object;
    readonly components: readonly Readonly<Record<string, unknown>>[];
    readonly dependencies: readonly object[];
  };
  expect(bom.metadata).toMatchObject({ timestamp: "2026-11-02T00:00:00.000Z" });
  expect(bom.components.map((one) => one["purl"])).toEqual([
    "pkg:generic/electron@45.4.1",
    "pkg:generic/node@24.0.0",
    "pkg:npm/%40a/one@1.0.0",
    "pkg:npm/two@3.0.0",
    "pkg:npm/two@2.0.0",
  ]);
  expect(bom.components[2]).toMatchObject({
    licenses: [{ expression: "MIT" }],
    hashes: [{ alg: "SHA-512", content: "05".repeat(64) }],
  });
  expect(bom.dependencies.slice(0, 2)).toEqual([
    {
      ref: "app@1.2.3",
      dependsOn: [
        "pkg:generic/electron@45.4.1",
        "pkg:generic/node@24.0.0",
        "pkg:npm/%40a/one@1.0.0",
        "pkg:npm/two@2.0.0",
      ],
    },
    { ref: "pkg:npm/%40a/one@1.0.0", dependsOn: ["pkg:npm/two@3.0.0#node_modules/@a/one"] },
  ]);
  expect(sbom(folder, given)).toBe(sbom(folder, given));
});
