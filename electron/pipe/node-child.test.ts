// What a child of plain Node is started with.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { expect, it, onTestFinished, vi } from "vitest";
import { environmentFor } from "../disk/own-environment.ts";
import { forkChild } from "./node-child.ts";

it("a child has only listed variables, and no argument beside its words", async () => {
  const folder = mkdtempSync(join(tmpdir(), "child-"));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
    vi.unstubAllEnvs();
  });
  const names = ["DEBUG", "NODE_DEBUG", "NODE_OPTIONS", "AZURE_LOG_LEVEL", "SSLKEYLOGFILE"];
  for (const name of names) vi.stubEnv(name, "--trace-warnings");
  for (let n = 0; n < 200; n += 1) vi.stubEnv(`SOMETHING_${String(n)}`, "said by nobody");
  vi.stubEnv("LC_ALL", "C");
  const program = join(folder, "child.cjs");
  writeFileSync(
    program,
    "process.send({ env: process.env, words: process.argv.slice(2), flags: process.execArgv });",
  );
  const { channel, end } = forkChild(program, ["one", "two"]);
  onTestFinished(end);
  const { env, words, flags } = await new Promise<{
    readonly env: Record<string, string>;
    readonly words: readonly string[];
    readonly flags: readonly string[];
  }>((resolve) => channel.onMessage((message) => resolve(message as never)));
  expect({ words, flags }).toEqual({ words: ["one", "two"], flags: [] });
  expect(env).toEqual(environmentFor("every"));
  expect(env["LC_ALL"]).toBe("C");
  expect(
    Object.keys(env).filter((name) => /^(?:SOMETHING|NODE|DEBUG|AZURE|VITEST)/.test(name)),
  ).toEqual([]);
  expect(process.env["SOMETHING_1"]).toBe("said by nobody");
});
