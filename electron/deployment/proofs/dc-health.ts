// dc-health: a domain controller is healthy by its own tests, whatever the command reports.
import type { Json } from "../../../crypto/json.ts";
import type { Plan } from "../plan/plan.ts";
import { answer } from "../commands/command-line.ts";
import { textAt } from "../answers/shape.ts";
import { allOf } from "./about.ts";
import { differs, NOTHING, type Finding } from "./finding.ts";
import { someOf } from "./planned.ts";
import type { Case, Proof } from "./proof.ts";
import { runOn } from "./run-command.ts";

type Controller = Plan["domainControllers"][number];

export const dcHealth: Proof = {
  source: "site-recovery-active-directory.md, adds-extend-domain-content.md; workload facts, 3.5",
  reads: ({ domainControllers }) =>
    domainControllers.map((one) =>
      answer(`${one.name}-health.json`, ...runOn(one, "dc-health.ps1")),
    ),
  evaluate: (given) =>
    someOf(given.plan.domainControllers, "domainControllers").flatMap((controller) =>
      ofController(given, controller, textFindings),
    ),
};

const PASSED = ["Connectivity", "Advertising", "MachineAccount"];

/** Events after which Active Directory is damaged. */
const EVENTS = ["2170", "1109", "2208", "13565", "4013"];

/** Run Command keeps the last 4,096 bytes: output of that length may lack its start. */
const OUTPUT_MAX = 4096;

const STDOUT = "ComponentStatus/StdOut/succeeded";

/** The problems in each output of a controller, and errors of the command itself. */
function ofController(
  { answers }: Case,
  { name }: Controller,
  evaluate: (text: string, of: string) => readonly Finding[],
): readonly Finding[] {
  const outputs = allOf(answers, "run-command");
  const own = outputs.filter((value) => isOutput(value) && isOf(textAt(value, "message"), name));
  if (own.length === 0)
    return [differs(`${name}: value.message`, `the whole output of ${name}`, NOTHING)];
  // Each output has a stream of errors beside it: without that one they are not known.
  const isComplete = outputs.filter(isOutput).length * 2 <= outputs.length;
  return [
    ...own.flatMap((value) => evaluate(textAt(value, "message"), name)),
    ...outputs.flatMap(streamFindings),
    ...(isComplete
      ? []
      : [differs(`${name}: value.code`, "ComponentStatus/StdErr/succeeded", NOTHING)]),
  ];
}

/**
 * No member of the reply names the machine; only the script's first line does. The replication
 * summary names every controller.
 */
const isOf = (text: string, name: string): boolean =>
  new RegExp(
    String.raw`^\s*computer: ${name.replace(/[^A-Za-z0-9]/g, String.raw`\$&`)}\s*$`,
    "im",
  ).test(text);

/** The problems of a controller whose partners may be lost: only its own state counts. */
export const survivorFindings = (given: Case, controller: Controller): readonly Finding[] =>
  ofController(given, controller, ownFindings);

const isOutput = (value: Json): boolean => /\/StdOut\//i.test(textAt(value, "code"));

/** The reply is a list of two: the output, and errors, of which there must be none. */
export function streamFindings(value: Json): readonly Finding[] {
  const [code, message] = [textAt(value, "code"), textAt(value, "message")];
  if (isOutput(value)) return code === STDOUT ? [] : [differs("value.code", STDOUT, code)];
  return message.trim() === "" ? [] : [differs("value.message", `nothing in ${code}`, "an error")];
}

const expected = (of: string, what: string, isThere: boolean, found = NOTHING) =>
  isThere ? [] : [differs(`${of}: value.message`, what, found)];

/** A successful command does not mean a successful test: only the text tells. */
const textFindings = (text: string, of: string): readonly Finding[] => [
  ...ownFindings(text, of),
  ...expected(of, "no failed test", !/failed test/i.test(text), "failed test"),
  ...expected(of, "0 replication failures", isReplicating(text), "failures, or no summary"),
];

/** What a controller reports about itself, with or without partners. */
const ownFindings = (text: string, of: string): readonly Finding[] => [
  ...PASSED.flatMap((test) => [
    ...expected(
      of,
      `passed test ${test}`,
      new RegExp(String.raw`passed test ${test}\b`, "i").test(text),
    ),
    ...expected(
      of,
      `no failed test ${test}`,
      !new RegExp(String.raw`failed test ${test}\b`, "i").test(text),
      `failed test ${test}`,
    ),
  ]),
  ...["SYSVOL", "NETLOGON"].flatMap((share) =>
    expected(
      of,
      `the share ${share}`,
      new RegExp(String.raw`^\s*(share: *)?${share}\b`, "im").test(text),
    ),
  ),
  ...EVENTS.flatMap((event) =>
    expected(
      of,
      `no event ${event}`,
      !new RegExp(String.raw`\bevent\D{0,12}${event}\b`, "i").test(text),
      event,
    ),
  ),
  ...expected(of, "the whole output", text.length < OUTPUT_MAX, "an output that was cut"),
];

/** `repadmin /replsummary` has a column `fails/total` for each partner. */
function isReplicating(text: string): boolean {
  const rows = [...text.matchAll(/(?<![\d/])(\d{1,6})\s*\/\s*(\d{1,6})(?![\d/])/g)];
  return rows.length > 0 && rows.every(([, fails]) => Number(fails) === 0);
}
