// A contact's own key: each row of its own turned around, and the program gone after each question.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BELIEFS, verdictOf } from "../../beliefs/beliefs.ts";
import { activatedPilot, keyHeld, type KeyHeld, type PilotFolder } from "./own-key.fixture.ts";

let pilot: PilotFolder;
beforeAll(async () => {
  pilot = await activatedPilot();
});
afterAll(() => pilot.remove());

const CLEAN = [null, [], null, 0];
const leftBy = ({ refusal, done, noted, more }: KeyHeld) => [refusal, done?.left, noted, more];

const ROWS = BELIEFS.filter(({ relies }) => relies.some((path) => path.includes("own-key")));

describe("a row of its own turned around", () => {
  it.each(ROWS)("$id is seen, and nothing stays behind", async (row) => {
    const held = await keyHeld(pilot, { otherwise: [row.id] });
    expect(verdictOf(row, held.exchanges)).toBe("otherwise");
    expect(leftBy(held)).toEqual(CLEAN);
    for (const { fault } of held.unanswered) expect(fault.code).toMatch(/^E-HSM-/);
  });
});

it("ends after each question, and the next run leaves nothing behind", async () => {
  let questions = 0;
  for (;;) {
    questions += 1;
    const held = await keyHeld(pilot, { killedAfter: questions });
    expect(leftBy(held), `after ${String(questions)} questions`).toEqual(CLEAN);
    // A run that was whole is followed by one with a key of its own.
    const names = new Set(
      held.exchanges.flatMap(({ path }) => /^\/keys\/([\w-]+)\/create$/.exec(path)?.[1] ?? []),
    );
    if (names.size === 2) break;
  }
  expect(questions).toBeGreaterThan(25);
});
