// A list of heads, which a site keeps where nobody can change it: a line for each closed record, with the
// record that it continues (docs/heads.md). It shows that no other history was shown to the person who keeps it.
// Pure: bytes and a record's entries in, a verdict out.
import { fromUtf8, isFault, type Fault } from "../../crypto/index.ts";
import type { EventData } from "../ceremony/ceremony.ts";
import type { Entry } from "../journal/journal.ts";
import { headWords } from "../journal/verify.ts";
import { fault } from "./faults.ts";

/** A line of the list: a head, and the head of the record that it continues. */
export interface HeadLine {
  readonly head: string;
  /** Null for a record that continues none. */
  readonly before: string | null;
  /** When it was closed, and the name of its script. */
  readonly closed: string;
  readonly script: string;
  /** An aborted ceremony, and a custodian's part, leave the record before them to be continued. */
  readonly isAborted: boolean;
}

const PART = "attestation-part";
const LINES_MAX = 10_000;
/** A list is not larger, in bytes. */
export const HEADS_BYTES_MAX = 4 * 1024 * 1024;
const LINE =
  /^([0-9a-f]{64}) ([0-9a-f]{64}|-) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([a-z0-9-]{1,60})( aborted)?$/;

/** A closed record's own line. */
export function headLineOf(entries: readonly Entry[]): HeadLine {
  const [first, last] = [entries[0], entries.at(-1)];
  const { earlier, script } = first?.data as unknown as EventData["opened"];
  return {
    head: last?.hash ?? "",
    before: earlier[0]?.head ?? null,
    closed: last?.at ?? "",
    script,
    isAborted: entries.some(({ type }) => type === "aborted"),
  };
}

/** The line as it is in the list, with its end. */
export const writeHeadLine = ({ head, before, closed, script, isAborted }: HeadLine): string =>
  `${[head, before ?? "-", closed, script, ...(isAborted ? ["aborted"] : [])].join(" ")}\n`;

/**
 * Reads a list. A line that begins with "#" is a note; the same line twice counts once, because someone may
 * append again what was not acknowledged. @throws Fault E-HEADS-FORM with the number of a line
 */
export function readHeads(bytes: Uint8Array): readonly HeadLine[] {
  const texts = linesIn(bytes);
  const found = new Map<string, HeadLine>();
  for (const [n, text] of texts.entries()) {
    if (text === "" || text.startsWith("#")) continue;
    const [, head, before, closed, script, aborted] = LINE.exec(text) ?? [];
    if (head === undefined || before === undefined || closed === undefined || script === undefined)
      throw fault("E-HEADS-FORM", { line: n + 1 });
    const line = {
      head,
      before: before === "-" ? null : before,
      closed,
      script,
      isAborted: aborted !== undefined,
    };
    const known = found.get(head);
    if (known !== undefined && writeHeadLine(known) !== writeHeadLine(line))
      throw fault("E-HEADS-FORM", { line: n + 1 });
    if (known === undefined) found.set(head, line);
  }
  return [...found.values()];
}

function linesIn(bytes: Uint8Array): readonly string[] {
  try {
    const texts = fromUtf8(bytes).split("\n");
    if (texts.length > LINES_MAX) throw fault("E-HEADS-FORM", { line: LINES_MAX + 1 });
    return texts;
  } catch (error) {
    throw isFault(error) ? error : fault("E-HEADS-FORM", { line: 1 });
  }
}

/** What a list says of a record. */
export interface HeadsFound {
  readonly lines: number;
  /** Whether the record is in it. */
  readonly isListed: boolean;
  /** The record that continues it, if one does: then this one is not the newest. */
  readonly successor: string | null;
  /** Lines whose earlier record is in no line before them, the oldest first. */
  readonly gaps: readonly HeadLine[];
}

/**
 * Compares a closed record with a list.
 * @throws Fault E-HEADS-FORK (two records continue the same one), E-HEADS-DIFFERS (its line says something else)
 */
export function checkHeads(lines: readonly HeadLine[], entries: readonly Entry[]): HeadsFound {
  const own = headLineOf(entries);
  const listed = lines.find(({ head }) => head === own.head);
  if (listed !== undefined && writeHeadLine(listed) !== writeHeadLine(own))
    throw fault("E-HEADS-DIFFERS");
  const forked = forkIn(listed === undefined ? [...lines, own] : lines);
  if (forked !== null) throw forked;
  return {
    lines: lines.length,
    isListed: listed !== undefined,
    successor: lines.find((one) => one.before === own.head && isSuccessor(one))?.head ?? null,
    gaps: gapsIn(lines),
  };
}

/** Whether what people have next is what this record leaves. */
const isSuccessor = ({ script, isAborted }: HeadLine): boolean => script !== PART && !isAborted;

const wordsOf = (head: string): string => headWords(head).join(" ");

function forkIn(lines: readonly HeadLine[]): Fault | null {
  const next = new Map<string, HeadLine>();
  for (const line of lines) {
    if (line.before === null || !isSuccessor(line)) continue;
    const other = next.get(line.before);
    if (other !== undefined)
      return fault("E-HEADS-FORK", {
        before: wordsOf(line.before),
        first: wordsOf(other.head),
        second: wordsOf(line.head),
      });
    next.set(line.before, line);
  }
  return null;
}

function gapsIn(lines: readonly HeadLine[]): readonly HeadLine[] {
  const seen = new Set<string>();
  return lines.filter(({ head, before }) => {
    const isGap = before !== null && !seen.has(before);
    seen.add(head);
    return isGap;
  });
}
