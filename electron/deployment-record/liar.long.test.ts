// As `liar.test.ts`: all lies about two records of deployments. What is printed is in docs/testing.md.
import process from "node:process";
import { expect, it } from "vitest";
import { drawing } from "../meaning/ceremony.fixture.ts";
import { checkLies, honestDeployments } from "./liar.fixture.ts";

it("lies about every member of every entry of a deployment are refused, or told", () => {
  const { wrong, tried, members, refused } = checkLies(
    honestDeployments(),
    { each: Infinity },
    drawing(1),
  );
  process.stdout.write(
    `deployment: ${members} members, ${tried} values, ${refused} refused, ${tried - refused} told\n`,
  );
  expect(wrong).toEqual([]);
});
