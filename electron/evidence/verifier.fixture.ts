// The verifier's own program, run outside a page: its text as it stands in the file, nothing else.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import type { ActTold } from "./verdicts.fixture.ts";

export const VERIFIER = join(import.meta.dirname, "verifier", "verifier.html");

/** What the page's program hands out here; on the page it is not reachable from outside. */
interface Program {
  readonly judgeBundle: (
    files: ReadonlyMap<string, Uint8Array | null>,
    head: string | null,
  ) => Promise<{
    readonly closedBy: string;
    readonly head: string;
    readonly unvouched: readonly string[];
    readonly entries: readonly unknown[];
    readonly acts: readonly ActTold[];
  }>;
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
