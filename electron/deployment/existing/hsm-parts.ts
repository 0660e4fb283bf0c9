// The HSM's keys, log and backups, as answers say them.
import { itemsAt, memberAt, textAt } from "../answers/shape.ts";
import { isArray, type Json } from "../../../crypto/json.ts";
import { ALERTS, KEY_KINDS, OPERATIONS } from "../plan/hsm.ts";
import type { Plan } from "../plan/plan.ts";
import { alike } from "../proofs/about.ts";
import { isHostOf } from "../proofs/ids.ts";
import { addressIn, keyAddressOf, modulusBits } from "../proofs/key-answers.ts";
import { flagAt, partsOf, wordIn, type Seen } from "./seen.ts";

type Key = Plan["keys"][number];

/** The keys of this HSM; a recovery's copies of them are not others. */
export function keysOf(seen: Seen, hsm: string): readonly Key[] {
  const policies = seen.all("rotation-policy");
  return seen.all("key").flatMap((value): readonly Key[] => {
    const address = keyAddressOf(addressIn(value));
    if (address === null || !isHostOf(address.host, { name: hsm })) return [];
    const { name } = address;
    const ops = memberAt(value, "key.key_ops");
    const policyId = `https://${address.host}/keys/${name}/rotationpolicy`;
    const policy = policies.find((one) => alike(textAt(one, "id"), policyId));
    const rotation = policy === undefined ? undefined : rotationOf(policy);
    if (policy === undefined) seen.unknown.add("keys[].rotation");
    return [
      {
        name,
        kind: wordIn(textAt(value, "key.kty"), KEY_KINDS) ?? "RSA-HSM",
        size: seen.known(modulusBits(value) ?? undefined, "keys[].size", 256),
        operations: OPERATIONS.filter((one) => isArray(ops) && ops.includes(one)),
        purpose: seen.lacking("keys[].purpose", "Not known"),
        exportable: flagAt(value, "attributes.exportable") ?? false,
        ...(rotation === undefined ? {} : { rotation }),
      },
    ];
  });
}

function rotationOf(policy: Json): Key["rotation"] {
  const actions = itemsAt(policy, "lifetimeActions");
  const after = actions
    .map((one) => textAt(one, "trigger.timeAfterCreate") || textAt(one, "timeAfterCreate"))
    .find((one) => one !== "");
  const expiry = textAt(policy, "attributes.expiryTime") || textAt(policy, "expiresIn");
  return after === undefined
    ? undefined
    : { after: daysOf(after), ...(expiry === "" ? {} : { expiry: daysOf(expiry) }) };
}

/** Azure may write a year. */
const daysOf = (span: string): string =>
  span.replace(/^P(\d+)Y$/, (_, years: string) => `P${String(365 * Number(years))}D`);

/** The log's setting; its alerts are those whose names are the plan's. */
export function diagnosticsOf(seen: Seen): Pick<Plan, "diagnostics"> {
  const [setting] = seen.all("diagnostic-setting");
  if (setting === undefined) {
    seen.unknown.add("diagnostics");
    return {};
  }
  const { names, resourceGroup } = partsOf(textAt(setting, "workspaceId"));
  const rules = [...seen.all("metric-alert"), ...seen.all("log-alert")];
  const told = rules
    .flatMap((rule) => itemsAt(rule, "actions").map((one) => textAt(one, "actionGroupId")))
    .find((id) => id !== "");
  return {
    diagnostics: {
      name: textAt(setting, "name"),
      workspace: names[0] ?? "unknown",
      resourceGroup: seen.group(resourceGroup),
      region: seen.lacking("diagnostics.region", "unknown"),
      retentionDays: seen.lacking("diagnostics.retentionDays", 90),
      actionGroup: seen.known(
        told === undefined ? undefined : partsOf(told).names.at(-1),
        "diagnostics.actionGroup",
        "unknown",
      ),
      alerts: ALERTS.filter((alert) =>
        rules.some((rule) => textAt(rule, "name").toLowerCase().includes(alert)),
      ),
    },
  };
}

/** Where the newest full backup went. */
export function backupOf(seen: Seen): Pick<Plan, "backup"> {
  const address = seen
    .all("backup")
    .map((value) => textAt(value, "azureStorageBlobContainerUri") || textAt(value, "folderUrl"))
    .at(-1);
  const [, account, container] =
    /^https:\/\/([^.]+)\.blob\.[^/]+\/([^/]+)/.exec(address ?? "") ?? [];
  if (account === undefined || container === undefined) {
    seen.unknown.add("backup");
    return {};
  }
  for (const member of [
    "resourceGroup",
    "region",
    "identity",
    "everyDays",
    "trustedServices",
    "immutable",
  ])
    seen.unknown.add(`backup.${member}`);
  return {
    backup: {
      storageAccount: account,
      resourceGroup: "unknown",
      region: "unknown",
      container,
      identity: "unknown",
      everyDays: 30,
      trustedServices: true,
      immutable: false,
    },
  };
}
