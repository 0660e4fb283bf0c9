// `sd verify` of a deployment's record: what people decided, ran and proved, by the plan and answers beside it.
import { dirname, join } from "node:path";
import { statSync } from "node:fs";
import type { DeploymentMeaning } from "../deployment-record/meaning.ts";
import { verifyHead, type Verdict } from "../journal/verify.ts";
import { oddNamesSaid, oddPeople } from "../meaning/meaning.ts";
import { english } from "../text/english.ts";
import { deployment } from "./shared/deployment.ts";
import { shown } from "./shared/shown.ts";
import { spokenHead } from "./shared/spoken.ts";
import type { Outcome } from "./shared/outcome.ts";
import { laterText } from "./meaning-lines.ts";
import { toldLine } from "./told-lines.ts";
import { notComparedLines } from "./verify-earlier.ts";

/** Whether a record is that of a deployment. */
export const isOfDeployment = ({ entries: [first] }: Verdict): boolean =>
  first?.type === "deployment-begun";

/**
 * Checks a closed record of a deployment in its folder of evidence.
 * @param place the record, or its folder
 * @throws Fault E-LOG-HEAD, E-DEPLOYMENT, E-DEPLOY-*, E-PLAN-*
 */
export async function deploymentAt(
  place: string,
  verdict: Verdict,
  head: string | null,
): Promise<DeploymentMeaning> {
  if (head !== null) verifyHead(verdict, head);
  const folder = statSync(place).isDirectory() ? place : dirname(join(place));
  // What a record means asks the rules beside this program.
  await deployment();
  const { meaningIn } = await import("../deployment-record/meaning.ts");
  return meaningIn(folder, verdict.entries);
}

/** As data, for `--json`. */
export const deploymentData = (meaning: DeploymentMeaning) => ({
  mode: meaning.mode,
  title: meaning.title,
  plan: meaning.plan,
  people: [...meaning.people],
  otherRunbooks: [...meaning.otherRunbooks],
  unknownRunbooks: [...meaning.unknownRunbooks],
  linked: meaning.linked.map(({ entry, head }) => ({ entry, head })),
  otherwise: [...meaning.otherwise],
  clockBack: [...meaning.wentBack],
  begun: meaning.begunAt,
  closed: meaning.endedAt,
  linkedLater: [...meaning.linkedAhead],
});

/** Every ceremony that it links: their records are not beside it, and nothing of them was compared. */
export const linkedNotCompared = ({ linked }: DeploymentMeaning): readonly string[] =>
  linked.map(({ entry, head }) => `the ceremony of entry ${String(entry)} (head ${head})`);

/** What this version of the program cannot confirm: another one wrote it, or it was interrupted. */
export const notConfirmed = (meaning: DeploymentMeaning): readonly string[] => {
  const { otherRunbooks, unknownRunbooks, otherwise } = meaning;
  return [
    ...otherRunbooks.map(
      (entry) =>
        `the runbooks of entry ${String(entry)} (each act was checked by those that the record keeps)`,
    ),
    ...unknownRunbooks.map(
      (name) => `the runbook ${shown(name)} (this version does not know each of its steps)`,
    ),
    ...(otherwise.length === 0
      ? []
      : [
          `what was counted, run, awaited or checked in ${otherwise.map((n) => `entry ${String(n)}`).join(", ")}`
            + " (this version computes something else, or it was interrupted)",
        ]),
  ];
};

/** It does not keep what its runbooks asked. */
const OLDEST =
  " It was written under version 1 of the rules: its acts were checked by the runbooks of this program.";

/** As lines. */
export function deploymentLines(
  meaning: DeploymentMeaning,
  { verdict, headGiven }: { readonly verdict: Verdict; readonly headGiven: boolean },
): Outcome["text"] {
  const { mode, title, closedBy, people, wentBack, linkedAhead, rules } = meaning;
  const { begunAt, endedAt } = meaning;
  const unconfirmed = notConfirmed(meaning);
  return [
    headGiven
      ? "Good, and its head is the one that was given. Who signed the paper, the record cannot show."
      : "Good, but its signers are unknown: it is closed on paper, and no head was given.",
    `${mode === "REHEARSAL" ? "It was a REHEARSAL of a deployment" : "It was a real deployment"}: ${shown(title)}.${rules === 1 ? OLDEST : ""}`,
    [`It began at ${begunAt} and was closed at ${endedAt}.`, ...laterText(endedAt)].join(" "),
    ...notComparedLines(linkedNotCompared(meaning)),
    ...(unconfirmed.length === 0 ? [] : [`NOT CONFIRMED: ${unconfirmed.join("; ")}.`]),
    `The record is consistent: ${String(verdict.entries.length)} entries, every hash and link is correct.`,
    unconfirmed.length === 0
      ? "Each act was possible by its plan, and the answers prove what it says."
      : "All other acts were possible by its plan, and the answers prove what they say.",
    `Closed on paper by ${closedBy.map(shown).join(" and ")}.`,
    ...oddNamesSaid(oddPeople(people), shown).map(english),
    toldLine(meaning.told.reduce((sum, { values }) => sum + values.length, 0)),
    ...(wentBack.length === 0
      ? []
      : [`The clock was set back before these entries: ${wentBack.join(", ")}.`]),
    ...(linkedAhead.length === 0
      ? []
      : [
          `A ceremony was closed later than these entries that link it: ${linkedAhead.join(", ")}.`,
        ]),
    `Head: ${verdict.head}`,
    `In words: ${spokenHead(verdict).words}`,
  ].join("\n");
}
