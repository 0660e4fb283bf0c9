// disks: every disk of the planned machines is under its set's key, and in use again.
import type { Json } from "../../../crypto/json.ts";
import { itemsAt, memberAt, textAt } from "../answers/shape.ts";
import { about, alike, allOf, lastName } from "./about.ts";
import { absent, is, sameRegion } from "./expectation.ts";
import { differs, member, NOTHING, type Finding } from "./finding.ts";
import { idOf } from "./ids.ts";
import { disksOf, machinesWithSet, setOf, type Machine } from "./machines.ts";
import type { Case, Proof } from "./proof.ts";
import { read } from "./reads.ts";

export const disks: Proof = {
  part: "all",
  source: "azure-compute-docs, disks-enable-customer-managed-keys; workload facts, 3.2 and 3.3",
  reads: (plan) =>
    machinesWithSet(plan).flatMap((machine) => [
      ...disksOf(machine).map((name) =>
        read("disk", { name, resourceGroup: machine.resourceGroup }),
      ),
      read("vm", machine),
    ]),
  evaluate: (given) =>
    machinesWithSet(given.plan).flatMap((machine) => [
      ...attached(given, machine),
      ...disksOf(machine).flatMap((name) => {
        const id = idOf(given.plan, "disk", { name, resourceGroup: machine.resourceGroup });
        return [
          ...about(given.answers, "disk", id, name, (disk) => oneDisk(given, machine, name, disk)),
          ...snapshots(given, machine, name, id),
        ];
      }),
    ]),
};

/** The machine has the planned disks and no other; its temporary disk and caches too, if planned. */
const attached = ({ plan, answers }: Case, machine: Machine): readonly Finding[] =>
  about(answers, "vm", idOf(plan, "vm", machine), machine.name, (value) => {
    const { name: of, resourceGroup } = machine;
    const profile = "properties.storageProfile";
    const found = [
      textAt(value, `${profile}.osDisk.managedDisk.id`),
      ...itemsAt(value, `${profile}.dataDisks`).map((one) => textAt(one, "managedDisk.id")),
    ];
    const wanted = disksOf(machine).map((name) => idOf(plan, "disk", { name, resourceGroup }));
    const isAmong = (id: string, ids: readonly string[]) => ids.some((one) => alike(one, id));
    return [
      ...wanted
        .filter((id) => !isAmong(id, found))
        .map((id) => differs(`${of}: ${profile}`, lastName(id), NOTHING)),
      ...found
        .filter((id) => !isAmong(id, wanted))
        .map((id) => differs(`${of}: ${profile}`, "the planned disks alone", id)),
      ...(machine.encryptionAtHost
        ? member(value, "properties.securityProfile.encryptionAtHost", is(true), of)
        : []),
    ];
  });

function oneDisk({ plan }: Case, machine: Machine, of: string, disk: Json): readonly Finding[] {
  const set = setOf(plan, machine);
  return [
    ...member(disk, "location", sameRegion(machine.region), of),
    ...member(disk, "properties.encryption.type", is(set.encryption), of),
    ...member(
      disk,
      "properties.encryption.diskEncryptionSetId",
      is(idOf(plan, "disk-set", set)),
      of,
    ),
    ...member(disk, "properties.diskState", is("Attached"), of),
    ...member(disk, "properties.provisioningState", is("Succeeded"), of),
    // Azure Disk Encryption, even if switched off since, rules out a disk encryption set.
    ...member(disk, "properties.encryptionSettingsCollection", absent, of),
  ];
}

/** If snapshots are among the answers: an incremental one keeps the disk's set forever. */
const snapshots = ({ plan, answers }: Case, machine: Machine, of: string, id: string) =>
  allOf(answers, "snapshot")
    .filter((one) => alike(textAt(one, "properties.creationData.sourceResourceId"), id))
    .filter((one) => memberAt(one, "properties.incremental") === true)
    .flatMap((one): readonly Finding[] => {
      const set = idOf(plan, "disk-set", setOf(plan, machine));
      const found = textAt(one, "properties.encryption.diskEncryptionSetId");
      return alike(found, set)
        ? []
        : [
            differs(
              `${of}: properties.incremental`,
              "no incremental snapshot of another set",
              "true",
            ),
          ];
    });
