// administrators: exactly the plan's people are Managed HSM Administrator, at the whole HSM.
import { grantersOf, type Granter } from "../plan/powers.ts";
import { readAnswers } from "../answers/answer.ts";
import type { Plan } from "../plan/plan.ts";
import { ROLE_IDS } from "../../text/built-in-roles.ts";
import { alike, unread } from "./about.ts";
import { differs, NOTHING, type Finding } from "./finding.ts";
import { assignmentsIn, principalOf } from "./people.ts";
import type { Case, Proof } from "./proof.ts";
import { listRoles, rolesAt } from "./reads.ts";

const ADMINISTRATOR = "Managed HSM Administrator";

/** `initialAdminObjectIds` is history and proves nothing: only the role assignments count. */
export const administrators: Proof = {
  source: "managed-hsm/access-control.md, role-management.md; HSM facts, sections 2.B, 2.E and 3",
  reads: (plan) => [listRoles(plan, "/")],
  evaluate: (given) => [
    ...unread(given.answers, rolesAt("/")),
    ...missing(given),
    ...unplanned(given),
  ],
};

const planned = ({ plan, answers }: Case) =>
  plan.roles
    .filter(({ role }) => role === ADMINISTRATOR)
    .map(({ assignee, scope }) => ({ assignee, scope, id: principalOf(plan, answers, assignee) }));

const actual = ({ answers }: Case) =>
  assignmentsIn(answers).filter(({ role }) => role === ROLE_IDS[ADMINISTRATOR]);

function missing(given: Case): readonly Finding[] {
  return planned(given).flatMap(({ assignee, scope, id }) => {
    const own = actual(given).filter(({ principal }) => alike(principal, id ?? NOTHING));
    if (own.some((one) => one.scope === scope)) return [];
    const [elsewhere] = own;
    return elsewhere === undefined
      ? [differs(`${assignee}: properties.principalId`, id ?? "an object id", NOTHING)]
      : [differs(`${assignee}: properties.scope`, scope, elsewhere.scope)];
  });
}

const unplanned = (given: Case): readonly Finding[] =>
  actual(given)
    .filter(({ principal }) => !planned(given).some(({ id }) => alike(principal, id ?? "")))
    .map(({ principal, scope }) =>
      differs(`${ADMINISTRATOR} at ${scope}: properties.principalId`, "nobody else", principal),
    );

/**
 * Who is, or can make themselves, Administrator by the list of the roles at the whole HSM among these answers.
 * @returns null if it is not among them: then it is not known
 * @throws Fault E-ANSWER-*
 */
export function administratorsIn(
  plan: Plan,
  files: readonly Uint8Array[],
): readonly Granter[] | null {
  const answers = readAnswers(files);
  return answers.lists.has(rolesAt("/")) ? grantersOf(plan, assignmentsIn(answers)) : null;
}
