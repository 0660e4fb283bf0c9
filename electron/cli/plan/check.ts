// `sd plan check`: what is wrong in a plan, and which runbooks that stops; the whole as a PDF for approval.
import type { LocatedFinding } from "../../deployment/deployment.ts";
import { optional, type Given } from "../shared/arguments.ts";
import { deployment } from "../shared/deployment.ts";
import { checkFree } from "../shared/files.ts";
import type { Outcome } from "../shared/outcome.ts";
import { PDF, pdfText, writePlanPdf } from "../shared/papers.ts";
import { planFrom } from "../shared/plan-file.ts";
import { shown, shownData } from "../shared/shown.ts";
import { templatesIn, templatesText } from "./templates.ts";
import { wordOf } from "./words.ts";

const STOPPED = 1;

/** @throws Fault E-USAGE, E-FILE-*, E-PLAN-*, E-PAPER */
export async function checkPlan(given: Given): Promise<Outcome> {
  const read = await planFrom(wordOf(given, 0));
  const out = optional(given, PDF);
  if (out !== null) checkFree(out, PDF);
  const {
    CRITICAL,
    datesAhead,
    datesText,
    factsAge,
    factsText,
    findingsText,
    locatedFindings,
    planPaper,
    powersOf,
    powersText,
    selfAdministrators,
  } = await deployment();
  const folder = optional(given, "--templates");
  const templates = folder === null ? null : await templatesIn(folder);
  const facts = factsAge(new Date());
  const findings = locatedFindings(read);
  const stops = findings.filter(({ severity }) => severity === "stops").length;
  const pdf = out === null ? null : await writePlanPdf(planPaper(read), read, out);
  return {
    text: [
      powersText(read.plan, shown),
      "",
      findingsText(findings, shown),
      factsText(facts),
      datesText(),
      ...(templates === null ? [] : [templatesText(templates)]),
      ...(pdf === null ? [] : [pdfText("The plan", pdf, "plan", read.digest)]),
    ].join("\n"),
    data: shownData({
      plan: read.plan.plan,
      stops,
      advice: findings.length - stops,
      findings: findings.map(asData),
      powers: {
        critical: CRITICAL,
        selfGranting: selfAdministrators(read.plan),
        roles: powersOf(read.plan),
      },
      facts,
      dates: datesAhead(),
      templates,
      pdf,
    }),
    code: stops === 0 ? 0 : STOPPED,
  };
}

/** A finding with every member of its source, as `--json` promises. */
const asData = ({ source, ...finding }: LocatedFinding) => ({
  ...finding,
  source: { title: source.title, url: source.url ?? null, edition: source.edition ?? null },
});
