// The first runbook: in an empty subscription nothing of it is proven, its steps make it so, and where all of
// it is there already the proofs alone show it.
import { english } from "../text/english.ts";
import { expect, it } from "vitest";
import { contosoBegins } from "./people.fixture.ts";

it("makes what an empty subscription lacks, and finds it there the second time", async () => {
  const { deployment } = await contosoBegins();
  const steps = deployment.stepsOf("foundation");
  const proven = async () => {
    const all = [];
    for (const check of steps.flatMap(({ proofs }) => proofs))
      all.push((await deployment.prove(check, "foundation")).proven);
    return all;
  };
  expect((await proven()).filter(Boolean)).toEqual([]);
  for (const step of steps) await deployment.carryOut("foundation", step);
  expect((await proven()).filter((one) => !one)).toEqual([]);
  // Each step that has commands says that they are left out then.
  for (const { title, commands, unlessThere, notes } of steps)
    if (commands !== undefined)
      expect({
        title,
        unlessThere,
        says: english(notes?.[0] ?? "").startsWith("Prove it first"),
      }).toEqual({ title, unlessThere: true, says: true });
});

it("refuses a network in a group that is not there", async () => {
  const { arm, deployment } = await contosoBegins();
  const network = deployment
    .stepsOf("foundation")
    .find(({ title }) => english(title) === "Create the networks");
  await expect(deployment.carryOut("foundation", network!)).rejects.toThrow(
    "ResourceGroupNotFound",
  );
  arm.settle();
  await expect(deployment.carryOut("foundation", network!)).resolves.not.toEqual([]);
});
