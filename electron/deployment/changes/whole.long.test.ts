// Every member of the sample plan changed to another value, or left out: a check that its right answers no longer prove
// is in a runbook that the change is said to concern.
import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { isFault } from "../../../crypto/errors.ts";
import { readAnswers } from "../answers/answer.ts";
import { edited, GONE, planOf, type Tree } from "../plan/plan.fixture.ts";
import { planSchema, type Plan } from "../plan/plan.ts";
import { CHECK_NAMES, CHECKS, type CheckName } from "../proofs/checks.ts";
import { contoso, KNOWN, rightFor } from "../proofs/right.fixture.ts";
import { stepsOf } from "../runbooks/step-data.ts";
import { affectedBy } from "./affected.ts";
import { changesOf } from "./changes.ts";

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

interface Node {
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly items?: Node;
}

/** Every member with its path and the values it might have instead: to be left out is one of them. */
function leavesOf(
  value: unknown,
  node: Node | undefined,
  path = "",
): readonly (readonly [string, readonly unknown[]])[] {
  const whole = path === "" ? [] : [[path, [GONE]] as const];
  if (Array.isArray(value))
    return [
      ...whole,
      ...value.flatMap((item, at) => leavesOf(item, node?.items, `${path}[${String(at)}]`)),
    ];
  if (typeof value === "object" && value !== null)
    return [
      ...whole,
      ...Object.entries(value).flatMap(([name, inner]) =>
        leavesOf(inner, node?.properties?.[name], path === "" ? name : `${path}.${name}`),
      ),
    ];
  return [...whole, [path, othersFor(value, node?.enum)]];
}

function othersFor(value: unknown, words: readonly string[] | undefined): readonly unknown[] {
  if (words !== undefined) return words.filter((word) => word !== value);
  if (typeof value === "boolean") return [!value];
  if (typeof value === "number") return [value + 1, value - 1];
  const text = String(value);
  return [text.replace(/\d(?=\D*$)/, (digit) => (digit === "7" ? "8" : "7")), `${text}x`];
}

const answers = new Map(
  CHECK_NAMES.map((check) => [check, readAnswers(Object.values(rightFor(check)).map(bytesOf))]),
);

/** The checks of a plan that Contoso's right answers contradict; not those that it does not have. */
const unproven = (plan: Plan): readonly CheckName[] =>
  CHECK_NAMES.filter((check) => {
    try {
      const given = { plan, answers: answers.get(check) ?? readAnswers([]), ...KNOWN };
      return CHECKS[check].evaluate(given).length > 0;
    } catch (error) {
      if (isFault(error) && error.code === "E-PROOF-PLAN") return false;
      throw error;
    }
  });

it("concerns the runbooks of every check that it makes untrue", () => {
  const tree = JSON.parse(JSON.stringify(contoso)) as Tree;
  const old = stepsOf(contoso, sha256);
  const missed = new Set<string>();
  let tried = 0;
  for (const [path, others] of leavesOf(tree, planSchema() as Node)) {
    const plans = others.flatMap((other) => {
      try {
        return [planOf(edited(tree, { [path]: other }))];
      } catch {
        return [];
      }
    });
    const [now] = plans;
    if (now === undefined) continue;
    const changes = changesOf(contoso, now);
    if (changes.length === 0) continue;
    tried += 1;
    const form = changes[0]?.form ?? "";
    const affected = affectedBy(changes, old, stepsOf(now, sha256));
    const proven = new Set(
      affected.flatMap(({ runbook, how, steps }) =>
        (how === "gone" ? old(runbook) : steps).flatMap(({ step }) => step.proofs),
      ),
    );
    for (const check of unproven(now)) if (!proven.has(check)) missed.add(`${form}: ${check}`);
  }
  expect([...missed].toSorted()).toEqual([]);
  expect(tried).toBeGreaterThan(300);
});
