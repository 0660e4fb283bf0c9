// Unbounded reads of files are refused.
import { describe, expect, test } from "vitest";
import { reads } from "./reads.ts";
import { findings } from "../tidy.fixture.ts";

describe("reads", () => {
  const READS = "without readPlain";
  test.each([
    ["electron/desk/new.ts", 'import { readFileSync } from "node:fs";'],
    ["electron/usecases/new.ts", 'import { createReadStream as stream } from "fs";'],
    ["electron/cli/new.ts", 'import { readFile } from "node:fs/promises";'],
    ["electron/main/new.ts", 'import * as fs from "node:fs";'],
    ["electron/main/new.ts", 'import fs from "node:fs";'],
  ])("%s may not write %s", (path, text) => {
    expect(findings(reads, path, text).join()).toContain(READS);
  });

  test.each([
    ["electron/desk/new.ts", 'import { existsSync, statSync } from "node:fs";'],
    ["electron/desk/new.ts", 'import { readPlain } from "../disk/read-plain.ts";'],
    ["electron/desk/new.test.ts", 'import { readFileSync } from "node:fs";'],
    ["electron/disk/new.ts", 'import { readSync } from "node:fs";'],
    ["build/new.ts", 'import { readFileSync } from "node:fs";'],
  ])("%s may write %s", (path, text) => {
    expect(findings(reads, path, text)).toEqual([]);
  });
});
