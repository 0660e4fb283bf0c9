// disk-sets: each disk encryption set uses the HSM's key, and follows its versions.
import type { Json } from "../../../crypto/json.ts";
import type { Plan } from "../plan/plan.ts";
import { textAt } from "../answers/shape.ts";
import { about } from "./about.ts";
import { absent, guid, ifSaid, is, sameRegion, words } from "./expectation.ts";
import { member, named, type Finding } from "./finding.ts";
import { idOf } from "./ids.ts";
import { newestCreated, rotatedSince } from "./rotated-since.ts";
import { someOf } from "./planned.ts";
import type { Case, Proof } from "./proof.ts";
import { read, showKey } from "./reads.ts";
import { keyAddressFindings } from "./sql-key.ts";

type DiskSet = Plan["diskSets"][number];

export const diskSets: Proof = {
  part: "all",
  source: "azure-compute-docs, disk-encryption.md; workload facts, section 3.1",
  reads: (plan) => [
    ...plan.diskSets.map((one) => read("disk-set", one)),
    ...[...new Set(plan.diskSets.map(({ key }) => key))].map((key) => showKey(plan.hsm, key)),
  ],
  evaluate: (given) =>
    someOf(given.plan.diskSets, "diskSets").flatMap((set) =>
      about(given.answers, "disk-set", idOf(given.plan, "disk-set", set), set.name, (value) =>
        oneSet(given, set, value),
      ),
    ),
};

function oneSet({ plan, answers }: Case, set: DiskSet, value: Json): readonly Finding[] {
  const of = set.name;
  const address = textAt(value, "properties.activeKey.keyUrl");
  return [
    ...member(value, "location", sameRegion(set.region), of),
    ...member(value, "identity.type", words("SystemAssigned"), of),
    ...member(value, "identity.principalId", guid, of),
    ...member(value, "properties.encryptionType", is(set.encryption), of),
    ...keyAddressFindings(
      plan,
      answers,
      set.key,
      address,
      named(of, "properties.activeKey.keyUrl"),
    ),
    ...member(value, "properties.activeKey.sourceVault.id", is(idOf(plan, "hsm", plan.hsm)), of),
    ...member(value, "properties.rotationToLatestKeyVersionEnabled", is(set.autoRotation), of),
    ...member(value, "properties.previousKeys", absent, of),
    // The key of another tenant.
    ...member(value, "properties.federatedClientId", ifSaid(is("None")), of),
    ...rotatedSince(
      value,
      "properties.lastKeyRotationTimestamp",
      newestCreated(answers, plan.hsm, set.key),
      of,
    ),
    ...member(value, "properties.autoKeyRotationError", absent, of),
    ...member(value, "properties.provisioningState", is("Succeeded"), of),
  ];
}
