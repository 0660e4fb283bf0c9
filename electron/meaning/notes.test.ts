// What a good record reports and no rule refuses is named with its entries.
import { describe, expect, it } from "vitest";
import { random } from "../../crypto/index.ts";
import { generateRsa, makeCertificate } from "../../crypto/secret-half.ts";
import { english } from "../text/english.ts";
import { notesIn, noteSaid } from "./notes.ts";

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
/** Its thumbprint is only a name here. */
const keyMade = (day: string) => ({
  officer: "officer-1",
  thumbprint: `of ${day}`,
  certificate: certificateOf(day),
});

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
  ["key-made", keyMade("2005-01-01"), keyMade("2016-01-01"), "not valid"],
  ["key-made", keyMade("2026-02-03"), keyMade("2026-01-31"), "not valid"],
  ["quorum-proven", {}, { commitment: "0" }, "is only said"],
  ["dry-run-passed", { officers: [] }, { officers: [], commitment: "0" }, "is only said"],
  ["blob-made", { officers: [] }, { officers: [], commitment: "0" }, "is only said"],
  ["domain-found", { unprotected: ["officer-1"] }, { unprotected: [] }, "without a passphrase"],
] as const)("%s is noted if something is not as it should be", (type, bad, good, says) => {
  const [note, more] = notesIn([entryOf(3, type, good), entryOf(7, type, bad)]);
  expect(note?.entries).toEqual([7]);
  expect(english(noteSaid(note!))).toContain(says);
  expect(english(noteSaid(note!))).toMatch(/: entry 7\.$/);
  expect(more).toBeUndefined();
});

it("keys that nobody compared are always noted", () => {
  expect(notesIn([entryOf(9, "keys-not-compared", { keys: [] })])).toEqual([
    { note: "keys-not-compared", entries: [9] },
  ]);
});

describe("a kept wrapping key whose certificate has ended", () => {
  const OFFICERS = ["officer-1", "officer-2"];
  const made = OFFICERS.map((officer, n) =>
    entryOf(n, "key-made", {
      officer,
      thumbprint: `thumbprint of ${officer}`,
      certificate: certificateOf(["2006-01-15", "2025-01-15"][n]!),
    }),
  ).map((entry) => ({ ...entry, at: "2025-01-15T09:00:00.000Z" }));
  const officers = OFFICERS.map((officer) => ({ officer, thumbprint: `thumbprint of ${officer}` }));
  const record = (...more: readonly ReturnType<typeof entryOf>[]) => [
    entryOf(0, "opened", { earlier: [{ officers }] }),
    ...more,
  ];
  const uses = record(
    entryOf(1, "key-checked", { officer: "officer-1" }),
    entryOf(2, "key-checked", { officer: "officer-2" }),
    entryOf(3, "blob-made", { officers: ["officer-2"], commitment: "0" }),
    entryOf(4, "blob-made", { officers: OFFICERS, commitment: "0" }),
    entryOf(5, "dry-run-passed", { officers: ["officer-1"], commitment: "0" }),
    entryOf(6, "quorum-proven", { commitment: "0" }),
    entryOf(7, "key-opened", { officer: "officer-1" }),
  );

  it("is noted where it is used, if the record that made it was given", () => {
    expect(notesIn(uses, [[], made])).toEqual([
      { note: "wrapping-key-expired", entries: [1, 4, 5, 6, 7] },
    ]);
    expect(notesIn(made)).toEqual([]);
    expect(notesIn(uses)).toEqual([]);
  });

  it("is noted no longer when the key is replaced", () => {
    const replaced = record(
      entryOf(1, "key-made", {
        officer: "officer-1",
        thumbprint: "new",
        certificate: certificateOf("2026-01-30"),
      }),
      entryOf(2, "quorum-proven", { commitment: "0" }),
    );
    expect(notesIn(replaced, [made])).toEqual([]);
  });
});

it("a photograph is noted that an earlier record has", () => {
  const photographed = (...digests: readonly string[]) =>
    entryOf(4, "seals-photographed", { photographs: digests.map((sha256) => ({ sha256 })) });
  expect(notesIn([photographed("new", "old")], [[photographed("old")]])).toEqual([
    { note: "old-photograph", entries: [4] },
  ]);
  expect(notesIn([photographed("new")], [[photographed("old")]])).toEqual([]);
});
