// What three verifiers say of a record and of those given beside it, in the same words.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { isFault, utf8 } from "../../crypto/index.ts";
import { verifyCeremony } from "../../electron/cli/verify.ts";
import { Audits } from "../../electron/desk/audits.ts";
import { bundleOf, type Files } from "../../electron/evidence/bundle.ts";
import { spokenWords } from "../../electron/evidence/verdicts.fixture.ts";
import type { ChainFound, Program } from "../../electron/evidence/verifier.fixture.ts";
import { verifyRecord } from "../../electron/journal/verify.ts";
import type { Note } from "../../electron/meaning/notes.ts";
import { scriptCalled } from "../../electron/meaning/ceremony.fixture.ts";
import type { ChainCase } from "./chains.fixture.ts";

/** Of a good one the heads that were compared, what was not given, what is noted; else the code, and what differs. */
const good = (
  records: readonly string[],
  parts: readonly string[],
  notVouchedFor: readonly string[],
  missing: readonly string[],
  notes: readonly Note[],
): string => JSON.stringify(["good", records, parts, notVouchedFor, missing, notes]);

/** Neither the head nor cards: these are given beside one record. */
const isOfChain = (missing: string): boolean => /^the record|^a custodian/.test(missing);

const refused = (code: string, what: string | undefined): string => `${code} ${what ?? ""}`.trim();

const RECORD = "record.jsonl";

/** Every second one as a bundle, the others alone. What is no closed record is in no bundle. */
function asGiven(record: Uint8Array, n: number): Files {
  const alone = new Map([[RECORD, record]]);
  try {
    const { entries, closed } = verifyRecord(record);
    const { script } = entries[0]!.data as { readonly script: string };
    const text = utf8(scriptCalled(script).text);
    return closed && n % 2 === 1 ? bundleOf({ record, script: text, papers: [] }) : alone;
  } catch (error) {
    if (!isFault(error)) throw error;
    return alone;
  }
}

interface Data {
  readonly earlier: Pick<ChainFound, "records" | "parts" | "notVouchedFor"> | null;
  readonly notCompared: readonly string[];
  readonly notes: readonly Note[];
}

/** `sd verify`. */
export function ownChain({ record, given }: ChainCase): string {
  const folder = mkdtempSync(join(tmpdir(), "chain-"));
  try {
    const [place, ...earlier] = [new Map([[RECORD, record]]), ...given.map(asGiven)].map(
      (files, n) => {
        for (const [path, bytes] of files) {
          const file = join(folder, String(n), path);
          mkdirSync(dirname(file), { recursive: true });
          writeFileSync(file, bytes);
        }
        return join(folder, String(n));
      },
    );
    const values = new Map(earlier.length === 0 ? [] : [["--earlier", earlier] as const]);
    const { data } = verifyCeremony({ words: [place!], values });
    const { earlier: compared, notCompared, notes } = data as unknown as Data;
    const { records, parts, notVouchedFor } = compared ?? {
      records: [],
      parts: [],
      notVouchedFor: [],
    };
    return good(records, parts, notVouchedFor, notCompared.filter(isOfChain), notes);
  } catch (error) {
    if (!isFault(error)) throw error;
    const [, what] = /"continuation\.(\w+)"/.exec(JSON.stringify(error.sentences.message)) ?? [];
    return refused(error.code, what);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The audit of the window, on a computer without records: what others make a refusal is a line there, if it is about
 * the given ones alone. Null where it refuses the record.
 */
export function chainInTheAudit({ record, given }: ChainCase) {
  const root = mkdtempSync(join(tmpdir(), "audit-"));
  try {
    const [place, ...beside] = [record, ...given].map((bytes, n) => {
      const folder = join(root, "chosen", String(n));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, RECORD), bytes);
      return folder;
    });
    const audits = new Audits({ root: join(root, "none"), clock: () => new Date() });
    audits.audit("", join(place!, RECORD));
    const { notCompared, isForked } = audits.beside(beside).view;
    const missing = notCompared.flatMap((one) =>
      "words" in one ? [`${NAMES[one.what]} (${one.words.join(" ")})`] : [],
    );
    return { missing, isForked };
  } catch (error) {
    if (!isFault(error)) throw error;
    return null;
  } finally {
    rmSync(root, { recursive: true });
  }
}

const NAMES = { before: "the record before", part: "a custodian's part" };

/** The page, given a bundle with that record, and the others alone. */
export async function chainOnThePage(page: Program, one: ChainCase): Promise<string> {
  const script = utf8(scriptCalled(one.script).text);
  try {
    const found = await page.judgeBundle(
      bundleOf({ record: one.record, script, papers: [] }),
      null,
    );
    const given = [];
    for (const files of one.given.map(asGiven)) given.push(await page.judgeEarlier(files));
    const chain = page.judgeChain(found, given);
    const missing = page.notCompared(found, false, page.cardsOf(found, []), chain);
    return good(
      chain.records,
      chain.parts,
      chain.notVouchedFor,
      missing.filter(isOfChain),
      chain.notes,
    );
  } catch (error) {
    if (!(error instanceof page.Refused)) throw error;
    return refused(error.code, error.what);
  }
}

const MOST_ANSWERS = 64 * 1024 * 1024;

/** The stranger: one process for all. */
export function strangersChains(cases: readonly ChainCase[]): readonly string[] {
  const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("base64");
  const input = cases
    .map(({ record, given }) => [record, ...given].map(base64).join(" "))
    .join("\n");
  const { stdout, stderr } = spawnSync("python3", ["-B", import.meta.dirname, "--chain"], {
    input,
    encoding: "utf8",
    maxBuffer: MOST_ANSWERS,
  });
  expect(stderr).toBe("");
  const answers = stdout.split("\n").filter((line) => line !== "");
  expect(answers).toHaveLength(cases.length);
  return answers.map((line) => opinionOf(JSON.parse(line) as Answer));
}

type Answer =
  | (ChainFound & { readonly verdict: "good" })
  | { readonly verdict: "refused"; readonly code: string; readonly what?: string };

function opinionOf(answer: Answer): string {
  if (answer.verdict === "refused") return refused(answer.code, answer.what);
  const { records, parts, notVouchedFor, open, openParts, notes } = answer;
  const before = open == null ? [] : [`the record before (${spokenWords(open)})`];
  const taken = openParts.map((head) => `a custodian's part (${spokenWords(head)})`);
  return good(records, parts, notVouchedFor, [...before, ...taken], notes);
}
