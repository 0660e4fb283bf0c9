// What the simulated crew reads where real people, and not its own, wrote the paper.
import { expect, it } from "vitest";
import type { Step } from "../../ceremony-scripts/index.ts";
import { verifyHead, verifyRecord } from "../journal/verify.ts";
import type { PeopleMethods } from "../people/protocol.ts";
import { fault } from "../people/faults.ts";
import { answerTo } from "../rehearse/answers.ts";
import { nextAfter, signedActivation, threeOfficers } from "./chain.fixture.ts";
import { askedStep } from "./crew-people.ts";
import type { OpenCeremony } from "./open-ceremony.ts";

const OFFICERS = threeOfficers();

const withoutPaper = {
  read: async () => {
    throw fault("E-PEOPLE-PAPER");
  },
} as unknown as PeopleMethods;

const taking = { id: "take-1", by: "administrator", action: { kind: "take-part" }, seat: 1 };

it.each([
  ["on paper, with all the words of that paper", "paper", []],
  ["by a signature", "signatures", OFFICERS.slice(0, 1)],
] as const)("takes over a part that was closed %s", async (_, closedBy, signers) => {
  const part = nextAfter(signedActivation(OFFICERS), { signers });
  const open = {
    script: { officers: 3, steps: [], attend: "nobody" },
    session: {
      plan: { parts: new Map([[1, part]]), earlier: null },
      stations: { offline: { clock: () => new Date(0) } },
    },
  };
  const asked = askedStep(
    open as unknown as OpenCeremony,
    { ...taking, station: "offline" } as unknown as Step,
    withoutPaper,
  );
  const { heard } = (await answerTo(asked)) as { readonly heard: string };
  const verdict = verifyRecord(part);
  expect(verdict.closedBy).toBe(closedBy);
  if (closedBy === "paper") verifyHead(verdict, heard);
  else expect(heard.split(" ")).toHaveLength(10);
});
