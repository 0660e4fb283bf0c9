// Where to query a failover group, and what must hold in each of its two regions.
import type { Json } from "../../../crypto/json.ts";
import type { Plan } from "../plan/plan.ts";
import type { Answers } from "../answers/answer.ts";
import type { CommandLine } from "../commands/command-line.ts";
import { itemsAt, textAt } from "../answers/shape.ts";
import { sentence } from "../../text/sentence.ts";
import { about, alike, answersAbout } from "./about.ts";
import { is, isRegion, oneOf, type Expectation } from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import { idOf } from "./ids.ts";
import type { Instance } from "./instances.ts";
import { planned } from "./planned.ts";
import { ask } from "./reads.ts";

/** The group's two instances in the plan. @throws Fault E-PROOF-PLAN */
export function groupOf(plan: Plan) {
  const group = planned(plan.failoverGroup, "failoverGroup");
  const instance = (name: string): Instance =>
    planned(
      plan.sqlInstances.find((one) => one.name === name),
      sentence("deployment-faults.groupInstances"),
    );
  return { group, primary: instance(group.primary), secondary: instance(group.secondary) };
}

const idAt = (plan: Plan, { resourceGroup, region }: Instance, name: string): string =>
  idOf(plan, "failover-group", { name: region, resourceGroup }, name);

/** The command that asks for the group in the region of one of its instances. */
export const showGroup = (plan: Plan, { region, resourceGroup }: Instance): CommandLine =>
  ask(
    "failover-group",
    `${groupOf(plan).group.name}-${region}.json`,
    "--name",
    groupOf(plan).group.name,
    "--location",
    region,
    "--resource-group",
    resourceGroup,
  );

/** Queried in a region, the group has this role there, and the other role in the other region. */
export function groupFindings(
  plan: Plan,
  answers: Answers,
  asked: Instance,
  role: "Primary" | "Secondary",
): readonly Finding[] {
  const { group, primary, secondary } = groupOf(plan);
  const other = asked.name === primary.name ? secondary : primary;
  const of = `${group.name} in ${asked.region}`;
  return about(answers, "failover-group", idAt(plan, asked, group.name), of, (value) => [
    ...member(value, "properties.replicationRole", is(role), of),
    ...member(value, "properties.readWriteEndpoint.failoverPolicy", is(group.policy), of),
    ...graceFindings(group, value, of),
    ...partnerFindings(itemsAt(value, "properties.partnerRegions"), other, role, of),
    ...pairFindings(plan, itemsAt(value, "properties.managedInstancePairs"), of),
  ]);
}

const GRACE = "properties.readWriteEndpoint.failoverWithDataLossGracePeriodMinutes";

/** Only an automatic failover has a grace period: after it Azure fails over, and data may be lost. */
const graceFindings = (
  { policy, graceHours }: NonNullable<Plan["failoverGroup"]>,
  value: Json,
  of: string,
): readonly Finding[] =>
  policy === "Automatic" && graceHours !== undefined
    ? member(value, GRACE, is(graceHours * 60), of)
    : [];

/** The group, queried in a region, is in step: while it is seeding, no failover is possible. */
export const stateFindings = (
  plan: Plan,
  answers: Answers,
  asked: Instance,
): readonly Finding[] => {
  const { name } = groupOf(plan).group;
  return answersAbout(answers, "failover-group", idAt(plan, asked, name)).flatMap((value) =>
    member(value, "properties.replicationState", caughtUp, `${name} in ${asked.region}`),
  );
};

const caughtUp: Expectation = oneOf("CATCH_UP", "Synchronizing", "Synchronized");

function partnerFindings(
  partners: readonly Json[],
  other: Instance,
  role: "Primary" | "Secondary",
  of: string,
): readonly Finding[] {
  const path = "properties.partnerRegions";
  const own = partners.filter((one) => isRegion(textAt(one, "location"), other.region));
  if (own.length === 0) return [differs(`${of}: ${path}.location`, other.region, NOTHING)];
  const wanted = role === "Primary" ? "Secondary" : "Primary";
  return own.flatMap((one) => member(one, "replicationRole", is(wanted), `${of}: ${path}`));
}

/** Both ids of the pair are the plan's instances; the roles decide which is called primary. */
function pairFindings(plan: Plan, pairs: readonly Json[], of: string): readonly Finding[] {
  const { primary, secondary } = groupOf(plan);
  const path = "properties.managedInstancePairs";
  const [pair] = pairs;
  if (pair === undefined || pairs.length > 1)
    return [differs(`${of}: ${path}`, "one pair", pair === undefined ? NOTHING : "several")];
  const ids = [idOf(plan, "instance", primary), idOf(plan, "instance", secondary)];
  const has = (name: string): boolean => ids.some((id) => alike(id, textAt(pair, name)));
  const isPair =
    has("primaryManagedInstanceId")
    && has("partnerManagedInstanceId")
    && !alike(textAt(pair, "primaryManagedInstanceId"), textAt(pair, "partnerManagedInstanceId"));
  const said = `${textAt(pair, "primaryManagedInstanceId")}, ${textAt(pair, "partnerManagedInstanceId")}`;
  return isPair
    ? []
    : [differs(`${of}: ${path}.partnerManagedInstanceId`, ids.join(" and "), said)];
}

/** Whether the group was asked for in the region of this instance. */
export const isAsked = (plan: Plan, answers: Answers, asked: Instance): boolean =>
  answersAbout(answers, "failover-group", idAt(plan, asked, groupOf(plan).group.name)).length > 0;
