// What a good record reports and no rule refuses is named with its entries.
import { expect, it } from "vitest";
import { random } from "../../crypto/index.ts";
import { generateRsa, makeCertificate } from "../../crypto/secret-half.ts";
import { notedLines } from "./meaning-lines.ts";

const entryOf = (seq: number, type: string, data: object) => ({
  ...{ seq, type, data, by: "app", at: "2026-01-31T09:00:00.000Z", hash: "" },
  station: "connected",
});
const roles = { rolesMissing: [], rolesMore: [] };
const role = { principal: "p", role: "r", roleName: "", scope: "/keys" };

const intel = (issued: string, next: string) => ({ files: [{ issued, next }], levels: [] });
const { pkcs8 } = generateRsa(2048);
/** Of a key made on this day; it is valid from a day before, for 20 years. */
const certificateOf = (day: string): string => {
  const identity = { commonName: "officer 1", rehearsal: true, now: new Date(day), random };
  return makeCertificate(identity, "keyEncipherment", pkcs8).pem;
};

it.each([
  ["download-ended", { state: "Failed" }, { state: "Active" }, "had given its domain"],
  ["upload-ended", { state: "NotActivated" }, { state: "Active" }, "had its domain"],
  ["recovery-compared", { ...roles, rolesMissing: [role] }, roles, "Role assignments"],
  ["part-taken", { closedAt: "" }, { closedAt: "2026-01-30T09:00:00.000Z" }, "custodian's part"],
  [
    "exchange-key-judged",
    { collateral: intel("2026-01-01T00:00:00.000Z", "2026-01-30T00:00:00.000Z") },
    { collateral: intel("2026-01-01T00:00:00.000Z", "2026-02-30T00:00:00.000Z") },
    "not current",
  ],
  [
    "exchange-key-judged",
    { collateral: intel("2026-02-01T00:00:00.000Z", "2026-03-01T00:00:00.000Z") },
    {},
    "not current",
  ],
  [
    "key-made",
    { certificate: certificateOf("2005-01-01") },
    { certificate: certificateOf("2016-01-01") },
    "not valid",
  ],
  [
    "key-made",
    { certificate: certificateOf("2026-02-03") },
    { certificate: certificateOf("2026-01-31") },
    "not valid",
  ],
  ["quorum-proven", {}, { commitment: "0" }, "is only said"],
  ["dry-run-passed", {}, { commitment: "0" }, "is only said"],
  ["blob-made", {}, { commitment: "0" }, "is only said"],
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
