// replicated-items: Azure Site Recovery protects each machine, its replica's disks under a key too.
import type { Json } from "../../../crypto/json.ts";
import type { Plan } from "../plan/plan.ts";
import { isForFailover, isForTests } from "../plan/replicas.ts";
import { itemsAt, textAt } from "../answers/shape.ts";
import { alike, allOf, lastName } from "./about.ts";
import { absent, holding, ifSaid, is, sameRegion, that } from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import { idOf } from "./ids.ts";
import { disksOf } from "./machines.ts";
import { planned, someOf } from "./planned.ts";
import type { Case, Proof } from "./proof.ts";
import { getResource } from "./reads.ts";

type Item = NonNullable<Plan["siteRecovery"]>["items"][number];

export const replicatedItems: Proof = {
  part: "all",
  source: "azure-docs, azure-to-azure-how-to-enable-replication-cmk-disks.md; workload facts, 4",
  reads: (plan) => {
    const { vault, resourceGroup, items } = planned(plan.siteRecovery, "siteRecovery");
    someOf(items, "siteRecovery.items");
    const id = idOf(plan, "vault", { name: vault, resourceGroup });
    return [
      getResource("replicated-items.json", "replicated-item", `${id}/replicationProtectedItems`),
    ];
  },
  evaluate: (given) =>
    someOf(planned(given.plan.siteRecovery, "siteRecovery").items, "siteRecovery.items").flatMap(
      (item) => ofItem(given, item),
    ),
};

function ofItem(given: Case, item: Item): readonly Finding[] {
  const { plan, answers } = given;
  const { vault, resourceGroup } = planned(plan.siteRecovery, "siteRecovery");
  const start = `${idOf(plan, "vault", { name: vault, resourceGroup })}/`.toLowerCase();
  const own = allOf(answers, "replicated-item").filter(
    (value) =>
      textAt(value, "id").toLowerCase().startsWith(start)
      && [textAt(value, "name"), textAt(value, "properties.friendlyName")].some((name) =>
        alike(name, item.machine),
      ),
  );
  if (own.length === 0)
    return [differs(`${item.machine}: properties.friendlyName`, item.machine, NOTHING)];
  return own.flatMap((value) => oneItem(given, item, value));
}

const A2A = "properties.providerSpecificDetails";

function oneItem({ plan, now }: Case, item: Item, value: Json): readonly Finding[] {
  const of = item.machine;
  const operations = [
    ...(isForTests(plan, item) ? ["TestFailover"] : []),
    ...(isForFailover(plan, item) ? ["UnplannedFailover"] : []),
  ];
  const { recoveryPointMinutes, region } = planned(plan.siteRecovery, "siteRecovery");
  return [
    ...member(value, "properties.protectionState", is("Protected"), of),
    ...member(value, "properties.replicationHealth", is("Normal"), of),
    ...member(value, "properties.failoverHealth", is("Normal"), of),
    ...member(value, "properties.healthErrors", absent, of),
    ...member(value, "properties.activeLocation", is("Primary"), of),
    ...member(value, "properties.allowedOperations", holding(...operations), of),
    ...(isForTests(plan, item)
      ? member(value, "properties.lastSuccessfulTestFailoverTime", within(plan.soak.days, now), of)
      : []),
    ...member(value, `${A2A}.instanceType`, is("A2A"), of),
    ...member(value, `${A2A}.rpoInSeconds`, below(recoveryPointMinutes * 60), of),
    // This is about Azure Disk Encryption, which rules a disk encryption set out.
    ...member(value, `${A2A}.vmEncryptionType`, is("NotEncrypted"), of),
    ...member(value, `${A2A}.lastRpoCalculatedTime`, ifSaid(since(1, now)), of),
    ...member(value, `${A2A}.fabricObjectId`, ifSaid(machineOf(plan, item)), of),
    ...member(value, `${A2A}.recoveryFabricLocation`, ifSaid(sameRegion(region)), of),
    ...diskFindings(plan, item, itemsAt(value, `${A2A}.protectedManagedDisks`)),
  ];
}

function diskFindings(plan: Plan, item: Item, disks: readonly Json[]): readonly Finding[] {
  const path = `${item.machine}: ${A2A}.protectedManagedDisks`;
  const machine = machineIn(plan, item);
  const names = disks.map((disk) => textAt(disk, "diskName") || lastName(textAt(disk, "diskId")));
  const missing = (machine === undefined ? [] : disksOf(machine))
    .filter((name) => !names.some((one) => alike(one, name)))
    .map((name) => differs(`${path}.diskName`, name, NOTHING));
  if (disks.length === 0) return [differs(path, "the machine's disks", NOTHING)];
  const setOf = (name: string | undefined) => {
    const set = plan.diskSets.find((one) => one.name === name);
    return set === undefined ? absent : is(idOf(plan, "disk-set", set));
  };
  return [
    ...missing,
    ...disks.flatMap((disk) => [
      ...member(disk, "primaryDiskEncryptionSetId", setOf(machine?.diskSet), path),
      ...member(disk, "recoveryDiskEncryptionSetId", setOf(item.targetDiskSet), path),
      ...member(disk, "resyncRequired", is(false), path),
    ]),
  ];
}

const machineIn = (plan: Plan, { machine }: Item) =>
  [...plan.machines, ...plan.domainControllers].find(({ name }) => name === machine);

/** Another machine of the same name would be another group's. */
function machineOf(plan: Plan, item: Item) {
  const machine = machineIn(plan, item);
  return is(machine === undefined ? NOTHING : idOf(plan, "vm", machine));
}

const below = (seconds: number) =>
  that(
    `at most ${String(seconds)}`,
    (found) => typeof found === "number" && found >= 0 && found <= seconds,
  );

const DAY = 86_400_000;

/** The soak includes a test failover; a month more covers what follows it. */
const within = (days: number, now: Date) => since(days + 31, now);

const since = (days: number, now: Date) =>
  that(`a time within the last ${String(days)} days`, (found) => {
    if (typeof found !== "string" || !/^\d{4}-\d\d-\d\dT/.test(found)) return false;
    const age = now.getTime() - Date.parse(found);
    return age <= days * DAY && age >= -DAY;
  });
