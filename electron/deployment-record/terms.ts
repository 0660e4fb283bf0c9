// What a plan's runbooks ask of people, as a record keeps it beside the plan. Acts are decided by it, and
// later once more: a version of the program whose runbooks have changed since can still read what was asked.
import * as z from "zod/mini";
import { readJson, sha256Hex, sha256HexOfText, utf8 } from "../../crypto/index.ts";
import {
  openFor,
  type LocatedFinding,
  type Plan,
  type RunbookName,
  type StepData,
} from "../deployment/deployment.ts";
import { english } from "../text/english.ts";
import { count, digest, text, type Data } from "../record/forms.ts";
import { earlierThan, idOfFinding, stoppingFindings } from "./blocks.ts";
import { fault } from "./faults.ts";
import { pathOf } from "./store.ts";

const step = z.strictObject({
  title: text,
  /** Why two people must acknowledge it first. */
  twoPeople: z.exactOptional(text),
  /** How many, and the SHA-256 of their lines as each shell shows them, each with its newline. */
  commands: z.exactOptional(z.strictObject({ count, bash: digest, powershell: digest })),
  /** Proven before its commands ran, it needs none of them: everything is there. */
  unlessThere: z.exactOptional(z.literal(true)),
  /** The ceremony that it is. */
  ceremony: z.exactOptional(z.strictObject({ scripts: z.array(text), hsm: text })),
  /** The seconds to wait; 0 if people see its end. */
  wait: z.exactOptional(count),
  /** The checks to be proven. */
  proofs: z.array(text),
});
const runbook = z.strictObject({
  runbook: text,
  /** Ids of open questions and assumptions of the plan that nobody decided there. */
  questions: z.array(text),
  /** Ids of findings that stop it. */
  findings: z.array(text),
  /** The runbooks that come before it. */
  after: z.array(text),
  steps: z.array(step),
});
const FORM = z.array(runbook);

export type StepTerms = Data<typeof step>;
export type RunbookTerms = Data<typeof runbook>;
/** Of all planned runbooks, in their order. */
export type Terms = Data<typeof FORM>;

/** The terms of a plan, with the bytes that a record keeps and their SHA-256 in hex. */
export interface KeptTerms {
  readonly terms: Terms;
  readonly bytes: Uint8Array;
  readonly sha256: string;
}

/** @param planned the steps of each planned runbook, in order */
export function termsOf(
  plan: Plan,
  findings: readonly LocatedFinding[],
  planned: ReadonlyMap<RunbookName, readonly StepData[]>,
): KeptTerms {
  const terms = [...planned].map(([name, steps]): RunbookTerms => ({
    runbook: name,
    questions: openFor(plan, name).flatMap(({ id, decidedBy }) =>
      decidedBy.length === 0 ? [id] : [],
    ),
    findings: stoppingFindings(findings, name).map(idOfFinding),
    after: earlierThan(name).filter((one) => planned.has(one)),
    steps: steps.map(stepTerms),
  }));
  const bytes = utf8(`${JSON.stringify(terms)}\n`);
  return { terms, bytes, sha256: sha256Hex(bytes) };
}

function stepTerms({ step: own, commands, waitSeconds }: StepData): StepTerms {
  const { title, twoPeople, unlessThere, ceremony, wait, proofs } = own;
  const linesIn = (shell: "bash" | "powershell") =>
    sha256HexOfText(commands.map((line) => `${line[shell] ?? ""}\n`).join(""));
  return {
    title: english(title),
    ...(twoPeople === undefined ? {} : { twoPeople: english(twoPeople) }),
    ...(commands.length === 0
      ? {}
      : {
          commands: {
            count: commands.length,
            bash: linesIn("bash"),
            powershell: linesIn("powershell"),
          },
        }),
    ...(unlessThere === undefined ? {} : { unlessThere }),
    ...(ceremony === undefined ? {} : { ceremony }),
    ...(wait === undefined ? {} : { wait: waitSeconds }),
    proofs: [...proofs],
  };
}

/** Those that a record kept. @throws Fault E-DEPLOY-FILE if they are not of their form */
export function termsIn(bytes: Uint8Array): KeptTerms {
  const sha256 = sha256Hex(bytes);
  const reading = readJson(bytes);
  const { success, data } = z.safeParse(FORM, reading.ok ? reading.value : null);
  if (!success) throw fault("E-DEPLOY-FILE", { name: pathOf("runbooks", sha256) });
  return { terms: data, bytes, sha256 };
}
