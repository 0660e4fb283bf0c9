// The picture of the HSM's inside: the domain, each key with its policy, each role, the pools; and
// what only Microsoft can state.
import { SOURCES, type Plan } from "../deployment/deployment.ts";
import { made, named, regionTitle, stated, type Area, type Box } from "./boxes.ts";

/** Groups and people get their roles in this runbook, services in another. */
const SERVICE = "Managed HSM Crypto Service Encryption User";

export function inside(plan: Plan): readonly Area[] {
  const { hsm } = plan;
  const pools = [hsm.region, ...(hsm.extension === undefined ? [] : [hsm.extension])];
  return [
    { title: "In every region", boxes: shared(plan) },
    { title: "Keys and their rotation", boxes: keys(plan) },
    { title: "Roles", boxes: roles(plan) },
    ...pools.map((region) => ({ title: regionTitle(plan, region), boxes: pool(plan, region) })),
    {
      title: "Between the regions",
      boxes:
        pools.length < 2
          ? []
          : [
              stated("Replication", "within six minutes", SOURCES.regions),
              stated("Traffic Manager", "leads to a region that answers", SOURCES.regions),
            ],
    },
  ];
}

function shared({ hsm, diagnostics, backup }: Plan): readonly Box[] {
  const { officers, quorum } = hsm.securityDomain;
  return [
    made(
      "Security domain",
      `${String(quorum)} of ${String(officers)} officers`,
      "activate",
      "hsm-activated",
    ),
    made(
      "Keys through Resource Manager",
      hsm.keysThroughArm ? "allowed" : "off",
      "roles",
      "keys-through-arm",
    ),
    made("Administrators", hsm.administrators.join(", "), "provision", "administrators"),
    made(
      "Log and alerts",
      diagnostics === undefined ? "" : `${String(diagnostics.alerts.length)} alerts`,
      "diagnostics",
      "diagnostics",
      "alerts",
    ),
    made("Full backup", backup?.storageAccount ?? "", "full-backup", "full-backup", "backup-age"),
  ];
}

const keys = (plan: Plan): readonly Box[] =>
  plan.keys.flatMap(({ name, kind, size, rotation }) => [
    made(name, `${kind} ${String(size)}`, "keys", "keys", "key-attestation"),
    ...(rotation === undefined
      ? []
      : [
          named(
            made(`Policy of ${name}`, rotation.after, "rotation-policies", "rotation-policies"),
            name,
          ),
        ]),
  ]);

const roles = (plan: Plan): readonly Box[] =>
  plan.roles.map(({ role, assignee, scope }) =>
    named(
      made(
        assignee,
        `${role.replace("Managed HSM ", "")} at ${scope}`,
        role === SERVICE ? "service-roles" : "roles",
        "roles",
      ),
      `${role} of ${assignee}`,
      assignee,
    ),
  );

const pool = ({ hsm }: Plan, region: string): readonly Box[] => [
  region === hsm.region
    ? made("Pool", "created", "provision", "hsm-created")
    : made("Pool", "by extension", "extend", "region-extended"),
  stated("Three partitions", "on separate servers", SOURCES.technical),
  stated("HSM cards", "Marvell LiquidSecurity", SOURCES.technical),
  stated("Availability zones", "of the partitions", null),
  stated("Microsoft cannot read keys", "", SOURCES.technical),
];
