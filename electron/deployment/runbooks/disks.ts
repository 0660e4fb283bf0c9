// Runbooks for disks: of domain controllers, of other machines, of Kubernetes.
import { az, variable, type CommandLine } from "../commands/command-line.ts";
import type { Plan } from "../plan/plan.ts";
import { idOf } from "../proofs/ids.ts";
import { disksOf, type Machine } from "../proofs/machines.ts";
import { controllerSets, farSets, PROBE } from "../proofs/probe-disk.ts";
import { ask, read } from "../proofs/reads.ts";
import { sentence } from "../../text/sentence.ts";
import { needed, present } from "./needs.ts";
import { at, kid, SERVICE_ROLES } from "./parts.ts";
import { AKS, COMPUTE, CRYPTO_USER, READER, RECOVERY } from "./roles-needed.ts";
import { reading, SIX_MINUTES, type Runbook, type Step } from "./runbook.ts";

const createSet = (plan: Plan, set: Plan["diskSets"][number]): readonly CommandLine[] => [
  kid(plan.hsm, set.key),
  az(
    "disk-encryption-set",
    "create",
    ...at(set),
    "--location",
    set.region,
    "--key-url",
    variable("KEY_URI"),
    "--source-vault",
    idOf(plan, "hsm", plan.hsm),
    "--encryption-type",
    set.encryption,
    "--enable-auto-key-rotation",
    String(set.autoRotation),
    "--mi-system-assigned",
  ),
];

const createSets = (plan: Plan, sets: readonly Plan["diskSets"][number][]): Step => ({
  title: "Create the disk encryption sets",
  role: `${COMPUTE}; to read the key's address, ${CRYPTO_USER}`,
  commands: sets.flatMap((set) => createSet(plan, set)),
  changes: "Creates the sets, each with an identity of its own. No disk uses them yet.",
  undo: "az disk-encryption-set delete, while no disk uses it. The encryption type cannot be changed.",
  takes: "seconds",
  notes: [SERVICE_ROLES],
  wait: SIX_MINUTES,
  proofs: ["disk-sets"],
});

/** A disk outside the HSM's region may be refused: this shows it in minutes. */
function probe(plan: Plan): readonly Step[] {
  const isFar = controllerSets(plan).some(({ region }) => region !== plan.hsm.region);
  const far = isFar ? farSets(plan) : [];
  return far.map((set) => ({
    title: `Try a disk in ${set.region}`,
    role: COMPUTE,
    commands: [
      az(
        "disk",
        "create",
        "--resource-group",
        set.resourceGroup,
        "--name",
        PROBE,
        "--location",
        set.region,
        "--size-gb",
        "4",
        "--sku",
        "Standard_LRS",
        "--encryption-type",
        set.encryption,
        "--disk-encryption-set",
        idOf(plan, "disk-set", set),
      ),
      read("disk", { name: PROBE, resourceGroup: set.resourceGroup }),
      az("disk", "delete", "--resource-group", set.resourceGroup, "--name", PROBE, "--yes"),
    ],
    changes: "Creates a disk of 4 GB and deletes it.",
    undo: "az disk delete.",
    cost: "A disk of 4 GB, for minutes",
    takes: "minutes",
    notes: [
      "Microsoft wants disks and HSM in one region, and says nothing of extended regions. KeyVaultAndDiskInDifferentRegions: this region needs another key store. KeyVaultAccessForbidden: role, six minutes or bypass.",
    ],
    messages: ["disks"],
    proofs: ["probe-disk"] as const,
  }));
}

/** One machine's outage: its disks change while it is deallocated. */
function oneMachine(plan: Plan, machine: Machine, what: string, proofs: Step["proofs"]): Step {
  const set = needed(
    plan.diskSets.find(({ name }) => name === machine.diskSet),
    sentence("deployment-faults.machineDiskSet"),
  );
  return {
    title: `Change the disks of ${machine.name}`,
    role: COMPUTE,
    commands: [
      az("vm", "deallocate", ...at(machine)),
      ...disksOf(machine).map((name) =>
        az(
          "disk",
          "update",
          "--name",
          name,
          "--resource-group",
          machine.resourceGroup,
          "--encryption-type",
          set.encryption,
          "--disk-encryption-set",
          idOf(plan, "disk-set", set),
        ),
      ),
      ...(machine.encryptionAtHost
        ? [az("vm", "update", ...at(machine), "--set", "securityProfile.encryptionAtHost=true")]
        : []),
      az("vm", "start", ...at(machine)),
    ],
    changes: `${what} Its disks are under the set's key; no data is written again.`,
    undo: "The same command with EncryptionAtRestWithPlatformKey, deallocated; never where an incremental snapshot exists.",
    takes: "no duration is stated by Microsoft; plan half an hour",
    twoPeople: "It is an outage, and a disk with incremental snapshots keeps a set for good.",
    notes: [
      "A stop inside the machine is not enough: the disk must be Reserved, not Attached.",
      "Stop if the disk has encryptionSettingsCollection, or Azure Disk Encryption was ever used: build a new machine.",
    ],
    messages: ["disks"],
    proofs,
  };
}

const withSet = (machines: readonly Machine[]) =>
  machines.filter(({ diskSet }) => diskSet !== undefined);

const usedBy = (
  plan: Plan,
  machines: readonly Machine[],
  more: readonly (string | undefined)[] = [],
) => {
  const names = new Set([...machines.map(({ diskSet }) => diskSet), ...more]);
  return plan.diskSets.filter(({ name }) => names.has(name));
};

export const adDisks: Runbook = {
  title: "Encrypt the domain controllers' disks",
  purpose: "The disks are under the HSM's key, and Active Directory is as healthy as before.",
  section: "AD server VM and Managed HSM disk encryption (phase 1b)",
  order:
    "A probe disk comes first, because no page says that a set of the second region works; then one domain controller at a time.",
  steps: (plan) => {
    const machines = present(
      withSet(plan.domainControllers),
      sentence("deployment-faults.controllersWithDiskSet"),
    ).toSorted((one, other) => windowOf(one) - windowOf(other));
    const health = { files: ["dc-health.ps1"] };
    return [
      createSets(plan, controllerSets(plan)),
      ...probe(plan),
      reading(
        "See that no disk was ever under Azure Disk Encryption, and none has incremental snapshots",
        READER,
        [],
        {
          commands: [...new Set(machines.map(({ resourceGroup }) => resourceGroup))].map((group) =>
            ask("snapshot", `${group}-snapshots.json`, "--resource-group", group),
          ),
          notes: [
            "Ask the owner too: a machine that once had Azure Disk Encryption does not show it everywhere.",
          ],
        },
      ),
      reading("Prove the health of every domain controller", COMPUTE, ["dc-health"], health),
      ...machines.flatMap((machine) => [
        oneMachine(
          plan,
          machine,
          "Deallocates one domain controller: its RID pool is discarded and its SYSVOL becomes non-authoritative.",
          [],
        ),
        reading(
          `Prove that ${machine.name} is healthy before the next one`,
          COMPUTE,
          ["dc-health"],
          {
            ...health,
            wait: "Until every other domain controller replicates with it, and it started more than four hours ago: the check counts the events of the last four hours, and the deallocation itself causes 2170 and 1109. Never two at a time, never both regions in one window.",
          },
        ),
      ]),
      reading("Prove all disks", READER, ["disks"]),
      ...replicated(plan),
    ];
  },
};

const windowOf = (machine: Machine): number => ("window" in machine ? machine.window : 0);

/** Replication comes after the disks: the set of a replicated item cannot be changed. */
const replicated = (plan: Plan): readonly Step[] =>
  plan.siteRecovery === undefined
    ? []
    : [
        reading("Start replication, and prove it", RECOVERY, ["replicated-items"], {
          changes:
            "Azure Site Recovery replicates the machines; each replica's disks get the target set.",
          undo: "Disable replication.",
          cost: "A licence for each machine, replica disks and a cache account",
          notes: [
            "Not a command of az 2.74: use the portal, or the extension site-recovery. Choose the target set for each disk.",
            "Microsoft's table of supported services leaves Site Recovery with an HSM empty: ask in writing first.",
          ],
        }),
      ];

export const otherVms: Runbook = {
  title: "Encrypt the other machines' disks",
  purpose: "The disks of the machines of phase 2 are under the HSM's key.",
  section: "Phase 2: Other VMs",
  steps: (plan) => {
    const machines = present(
      withSet(plan.machines),
      sentence("deployment-faults.machinesWithDiskSet"),
    );
    // Where ad-disks is run, it creates the replicas' sets and tries them.
    const isFirst = withSet(plan.domainControllers).length === 0;
    const ofReplicas = isFirst ? controllerSets(plan).map(({ name }) => name) : [];
    return [
      createSets(plan, usedBy(plan, machines, ofReplicas)),
      ...(isFirst ? probe(plan) : []),
      ...machines.map((machine) => oneMachine(plan, machine, "Deallocates the machine.", [])),
      reading("Prove the disks", READER, ["disks"]),
      ...replicated(plan),
    ];
  },
};

export const aks: Runbook = {
  title: "Build Kubernetes clusters with the set",
  purpose: "Node disks are under the HSM's key.",
  section: "Phase 2: AKS",
  order: "An existing cluster cannot take a set: it is built again, and workloads move.",
  steps: (plan) => {
    const clusters = present(plan.aksClusters, "aksClusters");
    return [
      createSets(
        plan,
        usedBy(
          plan,
          [],
          clusters.map(({ diskSet }) => diskSet),
        ),
      ),
      {
        title: "Create the clusters",
        role: AKS,
        commands: clusters.map((one) =>
          az(
            "aks",
            "create",
            ...at(one),
            "--location",
            one.region,
            "--node-osdisk-type",
            one.osDisk,
            "--node-osdisk-diskencryptionset-id",
            idOf(
              plan,
              "disk-set",
              needed(
                plan.diskSets.find(({ name }) => name === one.diskSet),
                sentence("deployment-faults.clusterDiskSet"),
              ),
            ),
            ...(one.encryptionAtHost ? ["--enable-encryption-at-host"] : []),
            "--no-ssh-key",
          ),
        ),
        changes:
          "Creates new clusters. New volumes get the set as well; old ones are updated by hand.",
        undo: "az aks delete.",
        cost: "The clusters' nodes",
        takes: "10 to 20 minutes each, and the move of the workloads",
        twoPeople: "It is billed at once, and workloads move.",
        notes: [
          "Without --no-ssh-key or --ssh-key-value az writes a key pair into your home folder.",
          "etcd stays out of the HSM: its encryption is documented for Key Vault only.",
        ],
        messages: ["disks"],
        proofs: ["aks-disks"],
      },
    ];
  },
};
