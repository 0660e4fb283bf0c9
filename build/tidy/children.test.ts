// Programs that are started without an environment are refused.
import { describe, expect, test } from "vitest";
import { children } from "./children.ts";
import { findings } from "../tidy.fixture.ts";

describe("children", () => {
  const IMPORT = 'import { fork, execFile, spawnSync } from "node:child_process";\n';
  test.each([
    `${IMPORT}fork(entry, words, { execArgv: [] });`,
    `${IMPORT}execFile(path, words, (error) => undefined);`,
    `${IMPORT}spawnSync("sync");`,
    `${IMPORT}spawnSync("sync", words, options);`,
    'import * as child_process from "node:child_process";\nchild_process.spawn("sync", { cwd });',
    'import { utilityProcess } from "electron";\nutilityProcess.fork(entry, [], { stdio });',
  ])("a start without an environment is refused: %s", (text) => {
    expect(findings(children, "electron/pipe/new.ts", text).join()).toContain("without saying");
    expect(findings(children, "electron/pipe/new.fixture.ts", text)).toEqual([]);
  });

  test.each([
    `${IMPORT}fork(entry, words, { execArgv: [], env: environmentFor("every") });`,
    `${IMPORT}spawnSync("sync", [], { env });`,
    `${IMPORT}const [, name] = /a(b)/.exec(text) ?? [];`,
    'import { utilityProcess } from "electron";\nutilityProcess.fork(entry, [], { env: {} });',
  ])("one with an environment is left alone: %s", (text) => {
    expect(findings(children, "electron/pipe/new.ts", text)).toEqual([]);
  });
});
