// Tests leave nothing in the temporary folder, also where they fail or are stopped.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "sd-temporary-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a program that lends a temporary folder to another, which leaves a file in it. */
async function started(then: string) {
  const child = `require("fs").writeFileSync(require("os").tmpdir() + "/left", "");
    console.log("left"); ${then}`;
  const program = `import { spawn } from "node:child_process";
    import { once } from "node:events";
    import { inTemporary, whileRunning } from "${new URL("temporary.mjs", import.meta.url).href}";
    await inTemporary(async () => {
      const child = spawn(process.execPath, ["-e", ${JSON.stringify(child)}], { stdio: "inherit" });
      const [code] = await whileRunning(child, once(child, "exit"));
      if (code !== 0) throw new Error("failed");
    });`;
  const runner = spawn(process.execPath, ["--input-type=module", "-e", program], {
    env: { ...process.env, TMPDIR: folder, TMP: folder, TEMP: folder },
    stdio: ["ignore", "pipe", "ignore"],
    detached: true,
  });
  const ended = once(runner, "exit");
  await once(runner.stdout, "data");
  return { pid: runner.pid ?? 0, ended };
}

test("after they have passed or failed", async () => {
  for (const code of [0, 1]) {
    const { ended } = await started(`process.exitCode = ${String(code)};`);
    expect(await ended).toEqual([code, null]);
    expect(readdirSync(folder)).toEqual([]);
  }
});

const NEVER_ENDS = "setInterval(() => undefined, 1000);";

test.skipIf(process.platform === "win32")("after a terminal's Ctrl-C (needs signals)", async () => {
  const { pid, ended } = await started(NEVER_ENDS);
  process.kill(-pid, "SIGINT");
  expect(await ended).toEqual([null, "SIGINT"]);
  expect(readdirSync(folder)).toEqual([]);
});

test.skipIf(process.platform === "win32")(
  "after the runner was ended (needs signals)",
  async () => {
    const { pid, ended } = await started(NEVER_ENDS);
    process.kill(pid, "SIGTERM");
    expect(await ended).toEqual([null, "SIGTERM"]);
    expect(readdirSync(folder)).toEqual([]);
  },
);
