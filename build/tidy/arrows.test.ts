// Who may import whom is refused where it is not in the table, one thing wrong at a time.
import { describe, expect, test } from "vitest";
import { arrows } from "./arrows.ts";
import { ROOMS } from "./rooms.ts";
import { findings } from "../tidy.fixture.ts";

const SHARED = ROOMS.usecases?.shared ?? [];

describe("arrows", () => {
  test.each([
    ["electron/usecases/open.ts", 'import { a } from "../../crypto/index.ts";'],
    ["electron/vault/officer.ts", 'import { a } from "../../crypto/secret-half.ts";'],
    ["electron/bridge/contract.ts", 'import type { A } from "../ceremony/ceremony.ts";'],
    ["electron/ceremony/rules.ts", 'import { a } from "../../crypto/errors.ts";'],
    ["electron/journal/disk.ts", 'import { openSync } from "node:fs";'],
    ["crypto/native-sign.ts", 'import { sign } from "node:crypto";'],
    ["crypto/forge.ts", 'import forge from "node-forge";'],
    ["electron/hsm/azure/request.ts", 'import { a } from "@azure/core-rest-pipeline";'],
    ["electron/usecases/open.test.ts", 'import { a } from "../../crypto/secret-half.ts";'],
    ["electron/usecases/open.ts", 'import { a } from "./deps.ts";'],
  ])("%s may write %s", (path, text) => {
    expect(findings(arrows, path, text)).toEqual([]);
  });

  test.each([
    [
      "electron/usecases/open.ts",
      'import { a } from "../main/app.ts";',
      "usecases may not import main",
    ],
    [
      "electron/bridge/contract.ts",
      'import { a } from "../ceremony/ceremony.ts";',
      "bridge may import only types of ceremony",
    ],
    [
      "electron/bridge/contract.ts",
      'type A = import("../../crypto/index.ts").A;',
      "bridge may not import crypto",
    ],
    [
      "electron/ceremony/rules.ts",
      'import { a } from "../../crypto/index.ts";',
      "ceremony may not enter crypto through index.ts",
    ],
    [
      "electron/usecases/open.ts",
      'import { a } from "../../crypto/secret-half.ts";',
      "usecases may not enter crypto through secret-half.ts",
    ],
    [
      "electron/usecases/open.ts",
      'export { a } from "../journal/disk.ts";',
      "journal is entered only through its public files: "
        + "electron/journal/journal.ts, electron/journal/verify.ts",
    ],
    ["electron/cli/main.ts", 'import { a } from "../main/app.ts";', "cli may not import main"],
    [
      "electron/usecases/open.ts",
      'import { a } from "./close.ts";',
      `files of usecases do not import each other, only ${SHARED.join(", ")}`,
    ],
    [
      "electron/usecases/open.ts",
      'import { a } from "./deps";',
      "an import names its file with its ending",
    ],
    [
      "electron/usecases/open.ts",
      'import { a } from "./close.test.ts";',
      "only tests import what belongs to tests",
    ],
    [
      "electron/usecases/open.ts",
      'import { a } from "../../build/tidy.ts";',
      "rooms do not import from outside the rooms",
    ],
    [
      "electron/usecases/open.ts",
      "const a = await import(name);",
      "imports something computed; name it",
    ],
    ["electron/usecases/open.ts", 'import fs from "node:fs";', "usecases may not use node:fs here"],
    ["electron/media/find.ts", 'import net from "node:net";', "media may not use node:net here"],
    [
      "electron/vault/secret-socket.ts",
      'import tls from "node:tls";',
      "vault may not use node:tls here",
    ],
    [
      "crypto/digest.ts",
      'import { createHash } from "node:crypto";',
      "crypto may not use node:crypto here",
    ],
    [
      "crypto/jwe.ts",
      'const forge = require("node-forge");',
      "crypto may not use the package node-forge here",
    ],
    [
      "electron/rehearse/play.ts",
      'import { a } from "@azure/core-auth";',
      "rehearse may not use the package @azure/core-auth here",
    ],
    ["crypto/jwe.ts", 'import fs from "fs";', "crypto may not use the package fs here"],
  ])("%s may not write %s", (path, text, says) => {
    expect(findings(arrows, path, text)).toEqual([`${path}:1: ${says}`]);
  });
});

test("code under electron that is in no room of the table is refused", () => {
  expect(findings(arrows, "electron/attic/a.ts", "")).toEqual([
    "electron/attic/a.ts: stands in no room of the table",
  ]);
});
