// The audit: the timeline, the verdict, and its comparison.
import {
  capital,
  fromScript,
  known,
  list,
  sentence,
  type Value,
} from "../../electron/text/text.ts";
import type { AuditView, TimelineRow } from "../../electron/bridge/audit-views.ts";
import { lacksLine } from "./anchoring.ts";
import { healthWord } from "./custody.ts";
import { roleOf } from "./frame.ts";
import { said, say } from "./say.ts";

/** A verdict in one line: its strength depends on what was compared. */
export function verdictTitle(found: AuditView): string {
  const { closedBy, closing, headGiven, signersKnown } = found;
  if (closedBy === null) return say("audit.verdict.open");
  if (closing?.isShort === true)
    return say("audit.verdict.short", { ...closing.officers, due: closing.due });
  if (closedBy === "paper") return say(`audit.verdict.${headGiven ? "paperHeard" : "paper"}`);
  if (!signersKnown) return say(`audit.verdict.${isAnchoredHere(found) ? "kept" : "unknown"}`);
  return say(`audit.verdict.${headGiven ? "heard" : "known"}`);
}

/** It was closed or added on this computer, and its records vouch for its signers. */
const isAnchoredHere = ({ anchoring }: AuditView): boolean => anchoring?.lacks.length === 0;

/** What was not compared, before anything else; "" if everything was. */
export const missingLine = ({ notCompared }: AuditView): string =>
  notCompared.length === 0
    ? ""
    : say("audit.notCompared", { missing: list(notCompared.map(missingOne), "; ") });

function missingOne(one: AuditView["notCompared"][number]): Value {
  if (one.what === "head") return sentence("audit.missing.head");
  if (one.what === "cards")
    return sentence("audit.missing.cards", { roles: list(one.officers.map(roleOf)) });
  const missing = sentence(`audit.missing.${one.what}`, { words: one.words.join(" ") });
  return one.code === null
    ? missing
    : sentence("audit.missing.refused", { missing, code: one.code });
}

/** Two records continue the same one: only one of them can be right. */
export const forkLine = ({ isForked }: AuditView): string => (isForked ? say("audit.forked") : "");

/** What was chosen beside it and could not be added. */
export const notAddedLines = ({ notAdded }: AuditView): readonly string[] =>
  notAdded.map((one) => say("audit.notAdded", one));

/** Whether it continues the previous record as that one ended. */
export const followsLine = ({ follows }: AuditView): string =>
  follows === "first" ? "" : say(`audit.follows.${follows}`);

/** What a record here lacks, and how to anchor it. */
export function anchoringLine({ anchoring }: AuditView): string {
  if (anchoring === null) return "";
  if (anchoring.anchor === "typed") return say("audit.typed");
  return anchoring.lacks.length === 0 ? "" : lacksLine(anchoring.lacks);
}

/** From which entry on nobody vouches for a record that too few officers closed. */
export function shortLine({ closing, entries }: AuditView): string {
  if (closing?.isShort !== true) return "";
  const from = closing.vouchedTo === null ? 0 : closing.vouchedTo + 1;
  const hand = closing.isByHand ? [sentence("audit.byHand")] : [];
  return said(list([sentence("audit.short", { from, to: entries - 1 }), ...hand], " "));
}

/** What was checked: a bundle with all its files, or a record alone. */
export const judgedLine = ({ files }: AuditView): string =>
  files === null ? say("audit.alone") : say("audit.allEvidence", { files });

/** What a line of the verdict says: checked and right, not checked or to be read, or wrong. */
export type Mark = "pass" | "open" | "wrong";

/** A line of the verdict with its mark. */
export interface MarkedLine {
  readonly mark: Mark;
  readonly line: string;
}

/** All lines of the verdict: what is wrong first, then what is checked, then what is left to know. */
export function markedLines(found: AuditView): readonly MarkedLine[] {
  const { closing, headGiven, isShort, follows, signersKnown } = found;
  const closers = closing === null || closing.isShort || closing.missing.length > 0;
  const lines: readonly (readonly [Mark, string])[] = [
    ["wrong", forkLine(found)],
    ...headsLines(found),
    ["open", missingLine(found)],
    ...notAddedLines(found).map((line) => ["wrong", line] as const),
    ["wrong", shortLine(found)],
    ["pass", say("audit.meant", { entries: found.entries })],
    [found.files === null ? "open" : "pass", judgedLine(found)],
    [closers ? "open" : "pass", closersLine(found)],
    [follows === "elsewhere" ? "open" : "pass", followsLine(found)],
    [headGiven && !isShort ? "pass" : "open", headLine(found)],
    [signersKnown ? "pass" : "open", signersLine(found)],
    ["open", namesLine(found)],
    ["open", rulesLine(found)],
    ["open", anchoringLine(found)],
    ["open", vouchLine(found)],
    ["open", oddLine(found)],
    ...notesLines(found).map((line) => ["open", line] as const),
  ];
  return lines.filter(([, line]) => line !== "").map(([mark, line]) => ({ mark, line }));
}

/** What came of a comparison with words from elsewhere. */
export const comparedLine = (found: AuditView): string =>
  said(list([headLine(found), signersLine(found)].filter(Boolean), " "));

/** What came of records that were chosen beside it. */
export const addedLine = (found: AuditView): string =>
  said(
    list(
      [
        ...notAddedLines(found),
        ...headsLines(found).map(([, line]) => line),
        followsLine(found),
        missingLine(found),
      ].filter(Boolean),
      " ",
    ),
  ) || say("audit.addedAll");

/** What a list of heads that was chosen says of it. */
function headsLines({ heads }: AuditView): readonly (readonly [Mark, string])[] {
  if (heads === null) return [];
  if (heads.refused !== null) return [["wrong", said(heads.refused)]];
  const { lines, isListed, successor, gaps } = heads;
  return [
    isListed
      ? ["pass", say("audit.heads.listed", { lines })]
      : ["wrong", say("audit.heads.notListed")],
    ...gaps.map(({ words, before }): readonly [Mark, string] => [
      "open",
      say("audit.heads.gap", { words: words.join(" "), before: before.join(" ") }),
    ]),
    ...(successor === null
      ? []
      : [["open", say("audit.heads.successor", { words: successor.join(" ") })] as const]),
  ];
}

/** Whether the head is the one that was read aloud. */
export function headLine({ headGiven, isShort }: AuditView): string {
  if (!headGiven) return say("audit.headNone");
  return say(isShort ? "audit.headShort" : "audit.headHeard");
}

/** Whether the signers are the right ones; nothing for an unsigned record. */
export function signersLine(found: AuditView): string {
  if (found.closedBy !== "signatures") return "";
  if (found.signersKnown) return say("audit.signers.known");
  return say(`audit.signers.${isAnchoredHere(found) ? "anchored" : "unknown"}`);
}

/** Always shown, whatever cards were entered. */
export const vouchLine = ({ unvouched }: AuditView): string =>
  unvouched.length === 0 ? "" : say("audit.vouch", { roles: list(unvouched.map(roleOf)) });

/** "Closed by 2 of 3. Not by Officer 3, Meera Iyer: two people noted an exception." */
export function closersLine({ closing, closedBy }: AuditView): string {
  if (closing === null) return "";
  const how = closedBy === "paper" ? "paper" : "signatures";
  const { signed, of, missing } = closing;
  return said(
    list(
      [
        sentence(`audit.closed.${how}`, { signed, of }),
        ...missing.map(({ role, name, why }) =>
          sentence("audit.notBy", { role: roleOf(role), name, why: sentence(`audit.why.${why}`) }),
        ),
      ],
      " ",
    ),
  );
}

/** Which rules were later than the record, and were not applied. */
const rulesLine = ({ rules: { version, notAsked } }: AuditView): string =>
  notAsked.length === 0 ? "" : say("audit.rules", { version, codes: list(notAsked) });

/** What of the names in it may mislead. */
const namesLine = ({ names }: AuditView): string => said(list(names, " "));

/** What no rule refuses: to rely on the record, read these entries. */
const notesLines = ({ notes }: AuditView): readonly string[] => notes.map(said);

/** What people noted before they continued, where a clock went back, and where days passed. */
export const oddLine = ({ excused, clockBack, gaps }: AuditView): string =>
  said(
    list(
      [
        ...excused.map(({ entry, by }) => sentence("audit.excused", { entry, by })),
        ...(clockBack.length === 0
          ? []
          : [sentence("audit.clockBack", { entries: list(clockBack) })]),
        ...(gaps.length === 0 ? [] : [sentence("audit.gaps", { entries: list(gaps) })]),
      ],
      " ",
    ),
  );

/** "Keys are made: signed by Officer 1, Officer 2; not by Officer 3". */
export function actLine({ by, present, missing, ...one }: AuditView["acts"][number]): string {
  const act = fromScript(one.act);
  const named = (roles: readonly string[]): Value =>
    roles.length === 0 ? sentence("audit.act.nobody") : list(roles.map(roleOf));
  if (by === "paper") return say("audit.act.paper", { act, present: list(present.map(roleOf)) });
  const signed = named(present.filter((one) => !missing.includes(one)));
  return missing.length === 0
    ? say("audit.act.signed", { act, signed })
    : say("audit.act.partly", { act, signed, missing: named(missing) });
}

/** Below the custody of a record that another continues. */
export const outdatedLine = ({ continuedAt }: AuditView): string =>
  continuedAt === null ? "" : say("audit.outdated", { continuedAt });

/** Whether it was a rehearsal, as the record has it. */
export const modeWord = (mode: string): string =>
  say(`audit.mode.${mode === "REHEARSAL" ? "REHEARSAL" : "PRODUCTION"}`);

/** A ceremony by the name of its script; an unknown script by its own name. */
export const scriptTitle = (script: string): string =>
  said(known(`frame.ceremonyTitles.${script}`) ?? script);

/** "Contoso-HSM, 3 May 2027, 10:00 UTC, signed". */
export const closedLine = ({ hsm, closedAt, closedBy }: TimelineRow): string =>
  say("audit.row.closed", { hsm, closedAt, how: closedBy === "paper" ? "paper" : "signatures" });

/** The rest of a row: the state of custody, oddities, and where the chain breaks. */
export function rowLine(row: TimelineRow): string {
  const { health, exceptions, differences, differs } = row;
  const parts = [
    ...(row.aborted ? [sentence("audit.row.aborted")] : []),
    ...(health === null ? [] : [healthWord(health)]),
    ...(exceptions === 0 ? [] : [sentence("audit.row.exceptions", { count: exceptions })]),
    ...(differences === 0 ? [] : [sentence("audit.row.differences", { count: differences })]),
    ...(row.follows === "elsewhere" ? [sentence("audit.row.elsewhere")] : []),
    ...(differs === null ? [] : [sentence("audit.row.differs", { differs })]),
    ...(row.isForked ? [sentence("audit.row.forked")] : []),
    ...(row.byHand ? [sentence("audit.row.byHand")] : []),
  ];
  return said(capital(list(parts, "; ")));
}
