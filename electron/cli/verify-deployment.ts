// `sd verify` of a deployment's record: what people decided, ran and proved, by the plan and answers beside it.
import { dirname, join } from "node:path";
import { statSync } from "node:fs";
import type { DeploymentMeaning } from "../deployment-record/meaning.ts";
import { verifyHead, type Verdict } from "../journal/verify.ts";
import { deployment } from "./shared/deployment.ts";
import { foreignLetters } from "./shared/foreign-letters.ts";
import { shown } from "./shared/shown.ts";
import { spokenHead } from "./shared/spoken.ts";
import type { Outcome } from "./shared/outcome.ts";
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
  linked: meaning.linked.map(({ entry, head }) => ({ entry, head })),
  otherwise: [...meaning.otherwise],
  clockBack: [...meaning.wentBack],
});

/** Every ceremony that it links: their records are not beside it, and nothing of them was compared. */
export const linkedNotCompared = ({ linked }: DeploymentMeaning): readonly string[] =>
  linked.map(({ entry, head }) => `the ceremony of entry ${String(entry)} (head ${head})`);

/** As lines. */
export function deploymentLines(
  meaning: DeploymentMeaning,
  { verdict, headGiven }: { readonly verdict: Verdict; readonly headGiven: boolean },
): Outcome["text"] {
  const { mode, title, closedBy, otherwise, people, wentBack } = meaning;
  return [
    headGiven
      ? "Good, and its head is the one that was given. Who signed the paper, the record cannot show."
      : "Good, but its signers are unknown: it is closed on paper, and no head was given.",
    `${mode === "REHEARSAL" ? "It was a REHEARSAL of a deployment" : "It was a real deployment"}: ${shown(title)}.`,
    ...notComparedLines(linkedNotCompared(meaning)),
    `The record is consistent: ${String(verdict.entries.length)} entries, every hash and link is correct.`,
    otherwise.length === 0
      ? "Each act was possible by its plan, and the answers prove what it says."
      : `This version of the program computes something else than the record in entries ${otherwise.join(", ")}: what`
        + " was counted, awaited, run or checked there is not confirmed. All other acts were possible by its plan.",
    `Closed on paper by ${closedBy.map(shown).join(" and ")}.`,
    ...foreignLetters(people),
    ...(wentBack.length === 0
      ? []
      : [`The clock was set back before these entries: ${wentBack.join(", ")}.`]),
    `Head: ${verdict.head}`,
    `In words: ${spokenHead(verdict).words}`,
  ].join("\n");
}
