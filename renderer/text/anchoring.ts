// How sure it is that a record is the one that people closed: what it lacks, and what is done then.
import { and, sentence } from "../../electron/text/text.ts";
import type { Anchoring } from "../../electron/ceremony/ceremony.ts";
import { say } from "./say.ts";

/** What it lacks, and what anchors it. */
export const lacksLine = (lacks: Anchoring["lacks"]): string =>
  say("anchoring.lacksLine", {
    lacks: and(lacks.map((lack) => sentence(`anchoring.lacks.${lack}`))),
  });

/** On Home, in one line: what it lacks first, and where to go; nothing of an anchored record. */
export const anchoringHint = ({ lacks: [first] }: Anchoring): string =>
  first === undefined ? "" : say("anchoring.hint", { short: sentence(`anchoring.short.${first}`) });
