// Waiting for an activation: which errors it survives, what it reports meanwhile, and what ends it.
// The waits use the test's clock. F38 to F41: docs/bad-inputs.md.
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { Fault, LaterFault } from "../../crypto/index.ts";
import type { AskedHsm, Progress } from "../hsm/hsm.ts";
import { fault as hsmFault } from "../hsm/faults.ts";
import { english } from "../text/english.ts";
import type { Deps, Notice } from "./deps.ts";
import { untilDownloaded } from "./hsm-wait.ts";
import { stationsAt } from "./snapshots.fixture.ts";
import type { Stations } from "./stations.fixture.ts";

type Asked = Extract<Notice, { readonly kind: "asked" }>;

/** The download's step; `status` answers each question about it, `more` others, by how many were asked. */
async function waiting(
  status: (n: number) => Progress | Fault,
  more: (asked: () => number) => Partial<AskedHsm> = () => ({}),
) {
  const stations = await stationsAt("activation", "download-domain");
  const slept: number[] = [];
  const told: Asked[] = [];
  let asked = 0;
  const change: Partial<AskedHsm> = {
    ...more(() => asked),
    downloadStatus: async () => {
      const answer = status(asked++);
      if (answer instanceof Fault) throw answer;
      return answer;
    },
  };
  const deps: Partial<Deps> = {
    pollSeconds: 10,
    hsm: async () => ({ ...stations.hsm, ...change }),
    sleep: async (seconds) => void slept.push(seconds),
    notice: (notice) => {
      if (notice.kind === "asked") told.push(notice);
    },
  };
  return { stations, slept, told, code: await codeOf(() => stations.act(deps)) };
}

const PONDERING: Progress = { state: "unknown", details: "Pondering" };
const RUNNING: Progress = { state: "running", details: "InProgress" };
const DONE: Progress = { state: "succeeded", details: "" };
const busy = (seconds: number): Fault =>
  new LaterFault(hsmFault("E-HSM-BUSY", { seconds }), seconds);

/** The answer is kept, and asked for once. */
function expectKept(stations: Stations): void {
  expect(stations.types()).toContain("domain-written");
  expect(stations.types().filter((type) => type === "download-began")).toHaveLength(1);
}

describe("a wait for the activation", () => {
  it("F38: survives ten minutes of 429 and 5xx, waits as requested, and says why", async () => {
    const storm = [
      busy(60),
      busy(60),
      hsmFault("E-HSM-SERVER", { status: 503 }),
      busy(60),
      busy(60),
      busy(60),
      busy(60),
      busy(60),
      busy(60),
      busy(60),
    ];
    const { stations, slept, told, code } = await waiting((n) => storm[n] ?? DONE);
    const notes = told.map(({ note }) => english(note));
    expect(code).toBe("nothing thrown");
    expect(slept.reduce((sum, seconds) => sum + seconds, 0)).toBe(9 * 60 + 10);
    expect(told[0]).toMatchObject({ state: "unknown", details: "" });
    expect(notes[0]).toBe("The HSM asks you to wait 60 seconds.");
    expect(told[2]).toMatchObject({ state: "unknown" });
    expect(notes[2]).toContain("503");
    expectKept(stations);
    expect(stations.types()).toContain("download-ended");
  });

  it("is reported as unknown if the HSM says something unknown, and is asked again", async () => {
    const { told, code } = await waiting(
      (n) => (n < 3 ? PONDERING : DONE),
      (asked) => ({ activation: async () => (asked() > 3 ? "Active" : "NotActivated") }),
    );
    expect(code).toBe("nothing thrown");
    expect(told.map(({ state }) => state)).toEqual(["unknown", "unknown", "unknown", "succeeded"]);
  });

  it("has ended if the HSM is active, whatever unknown word the status says", async () => {
    const { stations, told, code } = await waiting(
      () => PONDERING,
      (asked) => ({ activation: async () => (asked() > 0 ? "Active" : "NotActivated") }),
    );
    expect([code, told.map(({ state }) => state)]).toEqual(["nothing thrown", ["succeeded"]]);
    expectKept(stations);
    expect(stations.types()).toContain("download-ended");
  });

  it("has not ended where the HSM was active before, as long as its status is not known", async () => {
    const { hsm } = await stationsAt("activation", "download-domain");
    const answers = [PONDERING, PONDERING, DONE];
    const asked: Progress[] = [];
    const again: Partial<AskedHsm> = {
      activation: async () => "Active",
      downloadStatus: async () => {
        const answer = answers[asked.length] ?? DONE;
        asked.push(answer);
        return answer;
      },
    };
    const deps = { pollSeconds: 10, sleep: async () => undefined, notice: () => undefined };
    await untilDownloaded(deps, { ...hsm, ...again }, true);
    expect(asked).toEqual(answers);
  });

  it.each([
    ["E-AUTH-LATE", hsmFault("E-AUTH-LATE")],
    ["E-HSM-AUTH", hsmFault("E-HSM-AUTH", { why: "" })],
  ])("F39: ends at once with a sign-in that ended (%s), and is continued later", async (...of) => {
    const [expected, ended] = of;
    const { stations, slept, code } = await waiting(() => ended);
    expect([code, slept]).toEqual([expected, []]);
    expectKept(stations);
    expect(stations.types()).not.toContain("download-ended");
    await stations.act();
    expectKept(stations);
    expect(stations.types()).toContain("download-ended");
  });

  it("F40: that never ends says so after half an hour, and is continued later", async () => {
    const { stations, slept, code } = await waiting(() => RUNNING);
    expect(code).toBe("E-HSM-STILL-RUNNING");
    expect(slept.reduce((sum, seconds) => sum + seconds, 0)).toBe(30 * 60);
    expectKept(stations);
    await stations.act();
    expectKept(stations);
  });

  it("F41: that ends in a failure keeps what was received, and is no success", async () => {
    const { stations, code } = await waiting(() => ({ state: "failed", details: "Broken" }));
    expect(code).toBe("E-HSM-FAILED");
    expectKept(stations);
    expect(stations.types()).not.toContain("download-ended");
  });
});
