// What the table of rooms allows and no file uses is refused.
import { describe, expect, test } from "vitest";
import { spell } from "../tidy.ts";
import { unusedIn } from "./unused.ts";

describe("what the table of rooms allows and nobody uses", () => {
  const reach = { packages: [], node: [] };
  const crypto = {
    ...reach,
    arrows: {},
    publicFiles: [{ file: "index.ts", only: ["disk"] }],
    packages: ["node-forge"],
    narrow: { "native*.ts": { node: ["crypto"] } },
  };
  const disk = {
    ...reach,
    arrows: { crypto: "uses" as const },
    publicFiles: "any" as const,
    shared: ["faults.ts"],
    node: ["fs", "path"],
  };
  const own =
    'import { a } from "../../crypto/index.ts"; import "./faults.ts";'
    + 'import { openSync } from "node:fs"; import { join } from "node:path";';
  const files = {
    "crypto/forge.ts": 'import forge from "node-forge/lib.js";',
    "crypto/native-sign.ts": 'import { sign } from "node:crypto";',
    "electron/disk/disk.ts": own,
  };
  const said = (changed: Readonly<Record<string, string>>): readonly string[] =>
    unusedIn({ crypto, disk }, ["path"])(
      Object.entries({ ...files, ...changed }).map(([path, text]) => ({ path, text })),
    ).map(spell);

  test("is nothing if a file uses each entry", () => {
    expect(said({})).toEqual([]);
  });

  test.each([
    [{ "crypto/forge.ts": "" }, ["crypto does not use the package node-forge"]],
    [
      { "crypto/native-sign.ts": "", "crypto/sign.ts": 'import { sign } from "node:crypto";' },
      ["crypto/native*.ts does not use node:crypto"],
    ],
    [
      { "electron/disk/disk.ts": "" },
      [
        "nobody enters crypto through index.ts",
        "disk does not import crypto",
        "files of disk do not share faults.ts",
        "disk does not use node:fs",
        "no room uses node:path",
      ],
    ],
    [
      { "electron/disk/disk.ts": own.replace("import {", "import type {") },
      ["disk imports only types of crypto"],
    ],
    [
      {
        "electron/disk/disk.ts": own.replace("index", "secret-half"),
        "electron/media/a.ts": 'import { a } from "../../crypto/index.ts";',
      },
      ["disk does not enter crypto through index.ts"],
    ],
    [
      {
        "electron/disk/disk.ts": "",
        "electron/disk/disk.test.ts": own,
        "electron/media/a.ts": 'import { a } from "../../crypto/index.ts"; import "node:path";',
      },
      [
        "disk does not enter crypto through index.ts",
        "disk does not import crypto",
        "files of disk do not share faults.ts",
        "disk does not use node:fs",
      ],
    ],
  ])("%j is refused", (changed, says) => {
    expect(said(changed)).toEqual(says.map((one) => `build/tidy/rooms.ts: ${one}`));
  });
});
