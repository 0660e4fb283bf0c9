// How a vault ends: with its turn, by force where it does not listen, by an accident, or with main.
import { existsSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../crypto/code-of.fixture.ts";
import { isAlive, secondsUntilGone } from "../electron/pipe/alive.fixture.ts";
import { sendSecret } from "../electron/vault/vault.ts";
import { made, OFFICER, PASSPHRASE } from "./officers.fixture.ts";
import { bundleProbe, startProbe, type Probe, type Programs } from "./probe.fixture.ts";
import { makeTestRuntime, withoutRuntime, type TestRuntime } from "./runtime.fixture.ts";

/** A vault that V8 ends as it does for want of memory, by Electron's own way to try that. */
const ENDING_VAULT = `
  const { triggerFatalErrorForTesting } = process._linkedBinding("electron_common_v8_util");
  process.on("SIGUSR2", () => triggerFatalErrorForTesting());
  require("./vault.cjs");
`;

let runtime: TestRuntime;
let programs: Programs;
let probe: Probe;

describe.skipIf(withoutRuntime)("a vault under Electron (needs its runtime)", () => {
  beforeAll(async () => {
    runtime = makeTestRuntime();
    programs = await bundleProbe(runtime);
    probe = await startProbe(runtime, programs);
  });
  afterAll(async () => {
    await probe.end();
    runtime.remove();
  });

  it("loads nothing that talks to anyone but its own socket", () => {
    const loaded = programs.vaultLoads.map((name) => name.replace("node:", ""));
    expect([...new Set(loaded)]).toEqual(["crypto", "fs", "net", "os", "path", "process"]);
  });

  it("is gone within two seconds of its turn, and so is its socket", async () => {
    const vault = await probe.officer();
    await made(vault);
    expect(isAlive(vault.pid)).toBe(true);
    expect(existsSync(dirname(vault.socket))).toBe(true);
    const ended = vault.end();
    expect(await secondsUntilGone(vault.pid)).toBeLessThan(2);
    await ended;
    expect(existsSync(dirname(vault.socket))).toBe(false);
    const typed = sendSecret(vault.socket, { passphrase: PASSPHRASE });
    expect(await codeOf(typed)).toBe("E-VAULT-DOOR");
    expect(await codeOf(vault.call.make(OFFICER))).toBe("E-WORKER-GONE");
  });

  it("is killed within two seconds if it does not listen", async () => {
    const vault = await probe.officer();
    process.kill(vault.pid, "SIGSTOP");
    const ended = vault.end();
    expect(await secondsUntilGone(vault.pid)).toBeLessThan(2);
    await ended;
  });

  it("that is killed in the middle is E-WORKER-GONE, then and later; another opens", async () => {
    const vault = await probe.officer();
    const asked = codeOf(vault.call.make(OFFICER));
    process.kill(vault.pid, "SIGKILL");
    expect(await asked).toBe("E-WORKER-GONE");
    expect(await codeOf(vault.call.make(OFFICER))).toBe("E-WORKER-GONE");
    // Main lives, which would say so too if it did not.
    expect(await codeOf(vault.end())).toBe("nothing thrown");
    const another = await probe.officer();
    expect((await made(another)).keyPem).toContain("ENCRYPTED PRIVATE KEY");
    await another.end();
  });

  it("that V8 ends, as when it has no memory, is E-WORKER-GONE, and main continues (F27)", async () => {
    const vaultThatEnds = join(runtime.folder, "ending-vault.cjs");
    writeFileSync(vaultThatEnds, ENDING_VAULT, { mode: 0o644 });
    const other = await startProbe(runtime, { ...programs, vault: vaultThatEnds });
    const vault = await other.officer();
    const asked = codeOf(vault.call.make(OFFICER));
    process.kill(vault.pid, "SIGUSR2");
    expect(await asked).toBe("E-WORKER-GONE");
    expect(await codeOf(vault.call.make(OFFICER))).toBe("E-WORKER-GONE");
    expect(await codeOf(other.officer())).toBe("nothing thrown");
    await other.end();
  });

  it("that cannot start is E-WORKER-GONE", async () => {
    const nothing = { ...programs, vault: join(runtime.folder, "no-such-file.cjs") };
    const other = await startProbe(runtime, nothing);
    expect(await codeOf(other.officer())).toBe("E-WORKER-GONE");
    await other.end();
  });

  it("goes within two seconds when main is killed, idle or at work", async () => {
    const other = await startProbe(runtime, programs);
    const [idle, atWork] = [await other.officer(), await other.officer()];
    void atWork.call.make({ ...OFFICER, bits: 4096 }).catch(() => undefined);
    await sendSecret(atWork.socket, { passphrase: PASSPHRASE, again: PASSPHRASE });
    await other.end("SIGKILL");
    const took = await Promise.all([idle, atWork].map(({ pid }) => secondsUntilGone(pid)));
    expect(Math.max(...took)).toBeLessThan(2);
  });
});
