// Who a name in the plan is: an object id from the plan, or from an answer about a service.
import type { Json } from "../../../crypto/json.ts";
import type { Plan } from "../plan/plan.ts";
import type { Answers } from "../answers/answer.ts";
import type { ResourceKind } from "../plan/azure-resources.ts";
import { memberAt, textAt } from "../answers/shape.ts";
import { allOf, answersAbout } from "./about.ts";
import { asksByIdentity, primaryPrincipal } from "./instances.ts";
import { idOf, type Placed } from "./ids.ts";

/** A service of the plan with an identity, and the answer that shows it. */
export interface Service {
  readonly name: string;
  readonly kind: ResourceKind;
  readonly id: string;
  /** The member that is the object id; never the client id, which is no principal. */
  readonly member: string;
  /** Whether that member belongs to one of several identities, the primary one. */
  readonly byIdentity?: true;
}

/** Every service or identity of the plan by its name. */
export const servicesOf = (plan: Plan): readonly Service[] => [
  ...plan.sqlInstances.map((one): Service => {
    const own = service(plan, "instance", one);
    return asksByIdentity(one)
      ? { ...own, member: "identity.userAssignedIdentities.principalId", byIdentity: true }
      : own;
  }),
  ...plan.diskSets.map((one) => service(plan, "disk-set", one)),
  ...plan.storageAccounts.map((one) => service(plan, "storage", one)),
  ...plan.cosmosAccounts.map((one) => service(plan, "cosmos", one)),
  ...plan.aksClusters.map((one) => service(plan, "aks", one)),
  ...plan.identities.map((one) => ({
    ...service(plan, "identity", one),
    member: "properties.principalId",
  })),
];

const service = (plan: Plan, kind: ResourceKind, one: Placed): Service => ({
  name: one.name,
  kind,
  id: idOf(plan, kind, one),
  member: "identity.principalId",
});

/** The object id that the plan itself gives for a person or a group, or null. */
export const plannedId = (plan: Plan, assignee: string): string | null =>
  [...plan.people, ...plan.groups].find(({ name }) => name === assignee)?.objectId ?? null;

/** A service's object id from the answers, or null if none has it. */
function saidId(answers: Answers, { kind, id, member, byIdentity }: Service): string | null {
  const said = answersAbout(answers, kind, id).map((value) =>
    byIdentity === true ? primaryPrincipal(value) : textAt(value, member),
  );
  return said.find((text) => text !== "") ?? null;
}

/** All object ids by name, as far as plan and answers have them. */
export function principalOf(plan: Plan, answers: Answers, assignee: string): string | null {
  const planned = plannedId(plan, assignee);
  if (planned !== null) return planned;
  const found = servicesOf(plan).find(({ name }) => name === assignee);
  return found === undefined ? null : saidId(answers, found);
}

/** A role assignment in the HSM's own access control. */
export interface Assignment {
  readonly principal: string;
  /** The role's GUID, or "" where it is no role of an HSM. */
  readonly role: string;
  readonly scope: string;
}

/** All role assignments among the answers, each once. */
export function assignmentsIn(answers: Answers): readonly Assignment[] {
  const all = allOf(answers, "role-assignment").map(assignmentOf);
  const unique = new Map(all.map((one) => [`${one.scope} ${one.role} ${one.principal}`, one]));
  return [...unique.values()];
}

/** Roles of the subscription (Azure RBAC) have other ids and scopes, and give nothing in the HSM. */
function assignmentOf(value: Json): Assignment {
  const definition = textAt(value, "properties.roleDefinitionId");
  const [, role = ""] =
    /^\/?Microsoft\.KeyVault\/providers\/Microsoft\.Authorization\/roleDefinitions\/([0-9a-f-]{36})$/i.exec(
      definition,
    ) ?? [];
  const scope = memberAt(value, "properties.scope");
  return {
    principal: textAt(value, "properties.principalId").toLowerCase(),
    role: role.toLowerCase(),
    scope: typeof scope === "string" ? scope : "",
  };
}
