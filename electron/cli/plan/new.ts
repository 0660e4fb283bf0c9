// `sd plan new`: a first plan from a dozen answers, given as flags or asked at the terminal, with everything
// open that only its company can decide.
import { PROPOSED } from "../../../ceremony-scripts/index.ts";
import { utf8 } from "../../../crypto/index.ts";
import type { DraftPerson, DraftService, PlanAnswers } from "../../deployment/deployment.ts";
import { need, numberOf, optional, usage, type Given } from "../shared/arguments.ts";
import { deployment } from "../shared/deployment.ts";
import { checkFree, writeOutput } from "../shared/files.ts";
import type { Outcome } from "../shared/outcome.ts";
import { hasTerminal, terminal } from "../shared/terminal.ts";
import { askedAnswers } from "./ask.ts";

const OUT = "--out";
const NETWORK = "--network";

/**
 * Without flags it asks a person at a terminal.
 * @param texts what each flag is for
 * @throws Fault E-USAGE, E-FILE-*, E-PLAN-* if an answer is not of the plan's form
 */
export async function newPlan(
  flags: Given,
  texts: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const isAsked = flags.values.size === 0 && hasTerminal();
  const given = isAsked ? await askedAnswers(terminal(), texts, checkAnswer) : flags;
  const out = need(given, OUT);
  checkFree(out, OUT);
  const text = await draftOf(given);
  const { locatedFindings, readPlan } = await deployment();
  const read = readPlan(text);
  const { plan } = read;
  const stops = locatedFindings(read).filter(({ severity }) => severity === "stops").length;
  writeOutput(out, OUT, utf8(text));
  const open = plan.assumptions.length + plan.questions.length;
  return {
    text: [
      `The plan ${plan.plan} is written. Open: ${String(open)} assumptions and questions.`,
      `Findings that stop a runbook: ${String(stops)}; sd plan check names them.`,
    ].join("\n"),
    data: { plan: plan.plan, open, stops },
  };
}

/** The draft as a file. @throws Fault E-USAGE */
async function draftOf(given: Given): Promise<string> {
  const { draftPlan, planFile } = await deployment();
  const answers = await answersOf(given);
  return planFile(draftPlan(answers), [
    `A first plan, written on ${answers.today} from the answers to sd plan new. Nothing in it is decided:`,
    "read each part, change what is otherwise, answer assumptions and questions, and run sd plan check.",
  ]);
}

/** Refuses answers of which no plan can be made. @throws Fault E-USAGE, E-PLAN-*, E-FILE-* */
async function checkAnswer(given: Given, flag: string): Promise<void> {
  if (flag === OUT) checkFree(need(given, OUT), OUT);
  (await deployment()).readPlan(await draftOf(given));
}

async function answersOf(given: Given): Promise<PlanAnswers> {
  const [region = "", second = null, ...more] = given.values.get("--regions") ?? [];
  if (region === "" || more.length > 0)
    throw usage(
      "The flag --regions needs the HSM's own region, and at most the one it is extended to.",
    );
  const name = need(given, "--name");
  return {
    name,
    title: optional(given, "--title") ?? `Managed HSM of ${name}`,
    tenant: need(given, "--tenant"),
    subscription: need(given, "--subscription"),
    region,
    second,
    hsm: need(given, "--hsm"),
    services: await servicesOf(given),
    administrators: peopleOf(given, "--administrators"),
    cryptoOfficers: peopleOf(given, "--crypto-officers"),
    cryptoUsers: peopleOf(given, "--crypto-users"),
    officers: numberOf(given, "--officers", PROPOSED.officers, 10),
    quorum: numberOf(given, "--quorum", PROPOSED.quorum, 10),
    network: networkOf(given),
    currency: await currencyOf(given),
    today: new Date().toISOString().slice(0, 10),
  };
}

async function servicesOf(given: Given): Promise<readonly DraftService[]> {
  const { DRAFT_SERVICES } = await deployment();
  const words = given.values.get("--services") ?? [];
  const services = DRAFT_SERVICES.filter((one) => words.includes(one));
  if (services.length !== words.length)
    throw usage(`The flag --services needs some of ${DRAFT_SERVICES.join(", ")}, each once.`);
  return services;
}

/** People as NAME=OBJECT-ID. */
function peopleOf(given: Given, flag: string): readonly DraftPerson[] {
  return (given.values.get(flag) ?? []).map((one) => {
    const [, name, objectId] = /^([^=]+)=([0-9a-fA-F-]{36})$/.exec(one) ?? [];
    if (name === undefined || objectId === undefined)
      throw usage(`The flag ${flag} needs people as NAME=OBJECT-ID.`);
    return { name, objectId };
  });
}

function networkOf(given: Given): readonly [number, number] {
  const text = optional(given, NETWORK) ?? "10.1";
  const [, first = "", second = ""] = /^(\d{1,3})\.(\d{1,3})$/.exec(text) ?? [];
  const [a, b] = [Number(first), Number(second)];
  // The second region has the next number.
  if (first === "" || a > 255 || b > 254)
    throw usage(`The flag ${NETWORK} needs the first two numbers of the addresses, such as 10.1.`);
  return [a, b];
}

async function currencyOf(given: Given): Promise<PlanAnswers["currency"]> {
  const { CURRENCIES } = await deployment();
  const text = optional(given, "--currency") ?? "USD";
  const currency = CURRENCIES.find((one) => one === text);
  if (currency === undefined)
    throw usage(`The flag --currency needs one of ${CURRENCIES.join(", ")}.`);
  return currency;
}
