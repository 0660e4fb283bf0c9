// A step in which everyone only says that they have understood what was read aloud.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { verifyRecord } from "../journal/verify.ts";
import { sd, temporaryFolder } from "./program.fixture.ts";

const SCRIPT = `
script: briefing
title: A briefing
officers: 3
quorum: 2
continues: nothing
roles:
  - { role: administrator, may-not-also-be: [witness, officer] }
  - { role: witness, may-not-also-be: [administrator, officer] }
  - { role: officer, attend: nobody, may-not-also-be: [administrator, witness, officer] }
materials:
  - { paper: note, of: witness }
acts:
  - act: Briefing
    steps:
      - { id: open, station: offline, by: administrator, confirm: witness, do: open, minutes: 1,
          say: Each of us says name and role aloud. }
      - { id: rules, station: offline, by: administrator, confirm: witness, do: acknowledge,
          minutes: 1, say: Nobody touches a keyboard but the person who is called.,
          requires: [at-hand note] }
      - { id: close, station: offline, by: administrator, confirm: witness, do: close-on-paper,
          minutes: 1, say: We sign the paper. }
`;

it("is performed by one person, confirmed by another, and changes nothing", async () => {
  const folder = temporaryFolder();
  const [script, media, out] = ["briefing.yaml", "media", "out"].map((name) => join(folder, name));
  writeFileSync(script!, SCRIPT);
  const ended = await sd(["rehearse", script!, "--bits", "2048", "--media", media!, "--out", out!]);
  expect(ended.code, ended.errors).toBe(0);
  const { entries, closedBy } = verifyRecord(readFileSync(join(out!, "record.jsonl")));
  expect(closedBy).toBe("paper");
  const ofStep = entries.filter(({ data }) => (data as { step?: string }).step === "rules");
  expect(ofStep.map(({ type, by }) => [type, by])).toEqual([
    ["step-began", "app"],
    ["step-performed", "administrator"],
    ["step-done", "witness"],
  ]);
  const paper = await sd(["script", "walk", script!]);
  expect(paper.out).toContain("Have everyone present say that they have understood");
});
