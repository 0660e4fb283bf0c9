// Every command that a proof reads with has a question of the connected station, or is one that only people
// can run; so no proof is forgotten when a command changes.
import { expect, it } from "vitest";
import { CHECK_NAMES } from "../proofs/checks.ts";
import { contoso } from "../proofs/right.fixture.ts";
import { readsOf } from "./questions.ts";

const { reads, byPeople } = readsOf(contoso, CHECK_NAMES);

it("what only people can run is what runs in machines, on jump boxes, or as a step, or is noted by hand", () => {
  const names = byPeople.map(({ words: [first, second, third] }) => {
    if (first === undefined) return "noted by hand";
    return typeof first === "object" && "script" in first
      ? first.script
      : `${second as string} ${third as string}`;
  });
  expect([...new Set(names)].toSorted()).toEqual([
    "disk show",
    "keyvault backup",
    "noted by hand",
    "reach",
    "resource show",
    "soak-sample",
    "soak-services",
    "version -o",
    "vm run-command",
  ]);
});

it("every question is whole: no flag was left out, and each file has one", () => {
  expect(reads.length).toBeGreaterThan(80);
  for (const { into, question } of reads) {
    expect(question.path, into).not.toMatch(/[{}]|undefined|\/\/(?!attestation)|\/$/);
    expect(question.version, into).toMatch(/^(\d{4}-\d\d-\d\d(-preview)?|7\.\d(-preview\.\d)?)$/);
    if (question.of === "resource-manager")
      expect(question.path, into).toContain(`/subscriptions/${contoso.subscription}/`);
    else expect(question.hsm, into).toMatch(/^contoso-(prod|recovery)-hsm$/);
  }
  expect(new Set(reads.map(({ into }) => into)).size).toBe(reads.length);
});
