// How many officers a ceremony has, and how many of them open the security domain: as its script
// says, or as was chosen when it was opened.
import type { Fields } from "./language/reader.ts";

export interface Counts {
  readonly officers: number;
  readonly quorum: number;
}

/** Those of a script, and whether they are chosen when its ceremony is opened. */
export interface ReadCounts extends Counts {
  readonly chosen: boolean;
}

/** Azure takes 3 to 10 certificates, and a quorum of 2 up to all of them. */
export const MOST_OFFICERS = 10;
const [FEWEST_OFFICERS, SMALLEST_QUORUM] = [3, 2];

/** What a script whose counts are chosen is read with until they are. */
export const FEWEST: Counts = { officers: FEWEST_OFFICERS, quorum: SMALLEST_QUORUM };

/** What is proposed where neither a custody nor a person says otherwise: as Microsoft advises, at least 3. */
export const PROPOSED: Counts = { officers: 5, quorum: 3 };

/** The word in place of both numbers. */
const CHOSEN = "chosen";

/**
 * Both are numbers, or both are chosen.
 * @param counts for a script whose counts are chosen
 * @throws Fault E-SCRIPT-MISSING, E-SCRIPT-VALUE
 */
export function readCounts(top: Fields, counts: Counts): ReadCounts {
  if (top.value("officers") === CHOSEN) {
    top.word("quorum", [CHOSEN]);
    return { ...counts, chosen: true };
  }
  const officers = top.number("officers", FEWEST_OFFICERS, MOST_OFFICERS);
  return { officers, quorum: top.number("quorum", SMALLEST_QUORUM, officers), chosen: false };
}

/** Whether Azure takes so many officers with such a quorum. */
export const areCounts = ({ officers, quorum }: Counts): boolean =>
  [officers, quorum].every(Number.isSafeInteger)
  && officers >= FEWEST_OFFICERS
  && officers <= MOST_OFFICERS
  && quorum >= SMALLEST_QUORUM
  && quorum <= officers;
