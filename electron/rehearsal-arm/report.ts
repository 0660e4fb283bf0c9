// The report of a rehearsed deployment.
import type { Plan } from "../deployment/deployment.ts";
import type { Rehearsed, Stop } from "./hands.ts";

const HOW = {
  ran: "",
  asked: " (as a request: az lacks the command)",
  later: " (left for later: what it needs is not there yet)",
} as const;

/** Names in the plan are hostile text, so they are never Markdown. */
const plain = (text: string): string => text.replace(/[`\r\n]/g, "?");

/** The check, or the refused command with Azure's words. */
const placeOf = ({ check, refused }: Stop): string =>
  refused === null
    ? (check ?? "")
    : `a command that the subscription refused, \`${plain(refused.command)}\` (\`${plain(refused.says)}\`)`;

/** The report as Markdown. */
export function reportOf(plan: Plan, { steps, leftOut, stopped }: Rehearsed): string {
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
      : `It stopped at ${placeOf(stopped)}, in the step "${plain(stopped.title)}" of ${stopped.runbook}.`;
  return [
    `# Rehearsal of the deployment \`${plain(plan.plan)}\``,
    "",
    "Simulated people, a simulated subscription, no real HSM.",
    "",
    end,
    ...(leftOut.length === 0 ? [] : ["", "Left out:", ""]),
    ...leftOut.map(({ runbook, lacks }) => `- ${runbook}: ${lacks}`),
    ...lines,
    "",
  ].join("\n");
}
