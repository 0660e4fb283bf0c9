// The questions of a first plan, in words.
import type { PlanQuestionView } from "../../electron/bridge/deployment-views.ts";
import { sentence, type Value } from "../../electron/text/sentence.ts";
import { say, said } from "./say.ts";

export const answerLabel = ({ name }: PlanQuestionView): string =>
  say(`deployment-faults.asked.${name}`);

/** What is asked, how it is entered, and what an empty answer means. */
export function askedLine({ name, form, otherwise }: PlanQuestionView): string {
  const asks = sentence(`plan-new.asks.${name}`);
  const what: Value = form === "people" ? sentence("plan-new.people", { what: asks }) : asks;
  if (otherwise === null || form === "some") return said(what);
  return otherwise === ""
    ? say("plan-new.otherwiseNobody", { what })
    : say("plan-new.otherwise", { what, otherwise });
}

/** A service by its name in the plan. */
export function choiceLabel(name: string): string {
  const id = `plan-new.services.${name}`;
  return isService(id) ? say(id) : name;
}

const SERVICES = [
  "plan-new.services.sql",
  "plan-new.services.disks",
  "plan-new.services.storage",
  "plan-new.services.cosmos",
  "plan-new.services.aks",
] as const;

const isService = (id: string): id is (typeof SERVICES)[number] =>
  SERVICES.some((one) => one === id);
