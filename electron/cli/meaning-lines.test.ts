// What a good record reports and no rule refuses is named with its entries.
import { expect, it } from "vitest";
import { notedLines } from "./meaning-lines.ts";

const entryOf = (seq: number, type: string, data: object) => ({
  ...{ seq, type, data, by: "app", at: "2026-01-31T09:00:00.000Z", hash: "" },
  station: "connected",
});
const roles = { rolesMissing: [], rolesMore: [] };
const role = { principal: "p", role: "r", roleName: "", scope: "/keys" };

it.each([
  ["download-ended", { state: "Failed" }, { state: "Active" }, "had given its domain"],
  ["upload-ended", { state: "NotActivated" }, { state: "Active" }, "had its domain"],
  ["recovery-compared", { ...roles, rolesMissing: [role] }, roles, "Role assignments"],
  ["domain-found", { unprotected: ["officer-1"] }, { unprotected: [] }, "without a passphrase"],
] as const)("%s is noted if something is not as it should be", (type, bad, good, says) => {
  const [line, more] = notedLines([entryOf(3, type, good), entryOf(7, type, bad)]);
  expect(line).toContain(says);
  expect(line).toMatch(/: entry 7\.$/);
  expect(more).toBeUndefined();
});

it("keys that nobody compared are always noted", () => {
  expect(notedLines([entryOf(9, "keys-not-compared", { keys: [] })])).toEqual([
    "The keys that came back were compared with no list: entry 9.",
  ]);
});
