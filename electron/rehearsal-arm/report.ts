// The report of a rehearsed deployment.
import type { Plan } from "../deployment/deployment.ts";
import type { Rehearsed } from "./hands.ts";

const HOW = {
  ran: "",
  asked: " (as a request: az lacks the command)",
  later: " (left for later: what it needs is not there yet)",
} as const;

/** Names in the plan are hostile text, so they are never Markdown. */
const plain = (text: string): string => text.replace(/[`\r\n]/g, "?");

/** The report as Markdown. */
export function reportOf(plan: Plan, { steps, stopped }: Rehearsed): string {
  const lines = steps.flatMap(({ runbook, step }, n) => [
    ...(steps[n - 1]?.runbook === runbook ? [] : ["", `## ${runbook}`]),
    "",
    `### ${plain(step.title)}`,
    "",
    ...step.commands.map(({ words, how }) => `- \`az ${plain(words.join(" "))}\`${HOW[how]}`),
    ...step.proofs.flatMap(({ check, proven, findings }) => [
      `- ${proven ? "proven" : "**not proven**"}: ${check}`,
      ...findings.map(
        ({ member, expected, found }) =>
          `  - \`${plain(member)}\`: expected \`${plain(expected)}\`, found \`${plain(found)}\``,
      ),
    ]),
  ]);
  const end =
    stopped === null
      ? "It went to its end."
      : `It stopped at ${stopped.check}, in the step "${plain(stopped.title)}" of ${stopped.runbook}.`;
  return [
    `# Rehearsal of the deployment \`${plain(plan.plan)}\``,
    "",
    "Simulated people, a simulated subscription, no real HSM.",
    "",
    end,
    ...lines,
    "",
  ].join("\n");
}
