// Whether a record is certainly the one that people closed: what it lacks, and what to do then.
import { and, sentence } from "../../electron/text/text.ts";
import type { Anchoring } from "../../electron/ceremony/ceremony.ts";
import { say } from "./say.ts";

/** What it lacks, and what anchors it. */
export const lacksLine = (lacks: Anchoring["lacks"]): string =>
  say("anchoring.lacksLine", {
    lacks: and(lacks.map((lack) => sentence(`anchoring.lacks.${lack}`))),
  });

/** On Home, in one line: the first thing it lacks, and where to go; "" if anchored. */
export const anchoringHint = ({ lacks: [first] }: Anchoring): string =>
  first === undefined ? "" : say("anchoring.hint", { short: sentence(`anchoring.short.${first}`) });
