// The verifier's own program, run outside a page: its text as it stands in the file, nothing else.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import type { Files } from "./bundle.ts";
import { good, spokenWords, type ActTold } from "./verdicts.fixture.ts";

export const VERIFIER = join(import.meta.dirname, "verifier", "verifier.html");

/** A good verdict, as the page's program gives it. */
export interface Found {
  readonly closedBy: string;
  readonly head: string;
  readonly unvouched: readonly string[];
  readonly entries: readonly unknown[];
  readonly acts: readonly ActTold[];
  readonly signers: readonly { readonly officer: string; readonly certificate: string }[];
}

/** What the page's program hands out here; on the page it is not reachable from outside. */
interface Program {
  readonly judgeBundle: (
    files: ReadonlyMap<string, Uint8Array | null>,
    head: string | null,
  ) => Promise<Found>;
  readonly signersKnown: (verdict: unknown, anchors: readonly string[]) => boolean;
  readonly wordsOf: (digest: string) => string;
  readonly Refused: new () => Error & { readonly code: string; readonly n: number | null };
}

/** The text between these tags. */
export const blockIn = (page: string, tag: "script" | "style"): string =>
  new RegExp(`<${tag}>(.*?)</${tag}>`, "s").exec(page)?.[1] ?? "";

export function verifierProgram(): Program {
  const script = blockIn(readFileSync(VERIFIER, "utf8"), "script");
  const program = runInThisContext(
    `(function (document) {${script}; return { judgeBundle, signersKnown, wordsOf, Refused }; })`,
  ) as (document: unknown) => Program;
  return program({ getElementById: () => ({ addEventListener: () => undefined }) });
}

/** A verdict of the page in the words of `verdicts.fixture.ts`. */
export const foundGood = (found: Found, known: boolean): string =>
  good({
    ...found,
    entries: found.entries.length,
    signers: found.signers.map((one) => [one.officer, spokenWords(one.certificate)] as const),
    known,
  });

/** The page's verdict on these files. */
export async function onThePage(
  page: Program,
  files: Files,
  head: string | null,
  cards: readonly string[] = [],
): Promise<string> {
  try {
    const found = await page.judgeBundle(files, head);
    return foundGood(found, cards.length > 0 && page.signersKnown(found, cards));
  } catch (error) {
    if (!(error instanceof page.Refused)) throw error;
    return `${error.code} ${String(error.n ?? "-")}`;
  }
}
