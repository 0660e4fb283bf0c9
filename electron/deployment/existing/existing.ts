// A plan of what exists, from Azure's answers. What none of them says is named; nothing counts as decided.
import type { Json } from "../../../crypto/json.ts";
import type { Answers } from "../answers/answer.ts";
import { itemsAt, memberAt, textAt } from "../answers/shape.ts";
import { draftBase } from "../drafts/draft.ts";
import { fault } from "../plan/faults.ts";
import type { Plan } from "../plan/plan.ts";
import { accessOf } from "./access.ts";
import { backupOf, diagnosticsOf, keysOf } from "./hsm-parts.ts";
import { endpointsOf, networksOf, regionIn } from "./network.ts";
import { regionName } from "../proofs/expectation.ts";
import { flagAt, partsOf, Seen, wordIn } from "./seen.ts";
import { servicesOf } from "./services.ts";

/** A plan, and the members in it that no answer says, as the form has them. */
export interface Existing {
  readonly plan: Plan;
  readonly unknown: readonly string[];
}

/**
 * @param name the plan's short name
 * @param hsm the HSM that it is about; of two that answers are about, the other one is for recoveries
 * @param today the day on which it is written
 * @throws Fault E-ANSWER-HSM if no answer is about that HSM
 */
export function existingPlan(answers: Answers, name: string, hsm: string, today: string): Existing {
  const seen = new Seen(answers);
  const pools = seen.all("hsm");
  const isIt = (value: Json): boolean => textAt(value, "name").toLowerCase() === hsm.toLowerCase();
  const own = pools.find(isIt);
  if (own === undefined) throw fault("E-ANSWER-HSM");
  const others = pools.filter((value) => !isIt(value));
  const { subscription } = partsOf(textAt(own, "id"));
  const { region } = seen.placed(own);
  const [extension] = [
    ...itemsAt(own, "regions").map((one) => regionName(textAt(one, "name"))),
    ...seen.all("region").map((one) => regionName(textAt(one, "name"))),
  ].filter((one) => one !== region && one !== "");
  const hsmName = textAt(own, "name");
  const plan: Plan = {
    plan: name,
    title: `What exists around ${hsmName}`,
    tenant: textAt(own, "tenantId"),
    subscription,
    regions: [],
    resourceGroups: [],
    networks: [...networksOf(seen)],
    hsm: {
      ...poolOf(seen, own, "hsm"),
      ...(extension === undefined ? {} : { extension }),
      publicAccess: wordIn(textAt(own, "publicNetworkAccess"), ["Disabled"]) ?? "Enabled",
      defaultAction: wordIn(textAt(own, "networkAcls.defaultAction"), ["Deny"]) ?? "Allow",
      bypass: wordIn(textAt(own, "networkAcls.bypass"), ["AzureServices"]) ?? "None",
      keysThroughArm: seen.known(throughArm(seen), "hsm.keysThroughArm", false),
      // The security domain's file says it, and no answer of Azure.
      securityDomain: seen.lacking("hsm.securityDomain", { officers: 3, quorum: 2 }),
    },
    ...(others[0] === undefined ? {} : { recoveryHsm: poolOf(seen, others[0], "recoveryHsm") }),
    ...endpointsOf(seen),
    jumpBoxes: seen.lacking("jumpBoxes", []),
    keys: [...keysOf(seen, hsmName)],
    ...servicesOf(seen),
    ...accessOf(seen),
    ...diagnosticsOf(seen),
    ...backupOf(seen),
    ...draftBase({ region, second: extension ?? null, currency: "USD", today, services: [] }),
  };
  const places = placesOf(seen, plan, region, extension);
  return { plan: { ...plan, ...places }, unknown: [...seen.unknown].toSorted() };
}

function poolOf(
  seen: Seen,
  value: Json,
  member: "hsm" | "recoveryHsm",
): NonNullable<Plan["recoveryHsm"]> {
  const days = memberAt(value, "softDeleteRetentionInDays");
  return {
    ...seen.placed(value),
    sku: textAt(value, "sku.name"),
    retentionDays: seen.known(
      typeof days === "number" ? days : undefined,
      `${member}.retentionDays`,
      90,
    ),
    purgeProtection: flagAt(value, "enablePurgeProtection") ?? false,
    administrators: seen.lacking(`${member}.administrators[]`, []),
  };
}

function throughArm(seen: Seen): boolean | undefined {
  const [setting] = seen.all("setting");
  return setting === undefined ? undefined : textAt(setting, "value") === "true";
}

/** Regions and resource groups of everything in the plan. */
function placesOf(
  seen: Seen,
  plan: Plan,
  own: string,
  extension: string | undefined,
): Pick<Plan, "regions" | "resourceGroups"> {
  const places: { region: string; resourceGroup: string }[] = [
    plan.hsm,
    ...(plan.recoveryHsm === undefined ? [] : [plan.recoveryHsm]),
    ...plan.networks,
    ...plan.endpoints,
    ...plan.sqlInstances,
    ...plan.diskSets,
    ...plan.machines,
    ...plan.storageAccounts,
    ...plan.cosmosAccounts,
    ...plan.aksClusters,
    ...plan.zones.map(({ resourceGroup }) => ({
      resourceGroup,
      region: regionIn(seen, resourceGroup),
    })),
  ];
  const regions = [...new Set([own, ...places.map(({ region }) => region)])];
  for (const member of ["title", "abbreviation", "city", "zones"])
    seen.unknown.add(`regions[].${member}`);
  seen.unknown.add("resourceGroups[].region");
  const groups = new Map<string, string>();
  for (const { resourceGroup, region } of places)
    if (!groups.has(resourceGroup)) groups.set(resourceGroup, region);
  return {
    regions: regions.map((region, at) => ({
      name: region,
      title: region,
      abbreviation: `R${String(at + 1)}`,
      city: "Not known",
      role: region === own ? "primary" : region === extension ? "disaster-recovery" : "recovery",
      zones: false,
    })),
    resourceGroups: [...groups].map(([group, region]) => ({ name: group, region })),
  };
}
