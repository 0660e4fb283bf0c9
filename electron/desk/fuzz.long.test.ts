// B107 Ten thousand fuzzed questions for each method of the window.
import { expect, it } from "vitest";
import { METHODS } from "../bridge/methods.ts";
import { fuzz } from "./fuzzed.fixture.ts";

const CALLS = 10_000;
/** Others each time; a failure's title says which. */
const SEED = Date.now() % 1_000_000;

it.each(METHODS)(
  `%s answers or refuses each of ${CALLS} strange requests (seed ${SEED})`,
  async (method) => {
    const { refused, faults, answered } = await fuzz(method, CALLS, SEED);
    expect(refused + faults + answered).toBe(CALLS);
  },
);
