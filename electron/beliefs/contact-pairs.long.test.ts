// Two beliefs turned around at once, picked at random of those that the ceremony asks about: what one leads to
// must not hide what the other loses. `SEED` draws others, `PAIRS` how many for each ceremony.
import process from "node:process";
import fc from "fast-check";
import { expect, it } from "vitest";
import { BELIEFS, verdictOf } from "./beliefs.ts";
import { heldOtherwise } from "./contact.fixture.ts";

const SEED = Number(process.env["SEED"] ?? 45);
const COUNT = Number(process.env["PAIRS"] ?? 30);

it.each(["activation", "recovery"] as const)("%s loses nothing", async (name) => {
  const { exchanges } = await heldOtherwise(name, []);
  const asked = BELIEFS.filter((row) => verdictOf(row, exchanges) !== "not seen").map(
    ({ id }) => id,
  );
  const two = fc.uniqueArray(fc.constantFrom(...asked), { minLength: 2, maxLength: 2 });
  const ended = { well: 0, refused: 0 };
  for (const pair of fc.sample(two, { seed: SEED, numRuns: COUNT })) {
    const { refusal } = await heldOtherwise(name, pair).catch((error: unknown) => {
      throw new Error(`${name} with ${pair.join(" and ")}`, { cause: error });
    });
    expect(refusal?.code ?? "E-", pair.join(" and ")).toMatch(/^E-(?!BUG|WORKER)/);
    ended[refusal === null ? "well" : "refused"] += 1;
  }
  expect(ended.well, "every pair was refused").toBeGreaterThan(0);
  expect(ended.refused, "no pair was refused").toBeGreaterThan(0);
});
