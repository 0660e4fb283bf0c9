// The network is checked before, while and after something secret is open.
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { opened } from "../ceremony/record.fixture.ts";
import { openJournal } from "../journal/journal.ts";
import { temporaryFolder } from "../journal/record.fixture.ts";
import type { NetworkReading } from "../network/network.ts";
import type { Deps } from "./deps.ts";
import { fault } from "./faults.ts";
import { underWatch } from "./offline-watch.ts";
import type { Turn } from "./turn.ts";

const QUIET: NetworkReading = {
  interfaces: [],
  radios: [],
  up: [],
  wasOnline: false,
  red: false,
  source: "linux",
};
const RED: NetworkReading = { ...QUIET, up: ["wlan0"], red: true };
const STEP = "make-key-1";

/** A station with a record, whose network is what `now` says. */
function station(mode: Deps["mode"] = "PRODUCTION", where: Deps["station"] = "offline") {
  const folder = temporaryFolder();
  const open = openJournal({ folder, station: where, clock: () => new Date() });
  open.append([opened({ mode }), { type: "step-began", by: "app", data: { step: "open" } }]);
  const network = { now: QUIET };
  const deps = {
    station: where,
    mode,
    record: { folder, open },
    network: () => network.now,
    clock: () => new Date(),
  } as unknown as Deps;
  const turn = { step: { id: STEP } } as unknown as Turn;
  const ended: string[] = [];
  const end = async () => void ended.push("ended");
  const noted = () => open.entries.filter(({ type }) => type === "network-seen");
  return { deps, turn, end, ended, network, noted };
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe("secret work under watch", () => {
  it("goes through while the network is down", async () => {
    const { deps, turn, end, ended, noted } = station();
    expect(await underWatch(deps, turn, end, async () => 7)).toBe(7);
    expect([ended, noted()]).toEqual([[], []]);
  });

  it("does not begin when it is up since the step began", async () => {
    const { deps, turn, end, network, noted } = station();
    network.now = RED;
    let began = false;
    const work = async () => void (began = true);
    expect(await codeOf(underWatch(deps, turn, end, work))).toBe("E-NET-UP");
    expect(began).toBe(false);
    expect(noted()).toMatchObject([
      { by: "app", data: { step: STEP, network: { up: ["wlan0"], wasOnline: "no" } } },
    ]);
  });

  it("reports the network even if the record accepts no entry about it", async () => {
    const { deps, turn, end, network } = station();
    network.now = RED;
    deps.record.open?.close();
    expect(await codeOf(underWatch(deps, turn, end, async () => 7))).toBe("E-NET-UP");
  });

  it("is ended at once when it comes up meanwhile, and that is the reason told", async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const { deps, turn, ended, network, noted } = station();
    let gone: (error: Error) => void = () => undefined;
    const end = async () => {
      ended.push("ended");
      gone(fault("E-CHOICE"));
    };
    const work = () =>
      new Promise<never>((_, reject) => {
        gone = reject;
        network.now = RED;
      });
    const told = codeOf(underWatch(deps, turn, end, work));
    // Nobody but the watch ends this work: it is checked before it is waited for.
    await vi.advanceTimersByTimeAsync(1000);
    expect(ended).toEqual(["ended"]);
    expect(await told).toBe("E-NET-UP");
    expect(noted()).toHaveLength(1);
  });

  it("counts for nothing when it came up after the last look", async () => {
    const { deps, turn, end, network, noted } = station();
    const work = async () => {
      network.now = { ...QUIET, wasOnline: true, red: true };
      return "a result";
    };
    expect(await codeOf(underWatch(deps, turn, end, work))).toBe("E-NET-WAS-ONLINE");
    expect(noted()).toHaveLength(1);
  });

  it.each([
    ["in a rehearsal", "REHEARSAL", "offline"],
    ["at the connected station", "PRODUCTION", "connected"],
  ] as const)("goes through %s", async (_, mode, where) => {
    const { deps, turn, end, ended, network } = station(mode, where);
    network.now = RED;
    const work = async () => {
      await wait(700);
      return 7;
    };
    expect(await underWatch(deps, turn, end, work)).toBe(7);
    expect(ended).toEqual([]);
  });
});
