// `sd timestamp verify`: each timestamp of a record with its checks, and what they show together.
import { TIMESTAMP_CHECKS } from "../../../crypto/index.ts";
import { checkStamps, type Stamp } from "../../evidence/stamps.ts";
import { usage, type Given } from "../shared/arguments.ts";
import { dayGiven, dayOf } from "../shared/day.ts";
import type { Outcome } from "../shared/outcome.ts";
import { shownData } from "../shared/shown.ts";
import { neededAuthorities } from "../shared/stamp-files.ts";
import { isStamped, NO_TIME_CODE, stampData, stampLines } from "../shared/stamp-lines.ts";
import { stampedAt } from "./stamped.ts";

/**
 * @returns exit code 0: each authority shows a time; 1: a timestamp is refused; 3: an authority shows none
 * @throws Fault E-USAGE, E-STAMP-AUTHORITY, E-LOG-*, E-BUNDLE-*, E-CERT-*, E-FILE-*
 */
export function verifyStamps(given: Given): Outcome {
  const [place] = given.words;
  if (place === undefined) throw usage("Give a bundle of evidence, or a record.");
  const pinned = neededAuthorities(given);
  const at = dayGiven(given) ?? new Date();
  const stamped = stampedAt(place);
  const stamps = checkStamps(stamped, pinned, at);
  const found = { stamps, pinned, entries: stamped.entries.length, files: stamped.files.size };
  const refused = stamps.find(({ refusal }) => refusal !== null)?.refusal ?? null;
  return {
    text: [...stampLines(found), ...stamps.flatMap(checkLines)].join("\n"),
    data: shownData({ at: dayOf(at), ...stampData(found), checks: stamps.map(checkData) }),
    code: refused !== null ? 1 : isStamped(found) ? 0 : NO_TIME_CODE,
    ...(refused === null ? {} : { refusal: refused }),
  };
}

const checkLines = ({ file, timestamp }: Stamp): readonly string[] => [
  `stamps/${file}`,
  ...(timestamp?.checks ?? []).map(
    ({ check, ok }) => `  ${ok ? "valid" : "FAILS"}  ${TIMESTAMP_CHECKS[check]}`,
  ),
  ...(timestamp?.witnessed == null
    ? []
    : [`  Its certificates end on ${dayOf(timestamp.witnessed.until)}.`]),
];

const checkData = ({ file, round, timestamp }: Stamp) => ({
  file,
  round,
  checks: (timestamp?.checks ?? []).map(({ check, ok }) => ({
    check,
    ok,
    means: TIMESTAMP_CHECKS[check],
  })),
});
