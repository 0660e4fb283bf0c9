// The entry of the newest full backup: its sentence names the source of the list of keys.
import { expect, it } from "vitest";
import { BACKUP } from "./backup.ts";
import { saidText } from "./said.fixture.ts";
import { SAMPLE_ENTRIES } from "../samples.fixture.ts";

const known = SAMPLE_ENTRIES.find(({ type }) => type === "backup-known")!;

/** Its sentence, with a list from this source. */
function said(from: "file" | "record"): string {
  const { unknown: _, ...data } = known.data as {
    readonly unknown: unknown;
    readonly list: object;
  };
  const listed = { ...data, list: { ...data.list, from } };
  return saidText([BACKUP["backup-known"].minutes(listed as never, () => "some words", known.by)]);
}

it("names the file of the list by its SHA-256, and the earlier record by its head", () => {
  expect(said("file")).toMatch(
    /, by the key list of Contoso-HSM of .* \(SHA-256 [0-9a-f]{16}…\)\.$/,
  );
  expect(said("record")).toMatch(
    /, by what an earlier record found at Contoso-HSM of .* \(head [0-9a-f]{16}…\)\.$/,
  );
});
