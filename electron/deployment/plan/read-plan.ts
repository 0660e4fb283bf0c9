// Reads a plan file: strict YAML in exactly the plan's form, without secrets.
import type * as z from "zod/mini";
import { readYaml, type YamlTrouble } from "../../../ceremony-scripts/strict-yaml.ts";
import { fault } from "./faults.ts";
import { secretIn } from "./secrets.ts";
import type { Detail } from "../../text/refusal.ts";
import { sentence } from "../../text/sentence.ts";
import { planForm, type Plan } from "./plan.ts";
import { spelled } from "./spelling.ts";

/** A plan, and the line of each of its members. */
export interface ReadPlan {
  readonly plan: Plan;
  /** The line, from 1, of a member named by its path. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/**
 * Reads a plan.
 * @throws Fault E-PLAN-SIZE, E-PLAN-YAML, E-PLAN-SECRET, E-PLAN-FIELD, E-PLAN-MISSING, E-PLAN-VALUE
 */
export function readPlan(text: string): ReadPlan {
  const { value, lineOf } = readYaml(text, { size: planTooLarge, yaml: notYaml });
  const secret = secretIn(text);
  if (secret !== null)
    throw fault("E-PLAN-SECRET", {
      what: secret.what,
      line: text.slice(0, secret.at).split("\n").length,
    });
  const read = planForm.safeParse(value);
  if (read.success) return { plan: spelled(read.data), lineOf };
  const [issue] = read.error.issues;
  throw issue === undefined ? notYaml(0, "form") : refusalOf(issue, value, lineOf);
}

/**
 * Reads a plan's file.
 * @param text null if its bytes are not UTF-8
 * @throws Fault E-PLAN-ENCODING, and as readPlan
 */
export function readPlanFile(text: string | null): ReadPlan {
  if (text === null) throw fault("E-PLAN-ENCODING");
  return readPlan(text);
}

const notYaml = (line: number, trouble: YamlTrouble): Error =>
  fault("E-PLAN-YAML", { line, what: sentence(`deployment-faults.yaml.${trouble}`) });

/** For callers that check a file's size before they read it. */
export const planTooLarge = (): Error => fault("E-PLAN-SIZE");

type Issue = z.core.$ZodIssue;

function refusalOf(issue: Issue, value: unknown, lineOf: ReadPlan["lineOf"]): Error {
  const path = spell(issue.path);
  if (issue.code === "unrecognized_keys")
    return fault("E-PLAN-FIELD", {
      path,
      name: nameOf(issue.keys[0] ?? ""),
      line: lineOf([...issue.path, issue.keys[0] ?? ""]),
    });
  const line = lineOf(issue.path);
  if (at(value, issue.path) === undefined) return fault("E-PLAN-MISSING", { path, line });
  return fault("E-PLAN-VALUE", { path, wanted: wantedBy(issue, value), line });
}

/** A number, a yes or an empty value where text is wanted: YAML takes it for text only in quotes. */
const wantedBy = (issue: Issue, value: unknown): Detail =>
  issue.code === "invalid_type" && issue.expected === "string" && !isNested(at(value, issue.path))
    ? sentence("deployment-faults.inQuotes", { wanted: issue.message })
    : issue.message;

const isNested = (value: unknown): boolean => typeof value === "object" && value !== null;

/** An unknown member's name, if it is a word as members are: nothing else of the file is repeated. */
const nameOf = (name: string): Detail =>
  /^[a-z][A-Za-z0-9_-]{0,39}$/.test(name) ? name : sentence("deployment-faults.noWord");

/** The path of a member as people write it: `keys[0].size`. */
const spell = (path: readonly PropertyKey[]): Detail =>
  path.length === 0
    ? sentence("deployment-faults.planTop")
    : path
        .map((name, i) =>
          typeof name === "number" ? `[${String(name)}]` : `${i === 0 ? "" : "."}${String(name)}`,
        )
        .join("");

const at = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, name) =>
      typeof inner === "object" && inner !== null ? Reflect.get(inner, name) : undefined,
    value,
  );
