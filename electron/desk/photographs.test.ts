// At the desk: photographs of bags are brought once their numbers were read, and recorded as shown.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { sha256Hex } from "../../crypto/index.ts";
import { custodyOf, QUORUM_ACCEPTED } from "../ceremony/record.fixture.ts";
import type { PhotographFile } from "../session/photographs.ts";
import { snapshotOf } from "../usecases/snapshots.fixture.ts";
import { deskAt } from "./desk.fixture.ts";

const STEP = "record-custody";
const JPEG = [0xff, 0xd8, 0xff];
/** A photograph of the first bag, one of the second, and one of none. */
const PICTURES = { "A000.jpg": 1, "a-001 (2).JPG": 2, "holiday.jpg": 3 } as const;
const sha256Of = (n: number): string => sha256Hex(Buffer.from([...JPEG, n]));

beforeAll(() => snapshotOf("activation", STEP));

/** A desk just after custody was recorded, whose people choose this folder. */
async function deskWith(pictures: Readonly<Record<string, number>>) {
  const folder = mkdtempSync(join(tmpdir(), "photographs-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, n] of Object.entries(pictures))
    writeFileSync(join(folder, name), Buffer.from([...JPEG, n]));
  const shown: (readonly PhotographFile[])[] = [];
  const desk = await deskAt("activation", STEP, undefined, {
    choosePhotographs: async () => folder,
    showPhotographs: (files) => void shown.push(files),
  });
  const { custodyWanted, photographs } = await desk.look();
  expect(photographs).toBeNull();
  const objects = custodyOf(custodyWanted.map(({ object }) => object));
  const deviations = [QUORUM_ACCEPTED].map((one) => ({ ...one, decidedBy: [...one.decidedBy] }));
  await desk.perform({ step: STEP, input: { objects, deviations } });
  return { desk, shown, folder };
}

const codeOf = (asked: Promise<unknown>): Promise<unknown> =>
  asked.then(
    () => "done",
    (error: unknown) => (error as { readonly code?: string }).code,
  );

describe("photographs of seals at the desk", () => {
  it("are beside the bags after whose numbers they are named, and are recorded like this", async () => {
    const { desk, shown, folder } = await deskWith(PICTURES);
    const { photographs: before } = await desk.look();
    expect(before?.others).toBe(0);
    expect(before?.objects[0]).toMatchObject({ seal: "A000", before: [], now: [] });
    const { photographs } = await desk.bringPhotographs({});
    const now = photographs?.objects.map((one) => one.now);
    expect(now?.slice(0, 3)).toEqual([
      [{ sha256: sha256Of(1), isRecorded: false, isHere: true }],
      [{ sha256: sha256Of(2), isRecorded: false, isHere: true }],
      [],
    ]);
    expect(photographs?.others).toBe(1);
    // What may be shown are these files, wherever they are.
    expect(shown.at(-1)?.map(({ path }) => path)).toContain(join(folder, "A000.jpg"));
    const recorded = await desk.recordPhotographs({ shown: [sha256Of(1), sha256Of(2)] });
    expect(recorded.photographs?.objects[0]?.now).toEqual([
      { sha256: sha256Of(1), isRecorded: true, isHere: true },
    ]);
    expect(recorded.ceremony?.ledger.at(-1)).toMatchObject({
      type: "seals-photographed",
      facts: { photographs: 2 },
    });
  });

  it("are recorded as people saw them, or not at all", async () => {
    const { desk } = await deskWith(PICTURES);
    await desk.bringPhotographs({});
    expect(await codeOf(desk.recordPhotographs({ shown: [sha256Of(1)] }))).toBe("E-DESK-STALE");
    expect(await codeOf(desk.recordPhotographs({ shown: [sha256Of(1), sha256Of(3)] }))).toBe(
      "E-DESK-STALE",
    );
    expect((await desk.look()).ceremony?.ledger.at(-1)?.type).not.toBe("seals-photographed");
  });

  it("are not shown any more once the ceremony is left", async () => {
    const { desk, shown } = await deskWith(PICTURES);
    await desk.bringPhotographs({});
    await desk.leave({});
    expect(shown.at(-1)).toEqual([]);
  });

  it("of a folder without one are refused, and nothing is forgotten", async () => {
    const { desk, folder } = await deskWith(PICTURES);
    await desk.bringPhotographs({});
    for (const name of Object.keys(PICTURES)) rmSync(join(folder, name));
    expect(await codeOf(desk.bringPhotographs({}))).toBe("E-PHOTO-FILES");
    expect((await desk.look()).photographs?.objects[0]?.now).toHaveLength(1);
  });
});
