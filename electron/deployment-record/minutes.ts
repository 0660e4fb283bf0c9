// The minutes of a deployment, from its record and plan: decisions, steps, proofs and progress.
import {
  heading,
  paragraph,
  preformatted,
  subheading,
  table,
  theirs,
  type Block,
  type Paper,
} from "../../ceremony-scripts/index.ts";
import { english } from "../text/english.ts";
import { sentence } from "../text/sentence.ts";
import { answeredBy } from "./entries.ts";
import type {
  DeploymentView,
  ReadView,
  RecordView,
  RunbookView,
  StepView,
} from "../bridge/deployment-views.ts";

/** The minutes; of a rehearsal they say so. */
export function minutesOf(view: DeploymentView): Paper {
  const { plan, record, runbooks, checks } = view;
  const begun = runbooks.filter(({ steps }) => steps.some(isTouched));
  return {
    title: `Minutes of the deployment ${plan?.title ?? ""}`,
    blocks: [
      ...(view.mode === "REHEARSAL"
        ? [paragraph("A rehearsal: nothing in Azure was changed.")]
        : []),
      ...(plan === null
        ? []
        : [
            paragraph("Plan ", theirs(plan.name), `, SHA-256 ${plan.sha256}.`),
            paragraph(`Subscription ${plan.subscription}, tenant ${plan.tenant}.`),
          ]),
      ...(record === null ? [] : headBlocks(record)),
      heading("How far it is"),
      table(
        [
          ["Runbook", 3],
          ["State", 1],
          ["Steps done", 1],
        ],
        runbooks.map(({ title, state, steps }) => [
          title,
          sentence(`deployment.states.${state}`),
          `${String(steps.filter((one) => one.state === "done").length)} of ${String(steps.length)}`,
        ]),
      ),
      heading("Checks"),
      table(
        [
          ["Check", 1],
          ["State", 1],
          ["What it shows", 3],
        ],
        checks
          .filter(({ state }) => state !== "not-planned")
          .map(({ check, state, shows }) => [check, state, shows]),
      ),
      ...(record === null || record.pools.length === 0 ? [] : poolBlocks(record.pools)),
      ...begun.flatMap(runbookBlocks),
      heading("Stated by Microsoft, or not provable"),
      ...statedBlocks(view),
      heading("The record, entry by entry"),
      ...(record?.lines ?? []).map(({ at, line }) => paragraph(`${at} `, theirs(line))),
    ],
  };
}

/** By which root the keys of each HSM are attested. */
const poolBlocks = (pools: RecordView["pools"]): readonly Block[] => [
  heading("Roots of the HSMs"),
  table(
    [
      ["HSM", 1],
      ["SHA-256 of its root", 3],
      ["First seen", 1],
    ],
    pools.map(({ hsm, root, at, like }) => [
      [[theirs(hsm)]],
      like === "" ? root : [[root], ["the same as that of ", theirs(like)]],
      at,
    ]),
  ),
];

const isTouched = ({ acknowledged, ran, ceremony, proofs, done }: StepView): boolean =>
  [acknowledged, ran, ceremony?.linked ?? null, done].some((deed) => deed !== null)
  || proofs.some(({ verdict }) => verdict !== null);

function headBlocks(record: NonNullable<DeploymentView["record"]>): readonly Block[] {
  const { entries, head, words, closed } = record;
  return [
    paragraph(
      closed === null
        ? `The record has ${String(entries)} entries and is not closed. Its head now:`
        : `The record has ${String(entries)} entries. It was closed at ${closed.at} by `,
      ...(closed === null ? [] : [theirs(closed.by.join(" and ")), ", who sign these words:"]),
    ),
    preformatted([head, words.slice(0, 8).join(" "), words.slice(8).join(" ")]),
  ];
}

function runbookBlocks({ title, blocks, steps }: RunbookView): readonly Block[] {
  const decided = blocks.filter((block) => block.decided !== null);
  return [
    heading(title),
    ...decided.map(({ id, decided: deed }) =>
      paragraph("Started despite ", theirs(id), ": ", theirs((deed?.by ?? []).join(" and ")), "."),
    ),
    ...steps.filter(isTouched).flatMap(stepBlocks),
  ];
}

/** Anyone who relies on the step must compare the head of the ceremony's record themselves. */
const unvouched = (linked: NonNullable<StepView["ceremony"]>["linked"]): Block[] =>
  linked === null
    ? []
    : [
        paragraph(
          linked.unvouched === "paper"
            ? "Its record is closed on paper"
            : "Nothing vouches for its record",
          `: compare its head, ${linked.head}, with the ceremony's paper.`,
        ),
      ];

function stepBlocks(step: StepView): readonly Block[] {
  const deed = (says: string, done: { at: string; by: readonly string[] } | null): Block[] =>
    done === null
      ? []
      : [paragraph(`${says} at ${done.at} by `, theirs(done.by.join(" and ")), ".")];
  return [
    subheading(`${String(step.n)}. `, theirs(step.title)),
    ...deed("Carried out as a simulation", step.simulated),
    ...deed("Acknowledged", step.acknowledged),
    ...deed("Commands run", step.ran),
    ...deed("Wait over", step.wait?.over ?? null),
    ...deed("Ceremony linked", step.ceremony?.linked ?? null),
    ...unvouched(step.ceremony?.linked ?? null),
    ...step.proofs.flatMap(({ check, verdict }) =>
      verdict === null
        ? []
        : [
            ...deed(`${check}: ${verdict.proven ? "proven" : "not proven"},`, verdict),
            ...(verdict.differs.length === 0
              ? []
              : [
                  table(
                    [
                      ["Member", 2],
                      ["Expected", 1],
                      ["Found", 1],
                    ],
                    verdict.differs.map(({ member, expected, found }) => [
                      [[theirs(member)]],
                      [[theirs(expected)]],
                      [[theirs(found)]],
                    ]),
                  ),
                ]),
            ...readBlocks(verdict.read),
            paragraph(`Answers, by SHA-256: ${verdict.answers.join(", ")}.`),
          ],
    ),
    ...deed("Done", step.done),
  ];
}

/** How answers were obtained that nobody gave. */
const readBlocks = (read: ReadView | null): readonly Block[] =>
  read === null
    ? []
    : [
        paragraph(
          `Read from ${answeredBy(read)} by the station, signed in as `,
          theirs(read.as),
          ".",
          ...(read.unread.length === 0
            ? []
            : [
                " Not read: ",
                theirs(read.unread.map(({ file, why }) => `${file} (${why})`).join(", ")),
                ".",
              ]),
        ),
      ];

/** Parts that no answer can show, so that nobody believes them proven. */
const statedBlocks = ({ pictures }: DeploymentView): readonly Block[] =>
  pictures
    .flatMap(({ areas }) => areas)
    .flatMap(({ title, boxes }) => boxes.map((box) => ({ area: title, box })))
    .filter(({ box }) => box.state === "stated" || box.state === "not-provable")
    .map(({ area, box }) =>
      paragraph(
        theirs(area),
        ": ",
        box.title,
        ...(box.detail === "" ? [] : [", ", box.detail]),
        " \u2014 ",
        box.state === "stated" ? `stated by Microsoft (${english(box.because)}).` : "not provable.",
      ),
    );
