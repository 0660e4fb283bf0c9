// `sd contact key`: a pilot over TLS, as a process, and what is refused before anything is changed.
import { spawn } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { stringify } from "yaml";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { madePilots, NAME, type Pilots } from "../contact.fixture.ts";
import { edited, settled } from "../../deployment/plan/plan.fixture.ts";
import { connectionTo, serveHsm, type ServedHsm } from "../hsm.fixture.ts";
import { expectRefusal, PROGRAM, sd, sdJson, temporaryFolder } from "../program.fixture.ts";
import { activatedPilot, PILOT, type PilotFolder } from "./own-key.fixture.ts";

let pilot: PilotFolder;
let others: Pilots;
let served: ServedHsm | null = null;
beforeAll(async () => {
  [pilot, others] = [await activatedPilot(), await madePilots()];
});
afterAll(() => {
  pilot.remove();
  others.end();
});

const FAST = ["--pending", "0.1"];
const stateIn = (folder: string): Readonly<Record<string, readonly unknown[] | undefined>> =>
  JSON.parse(readFileSync(join(folder, "state.json"), "utf8")) as never;

/** Keys, deleted keys and roles. */
const thingsIn = (folder: string): readonly number[] => {
  const { keys = [], deletedKeys = [], assignments = [] } = stateIn(folder);
  return [keys.length, deletedKeys.length, assignments.length];
};

const files = () => {
  const recording = join(temporaryFolder(), "pilot.jsonl");
  return { recording, own: `${recording}.own`, part: `${recording}.part` };
};

/** The last line, behind what is told before it. */
async function ended(all: readonly string[]) {
  const { code, out } = await sd([...all, "--json"]);
  const result = JSON.parse(out.trimEnd().split("\n").at(-1) ?? "") as Readonly<
    Record<string, unknown>
  >;
  return { code, result };
}

async function expectRefused(all: readonly string[], refusal: string): Promise<void> {
  const { code, result } = await ended(all);
  expect([code, result["error"]]).toEqual([1, expect.objectContaining({ code: refusal })]);
}

/** Serves the HSM of a folder until the test ends. */
async function words(folder: string, name: string, ...more: readonly string[]) {
  served = await serveHsm(["--dir", folder, ...FAST, ...more]);
  return ["contact", "key", ...connectionTo(served, name)];
}

describe("a key of its own", () => {
  it("is made, attested, rotated, deleted and purged, and nothing of it stays", async () => {
    const { recording, own, part } = files();
    const before = thingsIn(pilot.folder);
    const key = await words(pilot.folder, PILOT, "--pilot");
    const root = ["--rehearsal-root", join(pilot.folder, "card-root.pem")];
    // The root of the cards exists once something was attested.
    const first = await ended([...key, "--recording", recording, "--begin", PILOT]);
    const again = await ended([...key, "--recording", recording, "--begin", PILOT, ...root]);
    for (const { code, result } of [first, again]) {
      expect(code).toBe(0);
      expect(result).toMatchObject({ unanswered: [], left: [] });
      const rows = result["rows"] as readonly { readonly verdict: string }[];
      expect(rows.filter(({ verdict }) => verdict === "otherwise")).toEqual([]);
    }
    expect(first.result["attestation"]).toBe("refused");
    expect(again.result["attestation"]).toBe("attested");
    expect(thingsIn(pilot.folder)).toEqual(before);
    expect(existsSync(own)).toBe(false);
    const text = readFileSync(part, "utf8");
    for (const name of [PILOT, "Contoso", "contact-", "127.0.0.1", "rehearsal"])
      expect(text.replaceAll('{"kind":"hsm-contact/01"}', "")).not.toContain(name);
    expect((await sdJson(["contact", "check", part])).code).toBe(0);
  });

  it("is found by the same command after a kill, at whatever moment", async () => {
    const { recording, own } = files();
    const before = thingsIn(pilot.folder);
    const key = await words(pilot.folder, PILOT, "--pilot");
    const all = [...key, "--recording", recording, "--begin", PILOT];
    const child = spawn(process.execPath, [PROGRAM, ...all], { stdio: "ignore" });
    const closed = new Promise<void>((ended) => child.once("close", () => ended()));
    while ((stateIn(pilot.folder)["keys"] ?? []).length === 0 && child.exitCode === null)
      await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill("SIGKILL");
    await closed;
    expect(existsSync(own)).toBe(true);
    // Another level, or another HSM, does not continue it.
    const noted = readFileSync(own, "utf8");
    writeFileSync(own, noted.replace(PILOT, "Other"));
    await expectRefused(all, "E-CONTACT-OWN");
    writeFileSync(own, noted);
    const { code, result } = await ended(all);
    expect([code, result["left"]]).toEqual([0, []]);
    expect([existsSync(own), thingsIn(pilot.folder)]).toEqual([false, before]);
  });

  it("says that purge protection keeps it", async () => {
    const { recording, own } = files();
    const key = await words(pilot.folder, PILOT);
    const { code, result } = await ended([...key, "--recording", recording, "--begin", PILOT]);
    expect(code).toBe(0);
    expect(result["left"]).toEqual([
      { what: "key", name: expect.stringMatching(/^sd-contact-/) as string, state: "deleted" },
    ]);
    expect(existsSync(own)).toBe(false);
  });
});

describe("what is refused, with nothing changed", () => {
  it("B206 an HSM that has keys, is not activated, or is named by a plan", async () => {
    const recorded = ["--recording", files().recording, "--begin", NAME];
    const before = thingsIn(others.active);
    const used = await words(others.active, NAME);
    await expectRefused([...used, ...recorded], "E-CONTACT-FOREIGN");
    expect(thingsIn(others.active)).toEqual(before);
    const plan = join(temporaryFolder(), "plan.yaml");
    writeFileSync(plan, stringify(edited(settled(), { "hsm.name": NAME.toLowerCase() })));
    const { recording, part } = files();
    const planned = [...used, "--recording", recording, "--begin", NAME, "--plan", plan];
    await expectRefused(planned, "E-CONTACT-PRODUCTION");
    expect(existsSync(part)).toBe(false);
    const waiting = await words(others.waiting, NAME);
    await expectRefused([...waiting, ...recorded], "E-CONTACT-STATE");
  });

  it("an HSM that nobody named; what follows is told before", async () => {
    const { recording, part } = files();
    const key = await words(pilot.folder, PILOT, "--pilot");
    for (const more of [[], ["--begin", "Another"]]) {
      const refused = await sd([...key, "--recording", recording, ...more]);
      expect(refused.code).toBe(1);
      expect(refused.errors).toMatch(/^E-CONTACT-BEGIN: /);
      for (const said of ["It does", "It leaves behind", "It cannot undo", "It takes", "Price"])
        expect(refused.out).toContain(`  ${said}: `);
    }
    expect(existsSync(part)).toBe(false);
    expectRefusal(await sd([...key, "--begin", PILOT]), "E-USAGE", 2);
  });
});
