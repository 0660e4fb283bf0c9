// Where the station was started from a live image, its words are heard before the opening is confirmed.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { toWords } from "../../crypto/index.ts";
import { systemWithImage } from "../ceremony/ceremony.ts";
import type { Desk } from "./desk.ts";
import { deskIn } from "./desk.fixture.ts";

const IMAGE = "5d".repeat(32);
const WORDS = toWords(new Uint8Array(32).fill(0x5d));
const PEOPLE = ["administrator", "witness", "officer-1", "officer-2", "officer-3"];

/** A desk at which an activation was opened, and not confirmed yet. */
async function opened(system: string): Promise<Desk> {
  const desk = deskIn(mkdtempSync(join(tmpdir(), "desk-")), undefined, {}, { system });
  await desk.begin({ ceremony: "activation", on: "folders" });
  const people = PEOPLE.map((role) => ({ role, name: `A ${role}` }));
  const accepted = { rule: "quorum", reason: "We are three.", decidedBy: PEOPLE.slice(0, 2) };
  const input = { hsm: "contoso-hsm", bits: 2048, people, deviations: [accepted] };
  await desk.perform({ step: "open", input });
  return desk;
}
const typesAt = async (desk: Desk) =>
  ((await desk.look()).ceremony?.ledger ?? []).map(({ type }) => type);

it("is confirmed only once all words were heard, and what is heard is never in the window", async () => {
  const desk = await opened(systemWithImage("Linux", IMAGE));
  const before = await typesAt(desk);
  expect((await desk.look()).activity).toMatchObject({
    ...{ kind: "hearing", of: "image", phase: "pick", lines: [], canShow: false },
  });
  await expect(desk.confirm({ step: "open" })).rejects.toMatchObject({ code: "E-DESK-STALE" });
  await desk.hear({ step: "open", words: ["a", "b", "c", "d"] });
  for (let at = 0; at < WORDS.length; at += 4)
    await desk.hear({ step: "open", words: WORDS.slice(at, at + 4) });
  expect((await desk.look()).activity).toEqual({ kind: "idle" });
  await desk.confirm({ step: "open" });
  expect((await typesAt(desk)).slice(before.length)).toEqual([
    "refused",
    "image-heard",
    "step-done",
  ]);
});

it("is confirmed without words if the station was started from no image", async () => {
  const desk = await opened("Linux");
  expect((await desk.look()).activity).toEqual({ kind: "idle" });
  await desk.confirm({ step: "open" });
  expect(await typesAt(desk)).not.toContain("image-heard");
});
