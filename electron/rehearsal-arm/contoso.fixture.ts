// For tests: Contoso's plan, its soak cut to one day: four weeks of samples are thousands.
import { readFileSync } from "node:fs";
import { readPlan, type Plan } from "../deployment/deployment.ts";

const whole: Plan = readPlan(
  readFileSync(new URL("../../ceremony-scripts/plans/contoso.yaml", import.meta.url), "utf8"),
).plan;

export const contoso: Plan = { ...whole, soak: { ...whole.soak, days: 1 } };
