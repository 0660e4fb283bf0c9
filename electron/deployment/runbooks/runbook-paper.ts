// A runbook as one Markdown page that can be finished by hand: every command quoted, a line for
// each name and time, and the command of the proof.
import type { CommandLine } from "../commands/command-line.ts";
import { inBash, inPowerShell, lineOf, type Shell } from "../commands/shells.ts";
import type { Plan } from "../plan/plan.ts";
import { CHECKS, type CheckName } from "../proofs/checks.ts";
import type { RunbookName } from "../plan/runbook-names.ts";
import type { Finding } from "../findings/findings.ts";
import { openFor } from "./blocked.ts";
import { filesOf, type RunbookFile } from "./files.ts";
import { forbidding } from "./forbidden.ts";
import { messagesOf } from "./messages.ts";
import type { Step } from "./runbook.ts";
import { RUNBOOKS } from "./runbooks.ts";

/** The settings of a page. */
export interface Paper {
  readonly plan: Plan;
  /** The path of the plan file in the proofs' commands. */
  readonly planFile: string;
  readonly shell: Shell;
  /** SHA-256 of a text in UTF-8, in hex. */
  readonly sha256: (text: string) => string;
}

/** @throws Fault E-RUNBOOK-PLAN, E-PROOF-PLAN, E-SHELL-VALUE */
export function runbookMarkdown(name: RunbookName, paper: Paper): string {
  const { plan } = paper;
  const { title, purpose, section, order, again, steps } = RUNBOOKS[name];
  const all = steps(plan);
  const files = [...new Set(all.flatMap((step) => step.files ?? []))];
  return [
    `# ${title}`,
    "",
    `Runbook \`${name}\` of the plan ${escaped(plan.title)}. ${purpose}`,
    "",
    ...blocked(plan, name),
    `- Subscription: \`${plan.subscription}\`, tenant: \`${plan.tenant}\``,
    `- Section of the plan: ${section}`,
    ...(order === undefined ? [] : [`- Order: ${order}`]),
    ...(again === undefined ? [] : [`- Run again right before it: ${again.join(", ")}`]),
    `- Shell: ${paper.shell}, signed in with az, in a folder of its own`,
    "- People run the commands. Between two steps it can be left for weeks and continued by others.",
    "",
    ...(files.length === 0 ? [] : fileTable(paper, files)),
    ...all.flatMap((step, at) => stepText(paper, name, step, at + 1)),
    "## End",
    "",
    "Finished: ____________________ (date, UTC)   by: ____________________",
    "",
  ].join("\n");
}

function blocked(plan: Plan, name: RunbookName): readonly string[] {
  const open = openFor(plan, name);
  if (open.length === 0) return [];
  const stops = open.some(({ decidedBy }) => decidedBy.length === 0);
  return [
    stops
      ? "**Stop: open questions block this runbook.** Answer them in the plan, or let two people decide there."
      : "**Open questions; people decided to start without the answers.**",
    "",
    ...open.map(
      ({ id, text, impact, owner, decidedBy }) =>
        `- **${id}** ${escaped(text)} ${escaped(impact)} Owner: ${escaped(owner)}.`
        + (decidedBy.length === 0 ? "" : ` Decided by ${decidedBy.map(escaped).join(" and ")}.`),
    ),
    "",
  ];
}

function fileTable({ plan, sha256 }: Paper, names: readonly string[]): readonly string[] {
  const files = filesOf(plan).filter(({ name }) => names.includes(name));
  return [
    "Files that commands read; `sd runbook show --out DIR` writes them:",
    "",
    "| File | SHA-256 |",
    "|---|---|",
    ...files.map(({ name, text }) => `| \`${name}\` | \`${sha256(text)}\` |`),
    "",
  ];
}

function stepText(paper: Paper, name: RunbookName, step: Step, n: number): readonly string[] {
  const { title, role, commands = [], changes, undo, cost = "nothing", takes } = step;
  const stops = forbidding(paper.plan, name, step);
  return [
    `## ${String(n)}. ${title}`,
    "",
    `- Role needed: ${role}`,
    `- Changes: ${changes}`,
    `- Undo: ${undo}`,
    `- Cost: ${cost}`,
    `- Takes: ${takes}`,
    ...(step.notes ?? []).map((note) => `- Note: ${escaped(note)}`),
    "",
    ...(step.twoPeople === undefined
      ? []
      : [
          `**Two people acknowledge by name:** ${step.twoPeople}`,
          "",
          "1: ____________________   2: ____________________   at: ____________________",
          "",
        ]),
    ...(stops.length > 0
      ? forbidden(stops)
      : [
          ...equalFiles(paper, step.files ?? []),
          ...(commands.length === 0 ? [] : block(commands, paper.shell)),
          ...messageTable(step),
        ]),
    ...(step.wait === undefined ? [] : [`**Before the next step:** ${step.wait}`, ""]),
    ...step.proofs.flatMap((check) => proofText(paper, check)),
    "Done: ____________________ (UTC)   by: ____________________   confirmed: ____________________",
    "",
  ];
}

/** What is in the place of commands that nobody may run. */
const forbidden = (stops: readonly Finding[]): readonly string[] => [
  "**Not to be done: the check of the plan stops it.** Change the plan first:",
  "",
  ...stops.map(
    ({ code, members, says, next }) =>
      `- **${code}** (${members.map((one) => `\`${one}\``).join(", ")}) ${says} ${next}`,
  ),
  "",
];

function messageTable({ messages = [] }: Step): readonly string[] {
  if (messages.length === 0) return [];
  return [
    "| Where Azure says | it means |",
    "|---|---|",
    ...messagesOf(messages).map(({ text, means }) => `| ${escaped(text)} | ${escaped(means)} |`),
    "",
  ];
}

/** The files among these that a step reads in this shell. */
function neededFiles(plan: Plan, names: readonly string[], shell: Shell): readonly RunbookFile[] {
  const own = filesOf(plan).filter(({ name }) => names.includes(name));
  const wanted = own.filter(({ name }) => !name.endsWith(shell === "bash" ? ".ps1" : ".sh"));
  // az reads a machine's own PowerShell script in either shell.
  const also = own.filter(({ name }) => name === "dc-health.ps1");
  return [...new Map([...wanted, ...also].map((file) => [file.name, file])).values()];
}

/** Lines that prove that files equal ours, byte for byte, before they are read. */
export const equalLines = (
  { plan, sha256 }: Pick<Paper, "plan" | "sha256">,
  names: readonly string[],
  shell: Shell,
): readonly string[] =>
  neededFiles(plan, names, shell).map(({ name, text }) =>
    shell === "bash"
      ? `echo ${inBash(`${sha256(text)}  ${name}`)} | sha256sum --check --strict`
      : `if ((Get-FileHash -Algorithm SHA256 ${inPowerShell(name)}).Hash -ne '${sha256(text)}') { throw ${inPowerShell(`${name} differs`)} }`,
  );

function equalFiles(paper: Paper, names: readonly string[]): readonly string[] {
  const lines = equalLines(paper, names, paper.shell);
  return lines.length === 0 ? [] : ["Stop if a file differs:", "", ...fenced(lines, paper.shell)];
}

/** The commands whose answers prove a check, and the check's own command. */
function proofText({ plan, planFile, shell }: Paper, check: CheckName): readonly string[] {
  const reads = CHECKS[check].reads(plan);
  const answers = reads.flatMap(({ into }) => (into === undefined ? [] : [into]));
  const quote = shell === "bash" ? inBash : inPowerShell;
  const prove = `sd runbook prove ${check} --plan ${quote(planFile)} --answer ${answers.map(quote).join(" ")}`;
  return [
    `**Proof \`${check}\`.** ${CHECKS[check].shows}`,
    "",
    ...reads
      .filter(({ kept }) => kept === true)
      .flatMap(({ words, into = "" }) => [
        words.length === 0
          ? `- \`${into}\` is written by people, as this step says.`
          : `- \`${into}\` was kept when the command was run; do not run it again.`,
        "",
      ]),
    ...fenced(
      [
        ...reads.filter(({ kept }) => kept !== true).map((command) => lineOf(command, shell)),
        prove,
      ],
      shell,
    ),
  ];
}

const block = (commands: readonly CommandLine[], shell: Shell): readonly string[] =>
  fenced(
    commands.map((command) => lineOf(command, shell)),
    shell,
  );

/** A fence longer than any run of backticks inside. */
function fenced(lines: readonly string[], shell: Shell): readonly string[] {
  const longest = Math.max(0, ...[...lines.join("\n").matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(Math.max(3, longest + 1));
  return [`${fence}${shell === "bash" ? "sh" : "powershell"}`, ...lines, fence, ""];
}

/** People's text, escaped: nothing in it is Markdown or HTML. */
const escaped = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>#|!]/g, String.raw`\$&`).replaceAll("\n", " ");
