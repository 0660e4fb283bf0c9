// The texts of the deployment screens.
import { and, list, sentence, type Sentence, type Value } from "../../electron/text/text.ts";
import type {
  AskedView,
  BlockView,
  Deed,
  DeploymentView,
  DutyView,
  FindingView,
  PlaceView,
  ReadView,
  RunbookView,
  StepView,
  VerdictView,
  WaitView,
  WorkView,
} from "../../electron/bridge/deployment-views.ts";
import { said, say } from "./say.ts";

/** The language of a value that is no sentence: names and texts of people, most of them English. */
export const langOf = (value: Value): "en" | undefined =>
  typeof value === "string" ? "en" : undefined;

/** The parts of the screen, in their order. */
export const PARTS = ["plan", "runbooks", "state", "record"] as const;
export type Part = (typeof PARTS)[number];

/** How many findings, in words. */
export const countLine = (count: { readonly stops: number; readonly advice: number }): string =>
  say("deployment.countLine", { stops: count.stops, advice: count.advice });

/** How many of a plan's assumptions and questions are answered. */
export const answeredLine = (asked: readonly AskedView[]): string =>
  say("plan-new.answeredOf", { n: asked.filter(({ isOpen }) => !isOpen).length, of: asked.length });

/** The place of a finding by its name in the plan: "Contoso-HSM: retentionDays", "roles 3: scope". */
export function placeLine({ path, subject }: Pick<PlaceView, "path" | "subject">): string {
  const parts = path.split(/[.[\]]+/).filter((part) => part !== "");
  const member = parts.at(-1) ?? "";
  const of: Value = subject === "" ? numbered(parts) : subject;
  return /^\d+$/.test(member) || of === member ? said(of) : say("deployment.place", { of, member });
}

/** What has no name of its own: the list and its number in it, from 1. */
function numbered(parts: readonly string[]): Value {
  const at = parts.findLastIndex((part) => /^\d+$/.test(part));
  return at < 1
    ? (parts[0] ?? "")
    : sentence("deployment.placeNumbered", { list: parts[at - 1] ?? "", n: Number(parts[at]) + 1 });
}

interface FindingGroup {
  readonly stops: FindingView["stops"];
  readonly findings: readonly FindingView[];
}

/** Findings by the runbook that they stop first, in the order of the runbooks; then what stops none. */
export function findingGroups(findings: readonly FindingView[]): readonly FindingGroup[] {
  const groups = new Map<string, FindingView[]>();
  for (const finding of findings)
    groups.set(finding.stops?.name ?? "", [
      ...(groups.get(finding.stops?.name ?? "") ?? []),
      finding,
    ]);
  return [...groups.values()]
    .map((own) => ({ stops: own[0]?.stops ?? null, findings: own }))
    .toSorted((a, b) => (a.stops?.at ?? Infinity) - (b.stops?.at ?? Infinity));
}

/** The edition of a source, after its title. */
export const editionLine = ({ edition }: FindingView["source"]): string =>
  edition === null ? "" : say("deployment.editionLine", { edition });

export const concernsLine = ({ runbooks }: FindingView): string =>
  runbooks === "every" ? say("deployment.everyRunbook") : runbooksLine(runbooks);

/** Runbooks by their names, or that there are none. */
export const runbooksLine = (runbooks: readonly string[]): string =>
  runbooks.length === 0 ? say("deployment.noRunbook") : said(list(runbooks));

export const stepsLine = ({ steps }: RunbookView): string =>
  steps.length === 0
    ? ""
    : say("deployment.stepsLine", {
        done: steps.filter(({ state }) => state === "done").length,
        of: steps.length,
      });

/** The ids of a runbook's undecided blocks, short enough for a row. */
export function blockedLine({ lacks, blocks }: RunbookView): string {
  if (lacks !== null) return said(lacks);
  const ids = openBlocks(blocks).map(({ id }) => id);
  return ids.length <= 4
    ? ids.join(", ")
    : say("deployment.blockedMore", { ids: list(ids.slice(0, 3)), more: ids.length - 3 });
}

export const openBlocks = (blocks: readonly BlockView[]): readonly BlockView[] =>
  blocks.filter(({ decided }) => decided === null);

/** What runs again right before a runbook. */
export const againLine = ({ again }: RunbookView): string =>
  again.length === 0 ? "" : say("deployment.again", { runbooks: list(again) });

/** The blocks that two people decided to start despite, one line per decision. */
export function despiteLines(blocks: readonly BlockView[]): readonly string[] {
  const decided = new Map<string, { readonly deed: Deed; readonly ids: readonly string[] }>();
  for (const { id, decided: deed } of blocks) {
    if (deed === null) continue;
    const key = JSON.stringify([deed.by, deed.at]);
    decided.set(key, { deed, ids: [...(decided.get(key)?.ids ?? []), id] });
  }
  return [...decided.values()].map(({ deed: { by, at }, ids }) => {
    const around = { ids: list(ids), people: and(by) };
    return at === ""
      ? say("deployment.despiteInPlan", around)
      : say("deployment.despite", { ...around, at });
  });
}

/** "27 Nov 2026, 09:00 UTC". */
export const whenLine = (at: string): string => say("deployment.when", { at });

type DeedName =
  | "acknowledged"
  | "adopted"
  | "closed"
  | "done"
  | "ended"
  | "linked"
  | "ran"
  | "seen"
  | "simulated";

const deedOf = (name: DeedName, { at, by }: Deed): Sentence =>
  sentence("deployment.deed", { verb: sentence(`deployment.deeds.${name}`), people: and(by), at });

/** What people did, by whom and when. */
export const doneByLine = (name: DeedName, deed: Deed): string => said(deedOf(name, deed));

export const verdictLine = ({ proven, by, at, answers }: VerdictView): string =>
  say("deployment.verdict", {
    verdict: sentence(`deployment.proof.${proven ? "proven" : "notProven"}`),
    answers: answers.length,
    people: and(by),
    at,
  });

export const moreLine = (more: number): string =>
  more === 0 ? "" : say("deployment.more", { more });

/** Where the station's own answers came from, and its identity. */
export function readLine({ from, as, ca }: ReadView): string {
  if (from === "rehearsal") return say("deployment.read.rehearsal");
  return ca === undefined
    ? say("deployment.read.azure", { from, as })
    : say("deployment.read.ownCa", { from, as, ca });
}

/** What was not read: its file, with the code of the reason. */
export const unreadLine = (read: ReadView): string => filesLine("deployment.unread", read);

/** Chosen files that are no answers, and what was not read: a line each. */
export const noAnswersLines = ({ unread, notRead }: DeploymentView): readonly string[] =>
  [
    filesLine("deployment.noAnswers", { unread }),
    filesLine("deployment.unread", { unread: notRead }),
  ].filter((line) => line !== "");

const filesLine = (
  id: "deployment.unread" | "deployment.noAnswers",
  { unread }: Pick<ReadView, "unread">,
): string =>
  unread.length === 0
    ? ""
    : say(id, {
        files: list(
          unread.map(({ file, why }) => sentence("deployment.unreadFile", { file, why })),
        ),
      });

/** The progress of a long task. */
export function workLine({ kind, of, done, all, quiet }: WorkView): string {
  if (kind !== "read") {
    const what: Value = of === "" ? sentence("deployment.working.begin") : of;
    return say("deployment.working.simulated", { of: what, done, all });
  }
  return said(
    list(
      [
        of === ""
          ? sentence("deployment.working.read", { done, all })
          : sentence("deployment.working.readFor", { of, done, all }),
        ...(quiet === undefined
          ? []
          : [sentence(`deployment.quiet.${quiet.why}`, { seconds: quiet.seconds })]),
      ],
      " ",
    ),
  );
}

/** How long a wait still takes now, in ms since 1970. */
export function waitLine({ hasBegun, began, until, over }: WaitView, now: number): string {
  if (over !== null) return doneByLine("ended", over);
  if (!hasBegun) return say("deployment.wait.commands");
  if (until === null)
    return began === null ? say("deployment.wait.answer") : say("deployment.wait.began", { began });
  const seconds = Math.ceil((Date.parse(until) - now) / 1000);
  if (seconds <= 0) return say("deployment.wait.over");
  return say("deployment.wait.still", {
    minutes: Math.floor(seconds / 60),
    seconds: String(seconds % 60).padStart(2, "0"),
    until,
  });
}

/** The elapsed part of a wait, 0 to 1. */
export function waited({ began, until, over }: WaitView, now: number): number {
  if (over !== null) return 1;
  if (began === null || until === null) return 0;
  const [from, to] = [Date.parse(began), Date.parse(until)];
  return Math.min(1, Math.max(0, (now - from) / Math.max(1, to - from)));
}

/** Whether a wait may be ended now. */
export const isWaited = (wait: WaitView, now: number): boolean =>
  wait.hasBegun && (wait.until === null || Date.parse(wait.until) <= now);

/** "done", or "done, simulated". */
export function stepStateLine({ state, simulated }: StepView): string {
  const known = sentence(`deployment.stepStates.${state}`);
  return simulated === null
    ? say(`deployment.stepStates.${state}`)
    : say("deployment.stepSimulated", { state: known });
}

export const stepTitle = ({ n, title }: StepView): string =>
  say("deployment.stepTitle", { n, title });

/** What is done then. */
export const dutyWhat = ({ id }: DutyView): string => say(`deployment.duty.${id}.what`);

/** When a duty is due, in words. */
export function dutyLine({ id, due, overdueDays: days }: DutyView): string {
  const around = { title: sentence(`deployment.duty.${id}.title`), due };
  return days === 0
    ? say("deployment.duty.line", around)
    : say("deployment.duty.overdue", { ...around, days });
}

export function entriesLine({ record }: DeploymentView): string {
  if (record === null) return "";
  const { entries, closed } = record;
  return closed === null
    ? say("deployment.entries.open", { entries })
    : say("deployment.entries.closed", { entries, closed: deedOf("closed", closed) });
}
