// For tests: the table of docs/deployment.md, made from the runbooks themselves.
import { english } from "../../text/english.ts";
import type { Plan } from "../plan/plan.ts";
import { RUNBOOKS } from "./runbooks.ts";

/** One row for each step: section of the plan, runbook, step, proofs. */
export const pageRows = (plan: Plan): readonly string[] =>
  Object.entries(RUNBOOKS).flatMap(([name, { section, steps }]) =>
    steps(plan).map(({ title, proofs }, at) => {
      const cells = [
        at === 0 ? section : "",
        at === 0 ? `\`${name}\`` : "",
        `${String(at + 1)}. ${english(title)}`,
        proofs.map((check) => `\`${check}\``).join(", "),
      ];
      return `| ${cells.join(" | ")} |`.replaceAll("|  ", "| ");
    }),
  );
