// What a reading of the network remembers, until the next boot.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { latchedNetwork } from "./latch.ts";
import type { NetworkReading } from "./network.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "latch-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A reading of these interfaces, all quiet except those that are up. */
const reading = (names: readonly string[], up: readonly string[] = []): NetworkReading => ({
  interfaces: names.map((name) => ({
    name,
    up: up.includes(name),
    carrier: up.includes(name),
    usb: false,
    addresses: up.includes(name) ? 1 : 0,
    receivedBytes: 0,
    sentBytes: 0,
  })),
  radios: [],
  up,
  wasOnline: false,
  red: up.length > 0,
  source: "linux",
});

/** The readings of a process that starts now, one after the other. */
function started(boot: string | null, ...readings: readonly NetworkReading[]) {
  const left = [...readings];
  const read = latchedNetwork(folder, () => left.shift() ?? reading([]), boot);
  return readings.map(() => {
    const { wasOnline, red, up } = read();
    return { wasOnline, red, up };
  });
}

const QUIET = { wasOnline: false, red: false, up: [] };
const MARKED = { wasOnline: true, red: true, up: [] };

describe("a reading that remembers", () => {
  it("is as it was read while nothing was up", () => {
    const quiet = reading(["eth0"]);
    expect(started("b1", quiet, quiet)).toEqual([QUIET, QUIET]);
  });

  it("stays red after what was up is down again, also in the next process of this boot", () => {
    const [during, after] = started("b1", reading(["wlan0"], ["wlan0"]), reading(["wlan0"]));
    expect(during).toEqual({ wasOnline: true, red: true, up: ["wlan0"] });
    expect(after).toEqual(MARKED);
    expect(started("b1", reading(["wlan0"]))).toEqual([MARKED]);
  });

  it("is red once a known device is gone, together with its counters", () => {
    expect(started("b1", reading(["eth0", "enx0"]), reading(["eth0"]))).toEqual([QUIET, MARKED]);
    expect(started("b1", reading(["eth0", "enx0"]))).toEqual([MARKED]);
  });

  it("is red when the device went while no process of ours ran", () => {
    expect(started("b1", reading(["eth0", "enx0"]))).toEqual([QUIET]);
    expect(started("b1", reading(["eth0"]))).toEqual([MARKED]);
  });

  it("does not forget what another process of this profile saw meanwhile", () => {
    const [first, second] = [reading(["eth0"]), reading(["eth0", "wlan0"])];
    const readings = [first, second];
    const read = latchedNetwork(folder, () => readings.shift() ?? second, "b1");
    read();
    started("b1", reading(["eth0", "usb0"], ["usb0"]));
    expect(read()).toMatchObject(MARKED);
    expect(started("b1", second)).toEqual([MARKED]);
  });

  it("forgets at the next boot, and not before", () => {
    started("b1", reading(["wlan0"], ["wlan0"]));
    expect(started("b2", reading(["eth0"]))).toEqual([QUIET]);
  });

  it("remembers in this process if the boot is unknown, or nothing can be written", () => {
    const up = reading(["wlan0"], ["wlan0"]);
    expect(started(null, up, reading(["wlan0"]))[1]).toEqual(MARKED);
    rmSync(folder, { recursive: true });
    writeFileSync(folder, "in the way");
    expect(started("b1", up, reading(["wlan0"]))[1]).toEqual(MARKED);
  });

  it("ignores a damaged mark", () => {
    started("b1", reading(["wlan0"], ["wlan0"]));
    const file = join(folder, "network.json");
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({
      boot: "b1",
      online: true,
      seen: ["wlan0"],
    });
    writeFileSync(file, "{");
    expect(started("b1", reading(["eth0"]))).toEqual([QUIET]);
  });
});
