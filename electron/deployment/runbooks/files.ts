// The files that runbook commands read: made from the plan, and verified by SHA-256 before use. A
// file is ASCII with line feeds.
import type { Plan } from "../plan/plan.ts";
import { logAlertBody, logAlertFile, logRules } from "../proofs/alert-rules.ts";
import { SHOW_FORWARDER } from "../proofs/dns-forwarders.ts";
import { hostOf, idIn, idOf } from "../proofs/ids.ts";
import { workspaceDays } from "../proofs/log-workspace.ts";
import { MACHINE_FAILOVER, MACHINE_FAILOVER_BODY } from "./site-recovery.ts";
import {
  DC_HEALTH,
  dnsForwarder,
  SET_DNS_FORWARDER,
  reachPs1,
  reachSh,
  soakPs1,
  soakServicesPs1,
  soakServicesSh,
  soakSh,
} from "./scripts.ts";

export interface RunbookFile {
  readonly name: string;
  readonly text: string;
}

type Key = Plan["keys"][number];

/** A key's rotation policy as the HSM reads it. */
const policyText = ({ rotation }: Key): string =>
  `${JSON.stringify(
    {
      lifetimeActions: [
        { trigger: { timeAfterCreate: rotation?.after }, action: { type: "Rotate" } },
      ],
      attributes: { expiryTime: rotation?.expiry },
    },
    null,
    2,
  )}\n`;

/** The name of a key's policy file: a shared one if all have the same policy. */
export function policyFile(plan: Plan, key: Key): string {
  const texts = new Set(rotated(plan).map(policyText));
  return texts.size === 1 ? "rotation-policy.json" : `rotation-policy-${key.name}.json`;
}

/** The keys that have a policy. */
export const rotated = (plan: Plan): readonly Key[] =>
  plan.keys.filter(({ rotation }) => rotation !== undefined);

/** The script that samples what is no SQL, for both shells. */
export const SOAK_SERVICES = ["soak-services.sh", "soak-services.ps1"] as const;

/** What the HSM is asked about a backup. */
export const PREBACKUP = "prebackup.json";

/** The container of backups, as the HSM takes it. */
export const containerOf = ({ backup }: Plan) => ({
  storageResourceUri: `https://${backup?.storageAccount ?? ""}.blob.core.windows.net/${backup?.container ?? ""}`,
  useManagedIdentity: true,
});

/** What the HSM logs: its audit events. */
export const LOGS = "diagnostic-logs.json";

/** The alerts on the log, each with its file. */
const alertFiles = (plan: Plan): readonly RunbookFile[] => {
  const log = plan.diagnostics;
  return log === undefined
    ? []
    : logRules(plan).map((rule) => ({
        name: logAlertFile(rule),
        text: `${asciiJson(logAlertBody(plan, log, rule))}\n`,
      }));
};

/** The script that makes a DNS server forward. */
export const SET_FORWARDER = "dns-forwarder-set.ps1";

type JumpBox = Plan["jumpBoxes"][number];

/** How a bastion is created: az itself has no command for it. */
export const bastionFile = ({ name }: JumpBox): string => `bastion-${name}.json`;

/** The public address of a bastion, as its own. */
export const bastionAddress = ({ name }: JumpBox): string => `${name}-ip`;

const bastionFiles = (plan: Plan): readonly RunbookFile[] =>
  plan.jumpBoxes.flatMap((box) => {
    const network = plan.networks.find(({ name }) => name === box.network);
    if (box.kind !== "bastion" || network === undefined) return [];
    const address = idIn(
      plan,
      box.resourceGroup,
      `Microsoft.Network/publicIPAddresses/${bastionAddress(box)}`,
    );
    const properties = {
      subnet: { id: idOf(plan, "subnet", network, box.subnet) },
      publicIPAddress: { id: address },
    };
    const body = {
      location: box.region,
      sku: { name: "Standard" },
      properties: { ipConfigurations: [{ name: "one", properties }] },
    };
    return [{ name: bastionFile(box), text: `${asciiJson(body)}\n` }];
  });

/** How the workspace of the HSM's log is created. */
export const WORKSPACE = "workspace.json";

const workspaceFiles = ({ diagnostics }: Plan): readonly RunbookFile[] =>
  diagnostics === undefined
    ? []
    : [
        {
          name: WORKSPACE,
          text: `${JSON.stringify({
            location: diagnostics.region,
            properties: {
              sku: { name: "PerGB2018" },
              retentionInDays: workspaceDays(diagnostics.retentionDays),
            },
          })}\n`,
        },
      ];

/** JSON in ASCII only: the same in every encoding a shell may assume. */
const asciiJson = (value: unknown): string =>
  JSON.stringify(value, null, 2).replace(
    /[^ -~\n]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** Every file that a command of any runbook reads, each once. */
export function filesOf(plan: Plan): readonly RunbookFile[] {
  const host = hostOf(plan.hsm);
  const policies = rotated(plan).map((key) => ({
    name: policyFile(plan, key),
    text: policyText(key),
  }));
  const all: readonly RunbookFile[] = [
    ...policies,
    ...workspaceFiles(plan),
    { name: LOGS, text: `${JSON.stringify([{ category: "AuditEvent", enabled: true }])}\n` },
    ...alertFiles(plan),
    ...(plan.backup === undefined
      ? []
      : [{ name: PREBACKUP, text: `${JSON.stringify(containerOf(plan))}\n` }]),
    ...(plan.siteRecovery === undefined
      ? []
      : [{ name: MACHINE_FAILOVER, text: `${JSON.stringify(MACHINE_FAILOVER_BODY)}\n` }]),
    { name: "reach.sh", text: reachSh(host) },
    { name: "reach.ps1", text: reachPs1(host) },
    { name: "soak-sample.sh", text: soakSh(plan.subscription) },
    { name: "soak-sample.ps1", text: soakPs1(plan.subscription) },
    { name: SOAK_SERVICES[0], text: soakServicesSh() },
    { name: SOAK_SERVICES[1], text: soakServicesPs1() },
    { name: "dc-health.ps1", text: DC_HEALTH },
    { name: SHOW_FORWARDER, text: dnsForwarder(host) },
    { name: SET_FORWARDER, text: SET_DNS_FORWARDER },
    ...bastionFiles(plan),
  ];
  return [...new Map(all.map((file) => [file.name, file])).values()];
}
