// Two copies of the app on one computer: one is the station, and the next one can be it only when that
// has ended, however it did.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it, onTestFinished } from "vitest";
import { meetingPlace, takeStation } from "./one-station.ts";

/** A copy in a process of its own, which has the place once this resolves. */
async function copyAt(place: string) {
  const script = "require('net').createServer().listen(process.argv[1], () => process.send(0))";
  const child = spawn(process.execPath, ["-e", script, place], {
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child, "message");
  return child;
}

describe("the place of the station", () => {
  it("is the same for each copy of one user, whatever its profile", () => {
    expect(meetingPlace()).toBe(meetingPlace());
    expect(meetingPlace()).toContain("security-domain-ceremony-station-");
  });

  it.skipIf(process.platform !== "linux")("is taken once, also without a file", async () => {
    const place = `\0sd-test-${String(process.pid)}`;
    expect(await takeStation(place)).toBe(true);
    expect(await takeStation(place)).toBe(false);
    expect(await takeStation(`${place}-other`)).toBe(true);
  });

  it.skipIf(process.platform === "win32")("is free again when a copy was killed", async () => {
    const folder = mkdtempSync(join(tmpdir(), "sd-place-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const place = join(folder, "place");
    const child = await copyAt(place);
    expect(await takeStation(place)).toBe(false);
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await takeStation(place)).toBe(true);
  });
});
