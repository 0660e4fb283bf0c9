// A look at an HSM that is otherwise says so, for every row that a look can see.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BELIEFS } from "../beliefs/beliefs.ts";
import { lookedAt, madePilots, type Looked, type Pilots } from "./contact.fixture.ts";

let pilots: Pilots;
let usual: readonly (readonly [folder: string, looked: Looked])[];
beforeAll(async () => {
  pilots = await madePilots();
  usual = [
    [pilots.waiting, await lookedAt(pilots.waiting)],
    [pilots.active, await lookedAt(pilots.active)],
  ];
});
afterAll(() => pilots.end());

const verdictIn = ({ rows }: Looked, id: string) => rows.find((row) => row.id === id)?.verdict;

/** A look alone cannot know whether the HSM once had a download whose status it no longer has. */
const ROWS = BELIEFS.filter(({ id }) => id !== "download-status-kept");

describe.each(ROWS)("$id", ({ id }) => {
  it("is told as otherwise where a look sees it", async () => {
    for (const [folder, looked] of usual) {
      if (verdictIn(looked, id) === "not seen") continue;
      expect(verdictIn(looked, id)).toBe("as believed");
      const otherwise = await lookedAt(folder, id);
      expect([verdictIn(otherwise, id), otherwise.code]).toEqual(["otherwise", 3]);
      expect(otherwise.rows.find((row) => row.id === id)?.came).toMatch(/^[A-Z]+ \//);
    }
  });
});
