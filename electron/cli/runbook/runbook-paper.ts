// A runbook as a paper to carry it out by: numbered steps, their commands, and room for initials.
import {
  heading,
  paragraph,
  preformatted,
  subheading,
  table,
  theirs,
  type Block,
  type Paper,
} from "../../../ceremony-scripts/index.ts";
import type { Lines, Open, Plan, ProofData, StepData } from "../../deployment/deployment.ts";

/** What the paper of a runbook is made from. */
export interface PrintedRunbook {
  readonly name: string;
  readonly title: string;
  readonly purpose: string;
  readonly section: string;
  readonly plan: Plan;
  readonly steps: readonly StepData[];
  readonly open: readonly Open[];
  readonly shell: keyof Lines;
  /** What a reason that Azure may give means, by step. */
  readonly messages: (
    step: StepData,
  ) => readonly { readonly text: string; readonly means: string }[];
}

/** The paper. A command that the shell cannot pass on is named as such. */
export const runbookPaper = (runbook: PrintedRunbook): Paper => ({
  title: runbook.title,
  blocks: [
    paragraph(runbook.purpose),
    table(FACTS, [
      ["Runbook", runbook.name],
      ["Plan", [[theirs(runbook.plan.title)]]],
      ["Section of the plan", runbook.section],
      ["Subscription", runbook.plan.subscription],
      ["Tenant", runbook.plan.tenant],
      ["Shell", `${runbook.shell}, signed in with az, in a folder of its own`],
    ]),
    ...openBlocks(runbook.open),
    ...signatures("People who carry it out", ["Name", "Role", "Initials", "Date"], 4),
    ...runbook.steps.flatMap((step) => stepBlocks(runbook, step)),
    ...signatures("End", ["Finished (UTC)", "By", "Confirmed by"], 1),
  ],
});

const FACTS = [
  ["", 1],
  ["", 3],
] as const;

/** A table with empty rows, to be filled in by hand. */
const signatures = (title: string, heads: readonly string[], rows: number): readonly Block[] => [
  heading(title),
  table(
    heads.map((head) => [head, 1]),
    Array.from({ length: rows }, () => heads.map(() => "")),
  ),
];

function openBlocks(open: readonly Open[]): readonly Block[] {
  if (open.length === 0) return [];
  const stops = open.some(({ decidedBy }) => decidedBy.length === 0);
  return [
    heading(stops ? "Stop: open questions block this runbook" : "Open, and decided by people"),
    table(
      [
        ["Id", 1],
        ["What is open", 4],
        ["Owner", 2],
        ["Decided by", 2],
      ],
      open.map(({ id, text, impact, owner, decidedBy }) => [
        id,
        [[theirs(text)], [theirs(impact)]],
        [[theirs(owner)]],
        decidedBy.length === 0 ? "nobody" : [[theirs(decidedBy.join(" and "))]],
      ]),
    ),
  ];
}

function stepBlocks({ shell, messages }: PrintedRunbook, data: StepData): readonly Block[] {
  const { n, step, forbidden, proofs } = data;
  const isForbidden = forbidden.length > 0;
  const [equal, commands, meanings] = isForbidden
    ? [[], [], []]
    : [data.equal, data.commands, messages(data)];
  return [
    heading(`${String(n)}. `, theirs(step.title)),
    table(FACTS, [
      ["Role needed", step.role],
      ["Changes", step.changes],
      ["Undo", step.undo],
      ["Cost", step.cost ?? "nothing"],
      ["Takes", step.takes],
      ...(step.notes ?? []).map((note) => ["Note", [[theirs(note)]]] as const),
    ]),
    ...(step.twoPeople === undefined
      ? []
      : [
          paragraph("Two people acknowledge by name: ", theirs(step.twoPeople)),
          table(
            ["First person", "Second person", "At (UTC)"].map((head) => [head, 1]),
            [["", "", ""]],
          ),
        ]),
    ...(isForbidden ? forbiddenBlocks(data) : []),
    ...commandBlocks("Stop if a file differs:", equal, shell),
    ...commandBlocks("Commands:", commands, shell),
    ...(meanings.length === 0
      ? []
      : [
          table(
            [
              ["Where Azure says", 1],
              ["it means", 1],
            ],
            meanings.map(({ text, means }) => [[[theirs(text)]], [[theirs(means)]]]),
          ),
        ]),
    ...(step.wait === undefined ? [] : [paragraph(`Before the next step: ${step.wait}`)]),
    ...proofs.flatMap((proof) => proofBlocks(proof, shell)),
    table(
      ["Done (UTC)", "By", "Confirmed by"].map((head) => [head, 1]),
      [["", "", ""]],
    ),
  ];
}

/** What is in the place of commands that nobody may run. */
const forbiddenBlocks = ({ forbidden }: StepData): readonly Block[] => [
  paragraph("Not to be done: the check of the plan stops it. Change the plan first."),
  table(
    [
      ["Finding", 2],
      ["Members", 2],
      ["What is wrong, and what to do", 4],
    ],
    forbidden.map(({ code, members, says, next }) => [code, members.join(", "), `${says} ${next}`]),
  ),
];

function proofBlocks({ check, shows, reads }: ProofData, shell: keyof Lines): readonly Block[] {
  return [
    subheading(`Proof ${check}`),
    paragraph(theirs(shows)),
    ...reads
      .filter(({ kept }) => kept)
      .map(({ into }) =>
        paragraph(theirs(into), " needs no command: a step kept it, or people write it."),
      ),
    ...commandBlocks(
      "Commands whose answers prove it:",
      reads.filter(({ kept }) => !kept),
      shell,
    ),
  ];
}

const commandBlocks = (
  says: string,
  lines: readonly Lines[],
  shell: keyof Lines,
): readonly Block[] =>
  lines.length === 0
    ? []
    : [
        paragraph(says),
        ...lines.map((line) => preformatted((line[shell] ?? UNQUOTED).split("\n"))),
      ];

const UNQUOTED = "(this shell cannot pass a name of the plan to az: use the other one)";
