// Whether a record is certainly the one that people closed: what it lacks, and what to do then.
import { and, sentence } from "../../electron/text/text.ts";
import type { CustodyKnown } from "../../electron/bridge/view.ts";
import type { Anchoring } from "../../electron/ceremony/ceremony.ts";
import { say } from "./say.ts";

/** What it lacks, and what anchors it. */
export const lacksLine = (lacks: Anchoring["lacks"]): string =>
  say("anchoring.lacksLine", {
    lacks: and(lacks.map((lack) => sentence(`anchoring.lacks.${lack}`))),
  });

/**
 * On Home, in one line: that too few officers closed it, or else the first thing it lacks, and where
 * to go; "" if neither.
 */
export function recordHint({
  anchoring: { lacks },
  closedShort,
}: Pick<CustodyKnown, "anchoring" | "closedShort">): string {
  const [first] = lacks;
  if (closedShort !== null)
    return say("anchoring.hint", { short: sentence("anchoring.short.signers", closedShort) });
  return first === undefined
    ? ""
    : say("anchoring.hint", { short: sentence(`anchoring.short.${first}`) });
}
