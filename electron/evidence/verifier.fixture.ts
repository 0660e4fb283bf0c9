// The verifier's own program, run outside a page: its text from the file, nothing else.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInThisContext } from "node:vm";
import type { Entry } from "../journal/journal.ts";
import type { DeclaredItem } from "../meaning/declared.fixture.ts";
import type { OddNames } from "../meaning/names.ts";
import type { Note } from "../meaning/notes.ts";
import type { Files } from "./bundle.ts";
import { good, spokenWords, type ActVerdict } from "./verdicts.fixture.ts";

export const VERIFIER = join(import.meta.dirname, "verifier", "verifier.html");

/** A good verdict, as the page's program gives it. */
export interface Found {
  readonly closedBy: string;
  readonly head: string;
  readonly unvouched: readonly string[];
  readonly entries: readonly unknown[];
  readonly acts: readonly ActVerdict[];
  readonly signers: readonly { readonly officer: string; readonly certificate: string }[];
  readonly said: {
    readonly of: {
      readonly signed: number;
      readonly present: number;
      readonly officers: { readonly signed: number; readonly present: number };
      readonly due: number;
    };
    readonly isByHand: boolean;
    readonly vouchedTo: number | null;
    readonly absent: readonly { readonly officer: string; readonly why: string }[];
    readonly excused: readonly {
      readonly code: string;
      readonly entry: number;
      readonly by: number;
    }[];
    readonly aborted: number | null;
    readonly back: readonly number[];
    readonly gaps: readonly number[];
    readonly version: number;
    readonly names: OddNames;
    readonly notAsked: readonly string[];
    readonly told: readonly (readonly (readonly [member: string, value: unknown])[])[];
    readonly notes: readonly Note[];
  } | null;
}

/** What the page compared a record with: heads. */
export interface ChainFound {
  readonly records: readonly string[];
  readonly parts: readonly string[];
  readonly notVouchedFor: readonly string[];
  readonly open: string | undefined;
  readonly openParts: readonly string[];
  readonly notes: readonly Note[];
}

/** A timestamp, as the page's program and the Python verifier tell it; times are in milliseconds since 1970. */
export interface StampFound {
  readonly file: string;
  readonly entries: number;
  readonly code: string;
  readonly check: string;
  readonly shown: { readonly latest: number; readonly until: number; readonly by: string } | null;
}

/** What the page's program hands out here; on the page it is not reachable from outside. */
export interface Program {
  readonly judgeBundle: (
    files: ReadonlyMap<string, Uint8Array | null>,
    head: string | null,
    formOnly?: boolean,
  ) => Promise<Found>;
  readonly readRecord: (bytes: Uint8Array) => Promise<readonly Entry[]>;
  readonly judgeSignatures: (
    entries: readonly Entry[],
  ) => Promise<{
    readonly closedBy: string | null;
    readonly signatures: readonly { readonly officer: string }[];
    readonly unvouched: readonly string[];
  }>;
  readonly judgeMeaning: (
    entries: readonly Entry[],
    closedBy: string | null,
  ) => Promise<NonNullable<Found["said"]>>;
  readonly readExchange: (
    pem: string,
  ) => Promise<{
    readonly thumbprint: string;
    readonly commonName: string;
    readonly organization: string;
    readonly isPlain: boolean;
    readonly quote: Readonly<Record<"mrsigner" | "mrenclave" | "root", string>> | null;
    readonly so: ReadonlySet<string>;
  } | null>;
  readonly cardsOf: (
    verdict: unknown,
    cards: readonly string[],
  ) => { readonly known: boolean; readonly without: readonly string[] };
  /** One of those given beside a bundle: a bundle, or (one file) a record alone. */
  readonly judgeEarlier: (files: ReadonlyMap<string, Uint8Array | null>) => Promise<Found>;
  readonly judgeChain: (verdict: Found, given: readonly Found[]) => ChainFound;
  readonly notCompared: (
    verdict: Found,
    isHeard: boolean,
    cards: { readonly without: readonly string[] },
    chain: ChainFound,
  ) => readonly string[];
  readonly wordsOf: (digest: string) => string;
  /** An authority to pin, by its PEM text; null if it is none. */
  readonly authorityIn: (pem: string) => Promise<object | null>;
  /** What a record's timestamps show, by its files and the hash of each entry. */
  readonly judgeStamps: (
    files: ReadonlyMap<string, Uint8Array>,
    entries: readonly Pick<Entry, "hash">[],
    pinned: readonly (object | null)[],
    now: number,
  ) => Promise<readonly StampFound[]>;
  /** The steps of a script, as `declared.json` has them, for so many officers. */
  readonly stepsFor: (items: readonly DeclaredItem[], officers: number) => readonly object[];
  readonly Refused: new () => Error & {
    readonly code: string;
    readonly n: number | null;
    readonly other: number | null;
    /** What differs between two records. */
    readonly what?: string;
  };
}

/** The text between these tags. */
export const blockIn = (page: string, tag: "script" | "style"): string =>
  new RegExp(`<${tag}>(.*?)</${tag}>`, "s").exec(page)?.[1] ?? "";

export function verifierProgram(): Program {
  const script = blockIn(readFileSync(VERIFIER, "utf8"), "script");
  const program = runInThisContext(
    `(function (document) {${script}; return { judgeBundle, readRecord, judgeSignatures, judgeMeaning, judgeEarlier, judgeChain, notCompared, readExchange, cardsOf, wordsOf, stepsFor, authorityIn, judgeStamps, Refused }; })`,
  ) as (document: unknown) => Program;
  const addEventListener = (): void => undefined;
  return program({ addEventListener, getElementById: () => ({ addEventListener }) });
}

/** A verdict of the page in the words of `verdicts.fixture.ts`. */
export const foundGood = (found: Found, known: boolean): string =>
  good({
    ...found,
    entries: found.entries.length,
    signers: found.signers.map((one) => [one.officer, spokenWords(one.certificate)] as const),
    known,
    said: found.said && {
      signed: found.said.of.signed,
      of: found.said.of.present,
      due: found.said.of.due,
      vouchedTo: found.said.vouchedTo,
      missing: found.said.absent.map(({ officer, why }) => [officer, why] as const),
      excused: found.said.excused.map(({ code, entry, by }) => [code, entry, by] as const),
      back: found.said.back,
      version: found.said.version,
      notAsked: found.said.notAsked,
    },
  });

/** A refusal of the page in the same words. */
export const foundBad = (found: {
  readonly code: string;
  readonly n: number | null;
  readonly other: number | null;
}): string =>
  [found.code, found.n ?? "-", ...(found.other === null ? [] : [found.other])].join(" ");

/** The page's verdict on these files. */
export async function onThePage(
  page: Program,
  files: Files,
  head: string | null,
  cards: readonly string[] = [],
  formOnly = false,
): Promise<string> {
  try {
    const found = await page.judgeBundle(files, head, formOnly);
    return foundGood(found, page.cardsOf(found, cards).known);
  } catch (error) {
    if (!(error instanceof page.Refused)) throw error;
    return foundBad(error);
  }
}
