// A step in which words are heard takes in the record as long as it takes in the room.
import { beforeAll, expect, it } from "vitest";
import { snapshotOf } from "../usecases/snapshots.fixture.ts";
import { deskAt } from "./desk.fixture.ts";

const STEP = "confirm-thumbprint-1";
beforeAll(() => snapshotOf("activation", STEP));

it("begins with its first word, contains what is misheard, and begins once", async () => {
  const desk = await deskAt("activation", STEP);
  const types = async () => ((await desk.look()).ceremony?.ledger ?? []).map(({ type }) => type);
  const before = await types();
  const { activity } = await desk.look();
  if (activity.kind !== "hearing") throw new Error("nothing is heard");
  expect([activity.phase, activity.canShow]).toEqual(["copy", true]);
  const { lines } = activity;
  await desk.copied({ step: STEP });
  expect((await types()).slice(before.length)).toEqual(["step-began"]);
  await desk.hear({ step: STEP, words: ["a", "b", "c", "d"] });
  for (const words of lines) await desk.hear({ step: STEP, words: [...words] });
  await desk.perform({ step: STEP, input: {} });
  await expect
    .poll(async () => (await types()).slice(before.length))
    .toEqual(["step-began", "refused", "thumbprint-confirmed", "step-performed"]);
});

it("shows its words again before anything was misheard", async () => {
  const desk = await deskAt("activation", STEP);
  await desk.copied({ step: STEP });
  const { activity } = await desk.rehear({ step: STEP });
  expect(activity).toMatchObject({ kind: "hearing", phase: "copy" });
});

it("shows any other step of the script meanwhile, and no step that it has not", async () => {
  const desk = await deskAt("activation", STEP);
  const { say, ...shown } = await desk.step({ step: "make-key-1" });
  expect(shown).toMatchObject({ id: "make-key-1", by: "officer-1", confirm: "witness" });
  expect(say.length).toBeGreaterThan(1);
  await expect(desk.step({ step: "make-key-9" })).rejects.toMatchObject({ code: "E-DESK-STALE" });
  expect((await desk.look()).ceremony?.step?.id).toBe(STEP);
});
