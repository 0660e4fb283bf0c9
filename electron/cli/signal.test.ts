// A signal of the same user opens no debugger in a program that may hold a passphrase.
import { spawn } from "node:child_process";
import process from "node:process";
import { describe, expect, it, onTestFinished } from "vitest";
import { VAULT_COMMAND } from "../vault/node-vaults.ts";
import { PROGRAM } from "./program.fixture.ts";

/** What a program says on its error output after SIGUSR1, until it has answered or for a second. */
async function saidAfterSignal(words: readonly string[], answer?: string): Promise<string> {
  const child = spawn(process.execPath, words, { stdio: ["ignore", "ignore", "pipe", "ipc"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  child.stderr?.on("data", (bytes: Buffer) => {
    said += bytes.toString();
  });
  await new Promise((resolve, reject) => {
    child.once("message", resolve);
    child.once("exit", (code, by) => reject(new Error(`ended by ${code ?? by}: ${said}`)));
  });
  child.kill("SIGUSR1");
  if (answer === undefined) await new Promise((resolve) => setTimeout(resolve, 1000));
  else await expect.poll(() => said).toContain(answer);
  expect(child.exitCode).toBe(null);
  expect(child.signalCode).toBe(null);
  return said;
}

describe.skipIf(process.platform === "win32")("SIGUSR1", () => {
  it("opens a debugger in plain node, which shows that this test can see it", async () => {
    const script = "process.send(0); setInterval(() => undefined, 1000)";
    const answer = "Debugger listening on";
    const said = await saidAfterSignal(["--inspect-port=0", "-e", script], answer);
    expect(said).toContain(answer);
  });

  it("opens none in a vault, whose program is that of every command", async () => {
    expect(await saidAfterSignal([PROGRAM, VAULT_COMMAND, "officer"])).toBe("");
  });
});
