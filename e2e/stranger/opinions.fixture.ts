// What this app's engine says of a record, and what the stranger says, in the same words.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect } from "vitest";
import { isFault } from "../../crypto/index.ts";
import type { Program } from "../../electron/evidence/verifier.fixture.ts";
import { verifyRecord } from "../../electron/journal/verify.ts";
import { checkMeaning } from "../../electron/meaning/meaning.ts";
import { toldIn } from "../../electron/meaning/members.ts";
import type { OddNames } from "../../electron/meaning/names.ts";
import { notesIn, type Note } from "../../electron/meaning/notes.ts";

/** A verdict; `at` and `other` are numbers of entries, 0 where a refusal names none. */
export type Opinion =
  | {
      readonly verdict: "good";
      readonly closed: string;
      readonly unvouched: readonly string[];
      readonly aborted: boolean;
      /** What was excused: the entry, and the exception. */
      readonly excused: readonly (readonly number[])[];
      /** Where the clock went back. */
      readonly clock: readonly number[];
      /** Before which more than a day passed. */
      readonly gaps: readonly number[];
      /**
       * How many officers are due, the last entry for which as many signed, how many officers signed
       * the end, of how many, and whether the others signed by hand; null if it is open.
       */
      readonly vouched: readonly [number, number | null, ...unknown[]] | null;
      /** The version of the rules. */
      readonly rules: number;
      readonly names: OddNames | null;
      readonly notes: readonly Note[];
      /** Of each entry the values that no rule compares, each with its member. */
      readonly told: readonly (readonly (readonly [string, unknown])[])[];
    }
  | {
      readonly verdict: "refused";
      readonly code: string;
      readonly at: number;
      readonly other: number;
    };

const MOST_ANSWERS = 256 * 1024 * 1024;

/** The stranger's opinions: one process, however many records. */
export function strangersOpinions(records: readonly Uint8Array[]): readonly Opinion[] {
  const input = records.map((record) => `${Buffer.from(record).toString("base64")}\n`).join("");
  const { status, stdout, stderr } = spawnSync("python3", ["-B", join(import.meta.dirname)], {
    input,
    encoding: "utf8",
    maxBuffer: MOST_ANSWERS,
  });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  const answers = stdout.split("\n").filter((line) => line !== "");
  return answers.map((line) => JSON.parse(line) as Opinion);
}

/** What `sd verify` says, whose engine this is. */
export function ownOpinion(record: Uint8Array): Opinion {
  try {
    const verdict = verifyRecord(record);
    const { aborted, closed, excused, wentBack, gaps, rules, names } = checkMeaning(verdict);
    const { closedBy, unvouched } = verdict;
    return {
      verdict: "good",
      closed: closedBy ?? "",
      unvouched: unvouched.toSorted(),
      aborted: aborted !== null,
      excused: excused.map(({ entry, by }) => [entry, by]),
      clock: wentBack,
      gaps,
      vouched: closed && [
        closed.due,
        closed.vouchedTo,
        closed.officers.signed,
        closed.officers.of,
        closed.isByHand,
      ],
      rules: rules.version,
      names,
      notes: notesIn(verdict.entries),
      told: toldIn(verdict.entries).map(({ values }) =>
        values.map(({ member, value }) => [member, value] as const),
      ),
    };
  } catch (error) {
    if (!isFault(error)) throw error;
    const [at = 0, other = 0] = [...error.message.matchAll(/ntry (\d+)/g)].map(([, n]) =>
      Number(n),
    );
    return { verdict: "refused", code: error.code, at, other };
  }
}

/** What the page's program says. */
export async function opinionOnThePage(page: Program, record: Uint8Array): Promise<Opinion> {
  try {
    const entries = await page.readRecord(record);
    const { closedBy, unvouched } = await page.judgeSignatures(entries);
    const said = await page.judgeMeaning(entries, closedBy);
    const { aborted, excused, back, gaps, of, isByHand, vouchedTo, version, names, notes, told } =
      said;
    return {
      verdict: "good",
      closed: closedBy ?? "",
      unvouched: unvouched.toSorted(),
      aborted: aborted !== null,
      excused: excused.map(({ entry, by }) => [entry, by]),
      clock: back,
      gaps,
      vouched:
        closedBy === null
          ? null
          : [of.due, vouchedTo, of.officers.signed, of.officers.present, isByHand],
      rules: version,
      names,
      notes,
      told,
    };
  } catch (error) {
    if (!(error instanceof page.Refused)) throw error;
    return { verdict: "refused", code: error.code, at: error.n ?? 0, other: error.other ?? 0 };
  }
}
