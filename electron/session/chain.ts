// The chain of closed records on this computer: which of them a ceremony may continue, and how
// certain it is that each is the one that people closed.
import { utf8 } from "../../crypto/index.ts";
import {
  anchoringOf,
  continuationOf,
  type Anchoring,
  type Continuation,
} from "../ceremony/ceremony.ts";
import type { Entry } from "../journal/journal.ts";
import { checkSignatures, type Verdict } from "../journal/verify.ts";
import { meaningIfKnown, type ClosedBy } from "../meaning/meaning.ts";
import type { ScriptsElsewhere } from "../meaning/reliance.ts";
import { keepFile, keptFile } from "./kept-file.ts";

/** A record by its entries, and what its signatures show. */
export type Link = Pick<Verdict, "entries" | "head" | "closedBy" | "unvouched">;

/** Verified records: a head identifies every byte before it. */
const verified = new Map<string, Link>();
const VERIFIED_MAX = 200;

/** Verifies a record's signatures, each record once. @throws Fault E-LOG-* */
function linkOf(entries: readonly Entry[]): Link {
  const head = entries.at(-1)?.hash ?? "";
  const known = verified.get(head);
  if (known !== undefined) return known;
  const { closedBy, unvouched } = checkSignatures(entries);
  const link = { entries, head, closedBy, unvouched };
  if (verified.size >= VERIFIED_MAX) verified.clear();
  verified.set(head, link);
  return link;
}

/** Who closed a record: as `verified`, each record once. */
const closings = new Map<string, ClosedBy | null>();

/** Who closed a closed record; null if its script is unknown, or it breaks a rule at its end. */
export function closingOf(entries: readonly Entry[], own: ScriptsElsewhere): ClosedBy | null {
  const head = entries.at(-1)?.hash ?? "";
  const known = closings.get(head);
  if (known !== undefined) return known;
  const closed = meaningIfKnown({ entries, closed: true }, own)?.closed ?? null;
  if (closings.size >= VERIFIED_MAX) closings.clear();
  closings.set(head, closed);
  return closed;
}

/** Finds a record among these by its head. */
export const among =
  (records: readonly (readonly Entry[])[]) =>
  (head: string): Link | undefined => {
    const found = records.find((entries) => entries.at(-1)?.hash === head);
    return found === undefined ? undefined : linkOf(found);
  };

/** What a record says about the one before it, compared with that one if it is among these. */
export const continuationAmong = (
  entries: readonly Entry[],
  records: readonly (readonly Entry[])[],
): Continuation => continuationOf({ entries }, among(records));

/** A closed record in its folder. */
export interface Kept {
  readonly entries: readonly Entry[];
  /** The folder of its ceremony. */
  readonly folder: string;
}

/** How a closed record is anchored that is stored with these. */
export const anchoringAmong = (
  { entries, folder }: Kept,
  records: readonly (readonly Entry[])[],
): Anchoring => {
  const found = continuationAmong(entries, records);
  const isKnown = found.kind === "elsewhere" && isMarked(folder, CONTINUED, entries);
  return anchoringOf(
    linkOf(entries),
    isKnown ? { kind: "as-left" } : found,
    isMarked(folder, TYPED, entries),
  );
};

/**
 * Whether a ceremony may continue this record: it contradicts none of these, or people have typed
 * its own head from paper.
 */
export const mayContinue = (
  { entries, folder }: Kept,
  records: readonly (readonly Entry[])[],
): boolean =>
  continuationAmong(entries, records).kind !== "differs" || isMarked(folder, TYPED, entries);

const TYPED = "head-from-paper";
const CONTINUED = "continues-one-here";

/** The head of this ceremony's record was typed from paper. @throws Fault E-REHEARSE-FOLDER */
export const keepTyped = (folder: string, head: string): void =>
  keepFile(folder, TYPED, utf8(`${head}\n`));

/**
 * When it was brought, the record that it continues was here, in any folder, and matched.
 * @throws Fault E-REHEARSE-FOLDER
 */
export const keepContinued = (folder: string, head: string): void =>
  keepFile(folder, CONTINUED, utf8(`${head}\n`));

/** A mark counts for the record whose head is in it. */
function isMarked(folder: string, name: string, entries: readonly Entry[]): boolean {
  const found = keptFile(folder, name);
  return found !== null && Buffer.from(found).toString("latin1").trim() === entries.at(-1)?.hash;
}
