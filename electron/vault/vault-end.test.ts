// How a vault ends: with its turn, with its parent, by a kill, and after ten minutes anyway.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { dirname } from "node:path";
import process from "node:process";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { isAlive, secondsUntilGone } from "../pipe/alive.fixture.ts";
import { withDescendants } from "../network/network.ts";
import { forkChild } from "../pipe/node-child.ts";
import type { Channel } from "../pipe/pipe.ts";
import { VAULT_COMMAND } from "./node-vaults.ts";
import { serveVault } from "./serve.ts";
import { bareVault, IDENTITY, PROGRAM, tappedVaults, TYPED_TWICE } from "./vault.fixture.ts";
import { ownKey, sendSecret, vaultsOver } from "./vault.ts";

const { vaults } = tappedVaults();

describe("a vault's process", () => {
  it("ends with its parent's channel, and takes its socket with it", async () => {
    const { child, socket } = await bareVault("officer");
    expect(existsSync(dirname(socket))).toBe(true);
    child.disconnect();
    expect(await secondsUntilGone(child.pid!)).toBeLessThan(2);
    // Node notices it a moment later than the system.
    await expect.poll(() => child.exitCode).toBe(0);
    expect(existsSync(dirname(socket))).toBe(false);
  });

  it("ends with its parent, even if that was killed in the middle of a call", async () => {
    const script = `
      const options = { serialization: "advanced", stdio: ["ignore", "ignore", "ignore", "ipc"] };
      const args = [${JSON.stringify(VAULT_COMMAND)}, "officer"];
      const child = require("node:child_process").fork(${JSON.stringify(PROGRAM)}, args, options);
      child.once("message", () => {
        child.send({ id: 1, method: "make", request: ${JSON.stringify(IDENTITY)} });
        console.log(child.pid);
      });`;
    const parent = spawn(process.execPath, ["-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    onTestFinished(() => void parent.kill("SIGKILL"));
    const [line] = (await once(parent.stdout, "data")) as [Buffer];
    const pid = Number(line.toString());
    expect(isAlive(pid)).toBe(true);
    parent.kill("SIGKILL");
    expect(await secondsUntilGone(pid)).toBeLessThan(2);
  });

  it("that is killed fails its calls, and all later ones", async () => {
    const { child, socket } = await bareVault("officer");
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await codeOf(sendSecret(socket, TYPED_TWICE))).toBe("E-VAULT-DOOR");
    const vault = await vaults.openOfficerVault();
    const call = vault.call.make(IDENTITY);
    const failed = codeOf(call);
    await vault.end();
    expect(await failed).toBe("E-WORKER-GONE");
    expect(await codeOf(vault.call.make(IDENTITY))).toBe("E-WORKER-GONE");
  });
});

describe("a vault that was stopped", () => {
  it.skipIf(process.platform !== "linux").each(["officer", "quorum"] as const)(
    "as the %s's is reported in 15 seconds, and ended in ten minutes",
    async (kind) => {
      vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
      onTestFinished(() => void vi.useRealTimers());
      const pids: number[] = [];
      const mine = vaultsOver((which) => {
        const before = withDescendants(process.pid);
        const child = forkChild(PROGRAM, [VAULT_COMMAND, which]);
        pids.push(...withDescendants(process.pid).filter((pid) => !before.includes(pid)));
        return child;
      });
      const told: number[] = [];
      const hear = (seconds: number) => void told.push(seconds);
      const { call, end } =
        kind === "officer" ? await mine.openOfficerVault(hear) : await mine.openQuorumVault(hear);
      onTestFinished(end);
      process.kill(pids[0]!, "SIGSTOP");
      const asked = codeOf(call.prove({} as never));
      vi.advanceTimersByTime(20_000);
      expect(told).toEqual([15]);
      vi.advanceTimersByTime(600_000);
      expect(await asked).toBe("E-WORKER-GONE");
      await expect.poll(() => isAlive(pids[0]!)).toBe(false);
    },
  );
});

describe("a vault that is left alone", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
  afterEach(() => void vi.useRealTimers());

  /** A vault of this process; we have its channel's other end. */
  async function served(kind: "officer" | "quorum") {
    const closers: (() => void)[] = [];
    const sent: unknown[] = [];
    const channel: Channel = {
      send: (message) => void sent.push(message),
      onMessage: (hear) => hear({ id: 0, method: "acquaint", request: ownKey() }),
      onClose: (listener) => void closers.push(listener),
    };
    const end = vi.fn();
    await serveVault(kind, channel, end);
    const [{ ready: socket }] = sent as [{ readonly ready: string }];
    onTestFinished(() => {
      for (const close of closers) close();
    });
    return { socket, end, closers };
  }

  it.each(["officer", "quorum"] as const)(
    "as the %s's ends ten minutes after something arrived, not before",
    async (kind) => {
      const { socket, end } = await served(kind);
      // An officer who has not typed yet may take their time.
      vi.advanceTimersByTime(60 * 60 * 1000);
      expect(end).not.toHaveBeenCalled();
      await sendSecret(socket, TYPED_TWICE);
      vi.advanceTimersByTime(10 * 60 * 1000 - 1);
      expect(end).not.toHaveBeenCalled();
      expect(existsSync(dirname(socket))).toBe(true);
      vi.advanceTimersByTime(1);
      expect(end).toHaveBeenCalledOnce();
      expect(existsSync(dirname(socket))).toBe(false);
      expect(await codeOf(sendSecret(socket, TYPED_TWICE))).toBe("E-VAULT-DOOR");
    },
  );

  it("ends after ten minutes even if someone keeps sending to its socket", async () => {
    const { socket, end } = await served("officer");
    for (let minute = 0; minute < 10; minute++) {
      expect(await sendSecret(socket, TYPED_TWICE)).toEqual({ ok: true });
      vi.advanceTimersByTime(60 * 1000);
    }
    expect(end).toHaveBeenCalledOnce();
  });

  it("gives each officer ten minutes to bring their share, once", async () => {
    const { socket, end } = await served("quorum");
    const share = { x: 1, values: new Array<number>(32).fill(0) };
    const bring = (n: number) => sendSecret(socket, { share: { n, thumbprint: "ab", share } });
    for (const n of [1, 2, 3]) {
      expect(await bring(n)).toEqual({ ok: true });
      vi.advanceTimersByTime(9 * 60 * 1000);
    }
    expect(end).not.toHaveBeenCalled();
    expect(await bring(3)).toEqual({ ok: true });
    vi.advanceTimersByTime(60 * 1000);
    expect(end).toHaveBeenCalledOnce();
  });

  it("ends at once when the other end of its channel closes", async () => {
    const { end, closers } = await served("quorum");
    for (const close of closers) close();
    expect(end).toHaveBeenCalledOnce();
  });
});
