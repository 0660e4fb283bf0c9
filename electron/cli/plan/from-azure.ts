// `sd plan from-azure`: the plan of what exists, from answers that az printed, or that it reads itself.
import { utf8 } from "../../../crypto/index.ts";
import { asksAzure, NOTHING_READ, readExisting } from "../runbook/azure.ts";
import { answersIn } from "../shared/answer-files.ts";
import { need, optional, usage, type Given } from "../shared/arguments.ts";
import { deployment } from "../shared/deployment.ts";
import { checkFree, writeOutput } from "../shared/files.ts";
import type { Outcome, Voice } from "../shared/outcome.ts";
import { shown, shownData } from "../shared/shown.ts";

const OUT = "--out";
const ANSWERS = "--answers";

/** @throws Fault E-USAGE, E-FILE-*, E-DIR-MISSING, E-ANSWER-*, E-PLAN-* if a name is of another form; as readExisting */
export async function planFromAzure(given: Given, voice: Voice): Promise<Outcome> {
  const { aroundHsm, existingFile, readAnswers } = await deployment();
  const out = need(given, OUT);
  checkFree(out, OUT);
  const [folder, asks] = [optional(given, ANSWERS), asksAzure(given)];
  if (folder === null && !asks)
    throw usage(`The flag ${ANSWERS} is needed, or a CONNECTION to read Azure by.`);
  const handed = await answersIn(folder, ANSWERS);
  const today = new Date().toISOString().slice(0, 10);
  const [name, hsm] = [need(given, "--name"), need(given, "--hsm")];
  const read = asks
    ? await readExisting(given, voice, need(given, "--subscription"), hsm)
    : NOTHING_READ;
  const unread = [...handed.unread, ...read.unread];
  const all = readAnswers([...handed.answers, ...read.answers.values()]);
  // A subscription has more than this HSM's.
  const answers = asks ? aroundHsm(all, hsm) : all;
  const { text, plan, unknown } = existingFile(answers, name, hsm, today);
  writeOutput(out, OUT, utf8(text));
  return {
    text: [
      `The plan of what exists is written: ${shown(plan.plan)}.`,
      ...(asks ? [`Of the subscription it has what keys of ${shown(hsm)} protect.`] : []),
      "No answer says:",
      ...unknown.map((member) => `  ${member}`),
      ...(unread.length === 0 ? [] : ["No answers:"]),
      ...unread.map(({ file, why }) => `  ${shown(file)}: ${why}`),
      "Complete these members, then run sd plan check.",
    ].join("\n"),
    data: shownData({ plan: plan.plan, unknown, unread }),
  };
}
