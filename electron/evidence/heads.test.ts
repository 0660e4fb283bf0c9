// A list of heads: its form, and what it says of a record; forks and gaps.
import { describe, expect, it } from "vitest";
import { hexWords, isFault, utf8 } from "../../crypto/index.ts";
import type { Entry } from "../journal/journal.ts";
import { checkHeads, headLineOf, readHeads, writeHeadLine, type HeadLine } from "./heads.ts";

const digest = (letter: string): string => letter.repeat(64);
const [A, B, C, D] = ["a", "b", "c", "d"].map(digest) as [string, string, string, string];
const CLOSED = "2027-01-02T03:04:05.678Z";

/** Only what a list is about. */
const recordOf = (hash: string, before: string | null, script = "activation"): readonly Entry[] => {
  const entry = { seq: 0, by: "app", station: "offline", prev: "" };
  const data = { script, earlier: before === null ? [] : [{ head: before }] };
  return [
    { ...entry, at: "2027-01-01T00:00:00.000Z", type: "opened", data, hash: digest("0") },
    { ...entry, at: CLOSED, type: "signed", data: {}, hash },
  ];
};
const lineOf = (head: string, before: string | null, more: Partial<HeadLine> = {}): HeadLine => ({
  head,
  before,
  closed: CLOSED,
  script: "activation",
  isAborted: false,
  ...more,
});
const listOf = (...lines: readonly HeadLine[]): readonly HeadLine[] =>
  readHeads(utf8(lines.map(writeHeadLine).join("")));
const codeOf = (run: () => unknown): string => {
  try {
    run();
    return "";
  } catch (error) {
    return isFault(error) ? `${error.code} ${error.message}` : String(error);
  }
};

describe("a list of heads", () => {
  it("has a line for each record, which is read as it was written", () => {
    const line = headLineOf(recordOf(B, A));
    expect(writeHeadLine(line)).toBe(`${B} ${A} ${CLOSED} activation\n`);
    expect(listOf(line)).toEqual([line]);
    const aborted = lineOf(B, null, { isAborted: true, script: "recovery-alone" });
    expect(writeHeadLine(aborted)).toBe(`${B} - ${CLOSED} recovery-alone aborted\n`);
    expect(listOf(aborted)).toEqual([aborted]);
  });

  it("may have notes and empty lines, and the same line twice", () => {
    const line = writeHeadLine(lineOf(A, null));
    expect(readHeads(utf8(`# of Contoso\n\n${line}${line}`))).toHaveLength(1);
    expect(readHeads(new Uint8Array())).toEqual([]);
  });

  it.each([
    ["a word too many", `${A} - ${CLOSED} activation twice`],
    ["no time", `${A} - yesterday activation`],
    ["capital digits", `${A.toUpperCase()} - ${CLOSED} activation`],
    ["half a head", `${A.slice(32)} - ${CLOSED} activation`],
    ["two spaces", `${A}  - ${CLOSED} activation`],
    ["the other line end", `${A} - ${CLOSED} activation\r`],
  ])("B202 is refused with %s, by the number of the line", (_, text) => {
    const good = writeHeadLine(lineOf(B, null));
    expect(codeOf(() => readHeads(utf8(`${good}${text}\n`)))).toMatch(/^E-HEADS-FORM Line 2 /);
  });

  it("B202 is refused if two lines differ about one head, and if it is no text", () => {
    const other = writeHeadLine(lineOf(A, B));
    expect(codeOf(() => readHeads(utf8(writeHeadLine(lineOf(A, null)) + other)))).toMatch(
      /^E-HEADS-FORM Line 2 /,
    );
    expect(codeOf(() => readHeads(Uint8Array.of(0xff)))).toMatch(/^E-HEADS-FORM Line 1 /);
  });

  it("says of a record whether it is in it, and what continues it", () => {
    const list = listOf(lineOf(A, null), lineOf(B, A), lineOf(C, B));
    const found = { lines: 3, isListed: true, gaps: [] };
    expect(checkHeads(list, recordOf(C, B))).toEqual({ ...found, successor: null });
    expect(checkHeads(list, recordOf(B, A))).toEqual({ ...found, successor: C });
    expect(checkHeads(list, recordOf(D, C))).toEqual({
      ...found,
      isListed: false,
      successor: null,
    });
  });

  it("B202 is refused where two records continue the same one, in it or with this record", () => {
    const list = listOf(lineOf(A, null), lineOf(B, A), lineOf(C, A));
    const said = codeOf(() => checkHeads(list, recordOf(A, null)));
    for (const head of [A, B, C]) expect(said).toContain(hexWords(head, 10).join(" "));
    expect(codeOf(() => checkHeads(list.slice(0, 2), recordOf(C, A)))).toMatch(/^E-HEADS-FORK /);
  });

  it("does not fork by a custodian's part, or by an aborted ceremony", () => {
    const list = listOf(
      lineOf(A, null),
      lineOf(B, A, { script: "attestation-part" }),
      lineOf(C, A, { isAborted: true }),
      lineOf(D, A, { script: "attestation" }),
    );
    expect(checkHeads(list, recordOf(A, null)).successor).toBe(D);
  });

  it("names a gap: a record before that is in no line above", () => {
    const late = listOf(lineOf(B, A), lineOf(A, null), lineOf(D, C));
    expect(checkHeads(late, recordOf(A, null)).gaps.map(({ head }) => head)).toEqual([B, D]);
  });

  it("B202 is refused if its line of the record says something else", () => {
    for (const line of [lineOf(B, null), lineOf(B, A, { script: "recovery" })])
      expect(codeOf(() => checkHeads(listOf(line), recordOf(B, A)))).toMatch(/^E-HEADS-DIFFERS /);
  });
});
