// Processes of a rehearsal that were stopped or killed: the first are reported while they last, the
// second at once, and the ceremony continues either way.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it, onTestFinished } from "vitest";
import { verifyRecord } from "../journal/verify.ts";
import { newPlace, Running, type Place, type Stop } from "./rehearsal.fixture.ts";

/** The HSM was asked about the activation once. */
const ASKED: Stop = [/ activation: /, 1];

function begun(place: Place, stops: readonly Stop[] = []): Running {
  const running = new Running(place, "activation", [], [], stops);
  onTestFinished(() => running.wipe());
  return running;
}

function place(): Place {
  const one = newPlace();
  onTestFinished(one.remove);
  return one;
}

/** It continues, and ends as if nothing had happened. */
async function endsWell(running: Running, { out }: Place): Promise<void> {
  const { code, errors } = await running.ended;
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  expect(verifyRecord(readFileSync(join(out, "record.jsonl"))).closedBy).not.toBe(null);
}

describe.skipIf(process.platform !== "linux")("in a rehearsal (needs /proc)", () => {
  it.each([
    ["officer", "the officer's secure process"],
    ["quorum", "the secure process that holds the shares"],
  ])("a stopped vault of the %s's is reported until it answers again", async (kind, name) => {
    const where = place();
    const running = begun(where);
    const pid = await running.appears(`vault-process ${kind}`);
    process.kill(pid, "SIGSTOP");
    expect(await running.heard(`${name} has not answered for 15 s`)).toBe(true);
    process.kill(pid, "SIGCONT");
    expect(await running.heard(`${name} answers again`)).toBe(true);
    await endsWell(running, where);
  });

  it("a stopped HSM is reported until it answers again", async () => {
    const where = place();
    const running = begun(where, [ASKED]);
    await running.standsAt(ASKED);
    const [pid] = running.playing("rehearsal-hsm");
    process.kill(pid!, "SIGSTOP");
    running.signal("SIGCONT");
    expect(await running.heard("the HSM has not answered for 15 s")).toBe(true);
    process.kill(pid!, "SIGCONT");
    await endsWell(running, where);
  });

  it("a killed HSM ends the command at once, and the same command continues", async () => {
    const where = place();
    const running = begun(where, [ASKED]);
    await running.standsAt(ASKED);
    const [pid] = running.playing("rehearsal-hsm");
    process.kill(pid!, "SIGKILL");
    running.signal("SIGCONT");
    const { code, errors } = await running.ended;
    expect(code).toBe(1);
    expect(errors).toMatch(/^E-HSM-GONE: The built-in HSM of the rehearsal stopped\.\n/);
    await endsWell(begun(where), where);
  });
});
