// Runbooks for disks: of domain controllers, of other machines, of Kubernetes.
import { az, variable, type CommandLine } from "../commands/command-line.ts";
import type { Plan } from "../plan/plan.ts";
import { idOf } from "../proofs/ids.ts";
import { disksOf, type Machine } from "../proofs/machines.ts";
import { controllerSets, farSets, PROBE } from "../proofs/probe-disk.ts";
import { ask, read } from "../proofs/reads.ts";
import { sentence, type Sentence } from "../../text/sentence.ts";
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
  title: sentence("runbook-disks.sets.title"),
  role: sentence("runbook-disks.sets.role", { role: COMPUTE, reader: CRYPTO_USER }),
  commands: sets.flatMap((set) => createSet(plan, set)),
  changes: sentence("runbook-disks.sets.changes"),
  undo: sentence("runbook-disks.sets.undo"),
  takes: sentence("runbook-steps.takes.seconds"),
  notes: [SERVICE_ROLES],
  wait: SIX_MINUTES,
  proofs: ["disk-sets"],
});

/** A disk outside the HSM's region may be refused: this shows it in minutes. */
function probe(plan: Plan): readonly Step[] {
  const isFar = controllerSets(plan).some(({ region }) => region !== plan.hsm.region);
  const far = isFar ? farSets(plan) : [];
  return far.map((set) => ({
    title: sentence("runbook-disks.probe.title", { region: set.region }),
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
    changes: sentence("runbook-disks.probe.changes"),
    undo: sentence("runbook-disks.probe.undo"),
    cost: sentence("runbook-disks.probe.cost"),
    takes: sentence("runbook-steps.takes.minutes"),
    notes: [sentence("runbook-disks.probe.note")],
    messages: ["disks"],
    proofs: ["probe-disk"] as const,
  }));
}

/** One machine's outage: its disks change while it is deallocated. */
function oneMachine(plan: Plan, machine: Machine, what: Sentence, proofs: Step["proofs"]): Step {
  const set = needed(
    plan.diskSets.find(({ name }) => name === machine.diskSet),
    sentence("deployment-faults.machineDiskSet"),
  );
  return {
    title: sentence("runbook-disks.change.title", { machine: machine.name }),
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
    changes: sentence("runbook-disks.change.changes", { what }),
    undo: sentence("runbook-disks.change.undo"),
    takes: sentence("runbook-disks.change.takes"),
    twoPeople: sentence("runbook-disks.change.twoPeople"),
    notes: [sentence("runbook-disks.change.note"), sentence("runbook-disks.change.note2")],
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
  title: sentence("runbooks.ad-disks.title"),
  purpose: sentence("runbooks.ad-disks.purpose"),
  section: "AD server VM and Managed HSM disk encryption (phase 1b)",
  order: sentence("runbooks.ad-disks.order"),
  steps: (plan) => {
    const machines = present(
      withSet(plan.domainControllers),
      sentence("deployment-faults.controllersWithDiskSet"),
    ).toSorted((one, other) => windowOf(one) - windowOf(other));
    const health = { files: ["dc-health.ps1"] };
    return [
      createSets(plan, controllerSets(plan)),
      ...probe(plan),
      reading(sentence("runbook-disks.snapshots.title"), READER, [], {
        commands: [...new Set(machines.map(({ resourceGroup }) => resourceGroup))].map((group) =>
          ask("snapshot", `${group}-snapshots.json`, "--resource-group", group),
        ),
        notes: [sentence("runbook-disks.snapshots.note")],
      }),
      reading(sentence("runbook-disks.health.title"), COMPUTE, ["dc-health"], health),
      ...machines.flatMap((machine) => [
        oneMachine(plan, machine, sentence("runbook-disks.change.controller"), []),
        reading(
          sentence("runbook-disks.healthy.title", { machine: machine.name }),
          COMPUTE,
          ["dc-health"],
          { ...health, wait: sentence("runbook-disks.healthy.wait") },
        ),
      ]),
      reading(sentence("runbook-disks.all.title"), READER, ["disks"]),
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
        reading(sentence("runbook-disks.replication.title"), RECOVERY, ["replicated-items"], {
          changes: sentence("runbook-disks.replication.changes"),
          undo: sentence("runbook-disks.replication.undo"),
          cost: sentence("runbook-disks.replication.cost"),
          notes: [
            sentence("runbook-disks.replication.note"),
            sentence("runbook-disks.replication.note2"),
          ],
        }),
      ];

export const otherVms: Runbook = {
  title: sentence("runbooks.other-vms.title"),
  purpose: sentence("runbooks.other-vms.purpose"),
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
      ...machines.map((machine) =>
        oneMachine(plan, machine, sentence("runbook-disks.change.machine"), []),
      ),
      reading(sentence("runbook-disks.disks.title"), READER, ["disks"]),
      ...replicated(plan),
    ];
  },
};

export const aks: Runbook = {
  title: sentence("runbooks.aks.title"),
  purpose: sentence("runbooks.aks.purpose"),
  section: "Phase 2: AKS",
  order: sentence("runbooks.aks.order"),
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
        title: sentence("runbook-disks.clusters.title"),
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
        changes: sentence("runbook-disks.clusters.changes"),
        undo: sentence("runbook-disks.clusters.undo"),
        cost: sentence("runbook-disks.clusters.cost"),
        takes: sentence("runbook-disks.clusters.takes"),
        twoPeople: sentence("runbook-disks.clusters.twoPeople"),
        notes: [sentence("runbook-disks.clusters.note"), sentence("runbook-disks.clusters.note2")],
        messages: ["disks"],
        proofs: ["aks-disks"],
      },
    ];
  },
};
