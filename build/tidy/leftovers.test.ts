// Notes to oneself and silenced checks are refused.
import { expect, test } from "vitest";
import { leftovers } from "./leftovers.ts";
import { findings } from "../tidy.fixture.ts";

test.each([
  ["// TO" + "DO later"],
  ["// FIX" + "ME"],
  ["// XX" + "X"],
  ["test.on" + "ly()"],
  ["test.sk" + "ip()"],
  ["// @ts-ig" + "nore"],
  ["// @ts-noch" + "eck"],
  ["// esl" + "int-disable-line"],
  ["// oxl" + "int-disable-line"],
  ["x as an" + "y;"],
])("the leftover %s is refused", (text) => {
  expect(findings(leftovers, "a.ts", text)).toHaveLength(1);
});
