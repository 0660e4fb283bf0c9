// A plan as a paper for the people who approve it: its findings, its cost, and each of its parts, numbered,
// with room for initials.
import {
  heading,
  named,
  paragraph,
  preformatted,
  subheading,
  table,
  theirs,
  type Block,
  type Paper,
} from "../../../ceremony-scripts/paper.ts";
import { costText } from "../cost/cost-text.ts";
import { partsOf, type PlanPart } from "../drafts/plan-file.ts";
import {
  byCode,
  locatedFindings,
  stoppedRunbooks,
  type LocatedFinding,
} from "../findings/findings-text.ts";
import type { Plan } from "../plan/plan.ts";
import { CRITICAL, powersOf, SELF, selfAdministrators } from "../plan/powers.ts";
import type { ReadPlan } from "../plan/read-plan.ts";
import { facts, toFillIn } from "./blocks.ts";

/** @param read a plan that was read from a file: findings name its lines */
export function planPaper(read: ReadPlan): Paper {
  const { plan } = read;
  return {
    title: `Plan: ${plan.title}`,
    blocks: [
      facts([
        ["Plan", [[named(plan.plan)]]],
        ["Subscription", [[named(plan.subscription)]]],
        ["Tenant", [[named(plan.tenant)]]],
        ["HSM", [[named(plan.hsm.name), " in ", named(plan.hsm.region)]]],
      ]),
      heading("People who read it"),
      toFillIn(["Name", "Role", "Initials", "Date"], 4),
      heading("Who can do what"),
      ...powerBlocks(plan),
      heading("Findings"),
      ...findingBlocks(locatedFindings(read)),
      heading("Cost"),
      // The report of the command, with its columns.
      preformatted(costText(plan, (text) => text).split("\n")),
      heading("The plan, part by part"),
      ...partsOf(plan).flatMap(partBlocks),
      heading("End"),
      toFillIn(["Approved (UTC)", "By", "Confirmed by"]),
    ],
  };
}

function powerBlocks(plan: Plan): readonly Block[] {
  const selfAble = selfAdministrators(plan);
  return [
    paragraph(CRITICAL),
    paragraph(
      SELF.before,
      selfAble.length === 0 ? SELF.nobody : theirs(selfAble.join(", ")),
      SELF.after,
    ),
    table(
      [
        ["Role", 3],
        ["Who", 3],
        ["Can", 4],
        ["Cannot", 4],
      ],
      powersOf(plan).map(({ role, who, can, cannot }) => [
        role,
        who.map(({ name, members, scope }) => [
          theirs(name),
          ...(members.length === 0 ? [] : [" (", theirs(members.join(", ")), ")"]),
          " at ",
          named(scope),
        ]),
        can,
        cannot,
      ]),
    ),
  ];
}

function findingBlocks(findings: readonly LocatedFinding[]): readonly Block[] {
  const stops = findings.filter(({ severity }) => severity === "stops");
  const stopped = stoppedRunbooks(stops);
  return [
    paragraph(
      `Findings that stop a runbook: ${String(stops.length)}. `
        + `Advice: ${String(findings.length - stops.length)}.`,
    ),
    ...(stopped.length === 0
      ? []
      : [
          paragraph(
            `Stopped: ${stopped.map(({ name, count }) => `${name} by ${String(count)}`).join(", ")}.`,
          ),
        ]),
    ...(findings.length === 0
      ? []
      : [
          table(
            [
              ["No.", 2],
              ["Finding", 6],
              ["What is wrong, and what to do", 10],
              ["Members, by line", 8],
              ["Initials", 3],
            ],
            byCode(findings).map(([first, all], at) => [
              String(at + 1),
              [[named(first.code)], [first.severity]],
              [[theirs(first.says)], [theirs(first.next)]],
              all.map(({ line, members, subject }) => [
                `${String(line)}: `,
                named(members.join(", ")),
                ...(subject === "" ? [] : [" (", theirs(subject), ")"]),
              ]),
              "",
            ]),
          ),
        ]),
  ];
}

const partBlocks = ({ member, purpose, lines }: PlanPart, at: number): readonly Block[] => [
  subheading(`${String(at + 1)}. `, named(member)),
  paragraph(theirs(purpose)),
  preformatted(lines, "yaml"),
  toFillIn(["Read by", "Confirmed by", "Date"]),
];
