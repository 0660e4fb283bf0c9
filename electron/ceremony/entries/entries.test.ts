// Every type of entry: which data its form takes, and that there is a sentence for it.
import fc from "fast-check";
import * as z from "zod/mini";
import { describe, expect, it } from "vitest";
import { sentenceOf } from "../ledger.ts";
import { isOfForm } from "../state.ts";
import { ENTRIES, type EntryType } from "./index.ts";
import { saidText } from "./said.fixture.ts";
import { SAMPLE_ENTRIES } from "../samples.fixture.ts";

/** Members that early records, or some ceremonies, lack. */
const MAY_LACK: Readonly<Record<string, readonly string[]>> = {
  opened: ["renewed", "confirmation", "anchor", "unvouched", "stamps"],
  "exception-noted": ["step", "decision", "notedAt", "corrects"],
  "act-signing-on-paper": ["spoken"],
  "closing-on-paper": ["spoken"],
  "recess-began": ["seals"],
  "recess-ended": ["seals", "confirmedBy"],
  "step-began": ["network"],
  "domain-found": ["unprotected", "foundBy"],
  "quorum-proven": ["opened"],
  "exchange-key-judged": ["overruled", "collateral"],
  "blob-made": ["overruled"],
  "backup-known": ["roles", "list", "unknown"],
  "restore-began": ["storage"],
};

/** What zod says about the form, and what the quick check says: the same. */
function takes(type: string, data: unknown): boolean {
  const { success } = z.safeParse(ENTRIES[type as EntryType].form, data);
  expect(isOfForm(type, data)).toBe(success);
  return success;
}

/** Every value in the data, with the same data in which another value replaces it. */
function* places(
  data: unknown,
  put: (value: unknown) => unknown,
): Generator<readonly [unknown, (value: unknown) => unknown]> {
  yield [data, put];
  if (typeof data !== "object" || data === null) return;
  for (const [name, value] of Object.entries(data))
    yield* places(value, (other) =>
      put(
        Array.isArray(data) ? data.toSpliced(Number(name), 1, other) : { ...data, [name]: other },
      ),
    );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

describe.each(SAMPLE_ENTRIES)("an entry of type $type", (entry) => {
  const { type, data } = entry;

  it("is taken with all its members, and without those that a record may lack", () => {
    expect(takes(type, data)).toBe(true);
    for (const name of Object.keys(data as object)) {
      const rest = Object.entries(data as object).filter(([member]) => member !== name);
      const mayLack = MAY_LACK[type]?.includes(name) === true;
      expect([name, takes(type, Object.fromEntries(rest))]).toEqual([name, mayLack]);
    }
  });

  it("is refused with a member more, at any depth, of any name", () => {
    for (const [value, put] of places(data, (whole) => whole)) {
      if (!isObject(value)) continue;
      for (const name of ["more", "constructor", "__proto__"]) {
        const more = JSON.parse(
          `{${[...Object.entries(value), [name, 1]]
            .map(([member, one]) => `${JSON.stringify(member)}:${JSON.stringify(one)}`)
            .join(",")}}`,
        ) as unknown;
        expect(takes(type, put(more))).toBe(false);
      }
    }
  });

  it("is refused if a value has another type", () => {
    const others: readonly unknown[] = [null, true, "text", 7, [], {}];
    for (const [value, put] of places(data, (whole) => whole))
      for (const other of others.filter((one) => sortOf(one) !== sortOf(value)))
        expect(takes(type, put(other))).toBe(false);
  });

  it("is refused if a count is not a whole number from 0", () => {
    for (const [value, put] of places(data, (whole) => whole)) {
      if (typeof value !== "number") continue;
      fc.assert(
        fc.property(
          fc.oneof(
            fc.integer({ max: -1 }),
            fc.double().filter((one) => !Number.isSafeInteger(one)),
          ),
          (other) => !takes(type, put(other)),
        ),
        { numRuns: 20 },
      );
      expect(takes(type, put(Number.MAX_SAFE_INTEGER))).toBe(true);
    }
  });

  it("has a sentence in the minutes, whole and without what a record may lack", () => {
    const members = Object.entries(data as object);
    for (const lacking of [null, ...(MAY_LACK[type] ?? [])]) {
      const rest = Object.fromEntries(members.filter(([member]) => member !== lacking));
      const said = saidText(sentenceOf({ ...entry, data: rest }, () => "some words"));
      expect(said).toMatch(/^\S.*[.!?]$/s);
      expect(said).not.toMatch(/undefined|null|\[object|\n/);
    }
  });
});

describe("in German", () => {
  const said = (type: EntryType, data: object): string => {
    const sample = SAMPLE_ENTRIES.find((one) => one.type === type)!;
    const entry = { ...sample, data: { ...(sample.data as object), ...data } };
    return saidText(
      sentenceOf(entry, () => "some words"),
      "de",
    );
  };

  it("numbers and lists are those of the language, and a table has the shorter word for an officer", () => {
    expect(said("download-began", { thumbprints: ["a", "b", "c"] })).toContain("3 Zertifikate");
    expect(said("download-began", { thumbprints: ["a"] })).toContain("1 Zertifikat,");
    expect(said("blob-made", { officers: ["officer-1", "officer-2", "witness"] })).toMatch(
      /^Inhaber 1, Schlüsselinhaber\u00a02 und Zeuge öffneten/,
    );
  });

  it("points and objects that a record has in English are German; what people wrote stays", () => {
    const [point] = [{ point: "hsm", verdict: "good", sentence: "The HSM has been created." }];
    const points = [
      { ...point, next: "" },
      { ...point, sentence: "It is off.", next: "" },
    ];
    expect(said("preflight-judged", { points })).toBe(
      "Vor der Aktivierung. Das HSM ist angelegt. It is off.",
    );
    expect(said("bags-opened", { objects: [{ object: "officer-1 card", seal: "12" }] })).toBe(
      "Vor dem Zeugen geöffnete Beutel: Karte von Schlüsselinhaber 1 12.",
    );
    expect(said("bags-opened", { objects: [{ object: "Bag of rice", seal: "12" }] })).toContain(
      "Bag of rice 12",
    );
  });
});

const sortOf = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "list" : typeof value;
