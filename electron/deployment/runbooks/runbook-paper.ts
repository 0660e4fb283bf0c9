// A runbook as a paper to carry it out by: numbered steps with every command quoted, the commands of each
// proof, and room for names, times and initials. Markdown and PDF are made from it.
import {
  heading,
  named,
  paragraph,
  preformatted,
  subheading,
  table,
  theirs,
  type Block,
  type Cell,
  type Paper,
} from "../../../ceremony-scripts/paper.ts";
import { inBash, inPowerShell, lineOf, type Shell } from "../commands/shells.ts";
import type { Plan } from "../plan/plan.ts";
import { shownBy, type CheckName } from "../proofs/checks.ts";
import { SHOW_FORWARDER } from "../proofs/dns-forwarders.ts";
import { isInPart, readsIn } from "../proofs/verdict.ts";
import type { RunbookName } from "../plan/runbook-names.ts";
import type { Finding } from "../findings/findings.ts";
import { facts, toFillIn } from "../papers/blocks.ts";
import { english } from "../../text/english.ts";
import { openFor } from "./blocked.ts";
import { filesOf, SET_FORWARDER, type RunbookFile } from "./files.ts";
import { forbidding } from "./forbidden.ts";
import { messagesOf } from "./messages.ts";
import type { Says, Step } from "./runbook.ts";
import { RUNBOOKS } from "./runbooks.ts";

/** The settings of a paper. */
export interface Printed {
  readonly plan: Plan;
  /** The path of the plan file in the proofs' commands. */
  readonly planFile: string;
  readonly shell: Shell;
  /** SHA-256 of a text in UTF-8, in hex. */
  readonly sha256: (text: string) => string;
}

/** @throws Fault E-RUNBOOK-PLAN, E-PROOF-PLAN, E-SHELL-VALUE */
export function runbookPaper(name: RunbookName, printed: Printed): Paper {
  const { plan, shell } = printed;
  const { title, purpose, order, again, steps } = RUNBOOKS[name];
  const all = steps(plan);
  const files = [...new Set(all.flatMap((step) => step.files ?? []))];
  return {
    title,
    blocks: [
      paragraph("Runbook ", named(name), " of the plan ", theirs(plan.title), ". ", purpose),
      ...blocked(plan, name),
      facts([
        ["Subscription", [[named(plan.subscription)]]],
        ["Tenant", [[named(plan.tenant)]]],
        ...(order === undefined ? [] : [["Order", order] as const]),
        ...(again === undefined ? [] : [["Run again right before it", again.join(", ")] as const]),
        ["Shell", `${shell}, signed in with az, in a folder of its own`],
      ]),
      paragraph(
        "People run the commands. Between two steps it can be left for weeks and continued by others.",
      ),
      ...(files.length === 0 ? [] : fileTable(printed, files)),
      heading("People who carry it out"),
      toFillIn(["Name", "Role", "Initials", "Date"], 4),
      ...all.flatMap((step, at) => stepBlocks(printed, name, step, at + 1)),
      heading("End"),
      toFillIn(["Finished (UTC)", "By", "Confirmed by"]),
    ],
  };
}

function blocked(plan: Plan, name: RunbookName): readonly Block[] {
  const open = openFor(plan, name);
  if (open.length === 0) return [];
  const stops = open.some(({ decidedBy }) => decidedBy.length === 0);
  return [
    heading(stops ? "Stop: open questions block this runbook" : "Open, and decided by people"),
    paragraph(
      stops
        ? "Answer them in the plan, or let two people decide there."
        : "People decided to start without the answers.",
    ),
    facts(
      open.map(({ id, text, impact, owner, decidedBy }) => [
        id,
        [
          [theirs(text)],
          [theirs(impact)],
          ["Owner: ", theirs(owner), "."],
          ...(decidedBy.length === 0
            ? []
            : [["Decided by ", theirs(decidedBy.join(" and ")), "."]]),
        ],
      ]),
    ),
  ];
}

function fileTable({ plan, sha256 }: Printed, names: readonly string[]): readonly Block[] {
  const files = filesOf(plan).filter(({ name }) => names.includes(name));
  return [
    paragraph("Files that commands read; ", named("sd runbook show --out DIR"), " writes them:"),
    table(
      [
        ["File", 2],
        ["SHA-256", 5],
      ],
      files.map(({ name, text }) => [[[named(name)]], [[named(sha256(text))]]]),
    ),
  ];
}

function stepBlocks(printed: Printed, name: RunbookName, step: Step, n: number): readonly Block[] {
  const { title, role, commands = [], changes, undo, cost = "nothing", takes, notes = [] } = step;
  const stops = forbidding(printed.plan, name, step);
  return [
    heading(`${String(n)}. `, theirs(title)),
    facts([
      ["Role needed", theirsIn(role)],
      ["Changes", theirsIn(changes)],
      ["Undo", theirsIn(undo)],
      ["Cost", theirsIn(cost)],
      ["Takes", theirsIn(takes)],
      ...notes.map((note) => ["Note", noted(note)] as const),
    ]),
    ...(step.twoPeople === undefined
      ? []
      : [
          paragraph("Two people acknowledge by name: ", theirs(step.twoPeople)),
          toFillIn(["First person", "Second person", "At (UTC)"]),
        ]),
    ...(stops.length > 0
      ? forbidden(stops)
      : [
          ...equalFiles(printed, step.files ?? []),
          ...block(
            commands.map((command) => lineOf(command, printed.shell)),
            printed.shell,
          ),
          ...messageTable(step),
        ]),
    ...(step.wait === undefined ? [] : [paragraph("Before the next step: ", theirs(step.wait))]),
    ...step.proofs.flatMap((check) => proofBlocks(printed, name, check)),
    toFillIn(["Done (UTC)", "By", "Confirmed by"]),
  ];
}

const theirsIn = (text: Says): Cell => [[theirs(text)]];

/** A note; JSON in it is printed as it is, so that it can be copied. */
const noted = (note: Says): Cell => [
  english(note)
    .split(/(\{"[^`\n]*\})/)
    .flatMap((part, n) => (part === "" ? [] : [n % 2 === 1 ? named(part) : theirs(part)])),
];

/** What is in the place of commands that nobody may run. */
const forbidden = (stops: readonly Finding[]): readonly Block[] => [
  paragraph("Not to be done: the check of the plan stops it. Change the plan first."),
  facts(
    stops.map(({ code, members, says, next }) => [
      code,
      [
        [
          "(",
          ...members.flatMap((one, at) => (at === 0 ? [named(one)] : [", ", named(one)])),
          ") ",
          theirs(`${says} ${next}`),
        ],
      ],
    ]),
  ),
];

const messageTable = ({ messages = [] }: Step): readonly Block[] =>
  messages.length === 0
    ? []
    : [
        table(
          [
            ["Where Azure says", 1],
            ["it means", 1],
          ],
          messagesOf(messages).map(({ text, means }) => [theirsIn(text), theirsIn(means)]),
        ),
      ];

const IN_MACHINES: readonly string[] = ["dc-health.ps1", SHOW_FORWARDER, SET_FORWARDER];

/** The files among these that a step reads in this shell. */
function neededFiles(plan: Plan, names: readonly string[], shell: Shell): readonly RunbookFile[] {
  const own = filesOf(plan).filter(({ name }) => names.includes(name));
  const wanted = own.filter(({ name }) => !name.endsWith(shell === "bash" ? ".ps1" : ".sh"));
  // az reads a machine's own PowerShell script in either shell.
  const also = own.filter(({ name }) => IN_MACHINES.includes(name));
  return [...new Map([...wanted, ...also].map((file) => [file.name, file])).values()];
}

/** Lines that prove that files equal ours, byte for byte, before they are read. */
export const equalLines = (
  { plan, sha256 }: Pick<Printed, "plan" | "sha256">,
  names: readonly string[],
  shell: Shell,
): readonly string[] =>
  neededFiles(plan, names, shell).map(({ name, text }) =>
    shell === "bash"
      ? `echo ${inBash(`${sha256(text)}  ${name}`)} | sha256sum --check --strict`
      : `if ((Get-FileHash -Algorithm SHA256 ${inPowerShell(name)}).Hash -ne '${sha256(text)}') { throw ${inPowerShell(`${name} differs`)} }`,
  );

function equalFiles(printed: Printed, names: readonly string[]): readonly Block[] {
  const lines = equalLines(printed, names, printed.shell);
  return lines.length === 0
    ? []
    : [paragraph("Stop if a file differs:"), ...block(lines, printed.shell)];
}

/** The commands whose answers prove a check, and the check's own command. */
function proofBlocks(
  { plan, planFile, shell }: Printed,
  runbook: RunbookName,
  check: CheckName,
): readonly Block[] {
  const reads = readsIn(check, plan, runbook);
  const answers = reads.flatMap(({ into }) => (into === undefined ? [] : [into]));
  const quote = shell === "bash" ? inBash : inPowerShell;
  const prove =
    `sd runbook prove ${check} --plan ${quote(planFile)} --answer ${answers.map(quote).join(" ")}`
    + (isInPart(check, plan, runbook) ? ` --runbook ${runbook}` : "");
  return [
    subheading("Proof ", named(check)),
    paragraph(theirs(shownBy(check))),
    ...reads
      .filter(({ kept }) => kept === true)
      .map(({ words, into = "" }) =>
        paragraph(
          named(into),
          words.length === 0
            ? " is written by people, as this step says."
            : " was kept when the command was run; do not run it again.",
        ),
      ),
    ...block(
      [
        ...reads.filter(({ kept }) => kept !== true).map((command) => lineOf(command, shell)),
        prove,
      ],
      shell,
    ),
  ];
}

/** Command lines to be copied; none if there are none. */
const block = (commands: readonly string[], shell: Shell): readonly Block[] =>
  commands.length === 0
    ? []
    : [
        preformatted(
          commands.flatMap((command) => command.split("\n")),
          shell === "bash" ? "sh" : shell,
        ),
      ];
