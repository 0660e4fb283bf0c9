// What the screens of a deployment say.
import type {
  BlockView,
  BoxState,
  CheckState,
  Deed,
  DeploymentView,
  DutyView,
  FindingView,
  PictureView,
  ReadView,
  RunbookState,
  RunbookView,
  StepView,
  VerdictView,
  WaitView,
  WorkView,
} from "../../electron/bridge/deployment-views.ts";
import { clockTime, shortDay, shortTime } from "./times.ts";

export const DEPLOYMENT = {
  rehearsal: "Rehearsal of a deployment",
  parts: "Parts of the deployment",
  noPlan: "Nothing has begun here. First the plan is checked.",
} as const;

/** The parts of the screen, in their order. */
export const PARTS = {
  plan: "Plan",
  runbooks: "Runbooks",
  state: "State",
  record: "Record",
} as const;
export type Part = keyof typeof PARTS;

export const PLAN = {
  title: "Plan",
  lead: "A plan is judged before anything is done. Nothing is recorded until it is adopted.",
  choose: "Choose a plan file",
  sample: "Check the sample plan",
  draft: "This plan was checked and is not adopted.",
  adopt: "Adopt this plan",
  adoptLead:
    "From then on runbooks, commands and proofs are made from this file. Its SHA-256 is recorded.",
  by: "Your name",
  findings: "What was found",
  none: "Nothing is wrong with this plan.",
  concerns: "Concerns",
  next: "What to do",
  source: "Source",
  at: "Where",
  cost: "What it costs",
  month: "Month of",
  hours: (hours: number): string => `${hours} hours`,
  regions: "Regions",
  pools: "Pools",
  total: "With keys and operations",
  prices: "Prices",
  leftOut: "Left out of these sums",
  confirmed: "confirmed",
  unconfirmed: "not confirmed: ask your Microsoft account team",
} as const;

/** How many findings, in words. */
export const countLine = ({
  stops,
  advice,
}: {
  readonly stops: number;
  readonly advice: number;
}): string => `Findings that stop a runbook: ${stops}. Advice: ${advice}.`;

export const SEVERITIES: Readonly<Record<FindingView["severity"], string>> = {
  stops: "stops",
  advice: "advice",
};

/** Where a finding is: the member, its line, what it belongs to. */
export const memberLine = ({ path, line, subject }: FindingView["members"][number]): string =>
  `line ${line}: ${path}${subject === "" ? "" : ` (${subject})`}`;

/** Which edition of a source was read, behind its title. */
export const editionLine = ({ edition }: FindingView["source"]): string =>
  edition === null ? "" : `, edition of ${edition}`;

const ALL_RUNBOOKS = 24;

export const concernsLine = (runbooks: readonly string[]): string =>
  runbooks.length === ALL_RUNBOOKS ? "every runbook" : runbooks.join(", ");

export const RUNBOOKS = {
  title: "Runbooks",
  lead: "In the order in which they are run. Each can be left for weeks, and continued by other people.",
  runbook: "Runbook",
  state: "State",
  steps: "Steps",
  blocked: "Blocked by",
  all: "All runbooks",
} as const;

export const STATES: Readonly<Record<RunbookState, string>> = {
  done: "done",
  now: "in progress",
  ready: "can be started",
  blocked: "blocked",
  drifted: "drifted",
  unplanned: "not in the plan",
};

export const stepsLine = ({ steps }: RunbookView): string =>
  steps.length === 0
    ? ""
    : `${steps.filter(({ state }) => state === "done").length} of ${steps.length}`;

/** The ids of what blocks a runbook and is not decided: few enough for a row. */
export function blockedLine({ lacks, blocks }: RunbookView): string {
  if (lacks !== null) return lacks;
  const ids = openBlocks(blocks).map(({ id }) => id);
  return ids.length <= 4
    ? ids.join(", ")
    : `${ids.slice(0, 3).join(", ")} and ${ids.length - 3} more`;
}

export const openBlocks = (blocks: readonly BlockView[]): readonly BlockView[] =>
  blocks.filter(({ decided }) => decided === null);

export const RERUN = {
  title: "Run it again",
  lead:
    "What is due every year is run more than once. What was recorded stays in the record; the "
    + "steps begin from the first.",
  reason: "Why it is run again",
  press: "Both begin it again",
} as const;

/** What is run again right before a runbook. */
export const againLine = ({ again }: RunbookView): string =>
  again.length === 0 ? "" : `Run again right before it: ${again.join(", ")}.`;

export const BLOCKS = {
  title: "What blocks this runbook",
  kinds: { question: "Open question", finding: "Finding", runbook: "Earlier runbook" },
  owner: "Owner",
  decideTitle: "Start all the same",
  decideLead:
    "Better: answer it in the plan, and adopt the plan again. If two people decide to start without "
    + "it, both names and the reason are recorded.",
  reason: "Why it starts all the same",
  one: "First person",
  other: "Second person",
  decide: "Both decide to start",
} as const;

/** What two people decided to start despite, in one line for each decision. */
export function despiteLines(blocks: readonly BlockView[]): readonly string[] {
  const decided = new Map<string, readonly string[]>();
  for (const { id, decided: deed } of blocks) {
    if (deed === null) continue;
    const who = `decided by ${deed.by.join(" and ")}${deed.at === "" ? " in the plan" : `, ${whenLine(deed.at)}`}.`;
    decided.set(who, [...(decided.get(who) ?? []), id]);
  }
  return [...decided].map(([who, ids]) => `Started despite ${ids.join(", ")}: ${who}`);
}

/** "27 Nov 2026, 09:00 UTC". */
export const whenLine = (at: string): string => `${shortDay(at)}, ${shortTime(at)} UTC`;

/** What people did. */
export const DEEDS = {
  acknowledged: "Acknowledged",
  adopted: "Adopted",
  closed: "Closed",
  done: "Done",
  ended: "Ended",
  linked: "Linked",
  ran: "Run",
  simulated: "Simulated",
} as const;

export const deedLine = (verb: string, { at, by }: Deed): string =>
  `${verb} by ${by.join(" and ")}, ${whenLine(at)}.`;

export const STEP = {
  know: "Know",
  changes: "Changes",
  undo: "Undo",
  cost: "Cost",
  takes: "Takes",
  role: "Role needed",
  acknowledge: "Two people",
  acknowledgeLead: "Both read what it changes, and say so by name.",
  acknowledged: "Both acknowledge it",
  do: "Do",
  shell: "Shell",
  shells: { bash: "bash", powershell: "PowerShell" },
  equal: "First prove that the files are ours; stop if one differs:",
  run: "Run on the jump box, signed in with az. The app runs nothing.",
  noShell: "A name in the plan cannot be handed to az by this shell. Use the other one.",
  copy: "Copy",
  copied: "Copied.",
  files: "Save the files that the commands read",
  ran: "I ran these commands",
  ranAgain: "I ran them again",
  refused: "If refused",
  messages: "What Azure says, and what it means",
  wait: "Wait",
  waitOver: "The wait is over",
  ceremony: "Ceremony",
  ceremonyLead:
    "Hold it in this app. Then choose its record: it is read from its bytes, and must mean what it says.",
  link: "Choose its record",
  unvouched: {
    paper: "It is closed on paper: compare this head with the paper that was signed.",
    anchor:
      "Nothing here vouches for it: compare this head with the one on the ceremony\u2019s paper.",
  },
  prove: "Prove",
  finish: "Finish",
  done: "The step is done",
  yourName: "Your name",
  later: "This step waits for the one before it.",
  blocked: "This runbook is blocked: see above.",
} as const;

export const PROOF = {
  reads: "Run these, and give what they print:",
  kept: "was kept when the command ran; do not run it again.",
  pasted: "Answers, pasted",
  read: "Read it from Azure",
  readRest: "Choose the other answers, and read the rest",
  readLead: "This station reads Azure itself, signed in as for ceremonies. It changes nothing.",
  readRehearsal:
    "In a rehearsal this station reads the rehearsal\u2019s own subscription: it is as the steps "
    + "recorded so far have made it.",
  orGive: "Or give what these print:",
  judge: "Judge the pasted answers",
  files: "Choose answer files",
  member: "Member",
  expected: "Expected",
  found: "Found",
  proven: "Proven",
  notProven: "Not proven",
  open: "Not judged yet",
} as const;

export const verdictLine = ({ proven, by, at, answers }: VerdictView): string =>
  `${proven ? PROOF.proven : PROOF.notProven}: ${answers.length} `
  + `${answers.length === 1 ? "answer" : "answers"} given by ${by.join(" and ")}, ${whenLine(at)}.`;

export const moreLine = (more: number): string =>
  more === 0 ? "" : `${more} more ${more === 1 ? "difference" : "differences"}.`;

/** Where answers that the station read itself came from, and as whom. */
export const readLine = ({ from, as, ca }: ReadView): string =>
  from === "rehearsal"
    ? "Read from the rehearsal\u2019s subscription."
    : ca === undefined
      ? `Read from ${from} by this station, signed in as “${as}”.`
      : `Read by this station from what answered as ${from}, signed in as “${as}”. The site\u2019s own CA `
        + `vouches for it alone: the file of SHA-256 ${ca}.`;

/** What was not read: by its file, with the code of why. */
export const unreadLine = ({ unread }: ReadView): string =>
  unread.length === 0
    ? ""
    : `Not read, because it does not exist (E-HSM-NONE) or for another reason: ${unread
        .map(({ file, why }) => `${file} (${why})`)
        .join(", ")}.`;

export const WORK = { title: "In progress", stop: "Stop", signIn: "Sign in" } as const;

/** How far something is that takes a while. */
export const workLine = ({ kind, of, done, all, quiet }: WorkView): string =>
  kind === "read"
    ? `Reading Azure${of === "" ? "" : ` for ${of}`}: ${done} of ${all} questions answered.${quietLine(quiet)}`
    : `Simulated people: ${of === "" ? "they begin" : of}. ${done} of ${all} steps done.`;

function quietLine(quiet: WorkView["quiet"]): string {
  if (quiet === undefined) return "";
  return quiet.why === "put-off"
    ? ` Azure asks to wait: the question is sent again in ${quiet.seconds} s.`
    : ` Azure has not answered for ${quiet.seconds} s.`;
}

export const SIMULATE = {
  title: "Simulate",
  lead:
    "In this rehearsal, simulated people can do what people would: decide, acknowledge, run the "
    + "commands in the rehearsal\u2019s subscription, wait in simulated time, and prove. The record "
    + "says that it was a simulation.",
  step: "Let simulated people do this step",
  toHere: "Let simulated people do everything up to here",
} as const;

/** How long a wait still takes at this moment, in ms since 1970. */
export function waitLine({ hasBegun, began, until, over }: WaitView, now: number): string {
  if (over !== null) return deedLine(DEEDS.ended, over);
  if (!hasBegun) return "It begins when the commands have run.";
  if (until === null)
    return `An answer shows when it is over.${began === null ? "" : ` It began at ${clockTime(began)} UTC.`}`;
  const seconds = Math.ceil((Date.parse(until) - now) / 1000);
  if (seconds <= 0) return "The time is over.";
  const minutes = Math.floor(seconds / 60);
  return `Still ${minutes} min ${String(seconds % 60).padStart(2, "0")} s, until ${clockTime(until)} UTC. It continues after a restart.`;
}

/** How much of a wait has passed, 0 to 1. */
export function waited({ began, until, over }: WaitView, now: number): number {
  if (over !== null) return 1;
  if (began === null || until === null) return 0;
  const [from, to] = [Date.parse(began), Date.parse(until)];
  return Math.min(1, Math.max(0, (now - from) / Math.max(1, to - from)));
}

/** Whether a wait may be ended now. */
export const isWaited = (wait: WaitView, now: number): boolean =>
  wait.hasBegun && (wait.until === null || Date.parse(wait.until) <= now);

export const STEP_STATES: Readonly<Record<StepView["state"], string>> = {
  done: "done",
  now: "current",
  later: "later",
};

/** "done", or "done, simulated". */
export const stepStateLine = ({ state, simulated }: StepView): string =>
  simulated === null ? STEP_STATES[state] : `${STEP_STATES[state]}, simulated`;

export const stepTitle = ({ n, title }: StepView): string => `${n}. ${title}`;

export const STATE = {
  title: "State",
  lead: "Drawn from the plan. A box is done when its checks were proven; press one to see its proofs.",
  again: "Judge everything again",
  read: "Read all of it from Azure",
  againLead:
    "Read Azure, or give newer answers of Azure: every check about which they say something is judged once more. "
    + "What was proven and is otherwise now has drifted.",
  chooseAnswers: "Choose answer files",
  pictures: "Pictures",
  differs: "Where Azure differs from the plan",
  differsLead: "By the answers that were given last:",
  proofs: "Its proofs",
  opens: "Open the runbook",
  noProofs: "No answer of Azure proves it.",
  others: "What differs is of other resources; everything of this one was found as planned.",
  record: "In the record",
  noLines: "Nothing was recorded of it yet.",
  evidence: "Evidence: the answers, as they are in the folder of the evidence",
  close: "Close",
} as const;

export const PICTURES: Readonly<Record<PictureView["name"], string>> = {
  flow: "Flow",
  resources: "Resources",
  hsm: "Inside the HSM",
  network: "Network",
};

export const BOX_STATES: Readonly<Record<BoxState, string>> = {
  done: "done",
  now: "in progress",
  blocked: "blocked",
  drifted: "drifted",
  open: "open",
  stated: "stated by Microsoft",
  "not-provable": "not provable",
};

export const CHECK_STATES: Readonly<Record<CheckState, string>> = {
  done: "proven",
  open: "open",
  drifted: "drifted",
  "not-planned": "not in the plan",
};

export const RECORD = {
  title: "Record",
  lead: "Everything that was decided, done and proven, in a chain of hashes on this computer.",
  head: "Its head, in sixteen words",
  evidence: "Save the evidence",
  minutes: "Save the minutes as PDF",
  markdown: "as Markdown",
  duties: "What is due again",
  calendar: "Save it as a calendar",
  saved: "Saved.",
  closeTitle: "Close the record",
  closeLead:
    "When the deployment is finished or given up. Nothing can be added afterwards. Two people write "
    + "the sixteen words on paper and sign them.",
  close: "Both close the record",
  entries: "Entries",
} as const;

/** What is done then. */
export const dutyWhat = ({ what }: DutyView): string => what;

/** When a duty is due, as people read it. */
export const dutyLine = ({ title, due, overdueDays }: DutyView): string =>
  `${title}: ${shortDay(due)}${
    overdueDays === 0 ? "" : `, ${overdueDays} ${overdueDays === 1 ? "day" : "days"} overdue`
  }.`;

export const entriesLine = ({ record }: DeploymentView): string =>
  record === null
    ? ""
    : record.closed === null
      ? `${record.entries} entries; not closed.`
      : `${record.entries} entries. ${deedLine(DEEDS.closed, record.closed)}`;
