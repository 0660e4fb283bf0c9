// A plan's HSM: the pool, keys, roles, backup and log.
import * as z from "zod/mini";
import { decision } from "./decision.ts";
import { ROLE_NAMES } from "./role-names.ts";
import {
  count,
  day,
  daySpan,
  flag,
  guid,
  listOf,
  mapping,
  name,
  oneOf,
  region,
  said,
  title,
} from "./values.ts";

const pool = {
  name: said("The HSM's name: 3 to 24 letters, digits and hyphens. It cannot be changed.", name()),
  resourceGroup: said("Its resource group.", name()),
  region: said("Its region. It cannot be changed.", region()),
  sku: said("Its size; Standard_B1 is the one of the plan.", name()),
  retentionDays: said(
    "How long what is deleted can be recovered, 7 to 90 days. It cannot be changed.",
    count(1, 365),
  ),
  purgeProtection: said("Whether nobody can purge before that. It cannot be switched off.", flag()),
  administrators: said(
    "Names of the people or groups that create command names as its first administrators.",
    listOf(title()),
  ),
};

/** The HSM of the plan. */
export const hsm = mapping({
  ...pool,
  extension: said(
    "The region that it is extended to; left out if it is not.",
    z.optional(region()),
  ),
  publicAccess: said(
    "Whether it answers the internet, once endpoints work.",
    oneOf(["Enabled", "Disabled"]),
  ),
  defaultAction: said("What happens to calls that no rule lets through.", oneOf(["Allow", "Deny"])),
  bypass: said(
    "Whether Azure's trusted services reach it despite that; disks and storage need it.",
    oneOf(["AzureServices", "None"]),
  ),
  keysThroughArm: said("Whether Azure Resource Manager may manage its keys.", flag()),
  securityDomain: said(
    "The officers whose keys protect its security domain, and how many of them open it.",
    mapping({
      officers: said("How many officers, 3 to 10.", count(3, 10)),
      quorum: said("How many of them are needed, 2 to 10.", count(2, 10)),
      decision: said(
        "Two people's decision on a quorum of 2, or of all officers.",
        z.optional(decision),
      ),
    }),
  ),
});

/** A recovery HSM, into which the security domain and a full backup are restored. */
export const recoveryHsm = mapping(pool);

/** The kind of a key, as commands write it. */
export const KEY_KINDS = ["RSA-HSM", "EC-HSM", "oct-HSM"] as const;

/** The operations a key may allow. */
export const OPERATIONS = ["encrypt", "decrypt", "sign", "verify", "wrapKey", "unwrapKey"] as const;

/** A key in the HSM. */
export const key = mapping({
  name: said("The key's name: letters, digits and hyphens.", name()),
  kind: said("What kind of key it is.", oneOf(KEY_KINDS)),
  size: said("Its length in bits.", count(128, 4096)),
  operations: said("What it may be used for.", listOf(oneOf(OPERATIONS))),
  purpose: said("What it protects.", title()),
  exportable: said("Whether it could leave the HSM. It cannot be changed.", flag()),
  expires: said(
    "The day on which its first version expires; left out if it does not.",
    z.optional(day()),
  ),
  rotation: said(
    "Its rotation policy; left out if it has none, and then it cannot be rotated.",
    z.optional(
      mapping({
        after: said("The age at which a new version is made, such as P365D.", daySpan()),
        expiry: said(
          "The age at which a version expires; left out if it does not.",
          z.optional(daySpan()),
        ),
      }),
    ),
  ),
});

export const person = mapping({
  name: said("The person's name.", title()),
  objectId: said("Their object id in Microsoft Entra ID; never a sign-in name.", guid()),
});

export const peopleGroup = mapping({
  name: said("The group's name.", title()),
  objectId: said("Its object id in Microsoft Entra ID.", guid()),
  members: said("The names of the people in it.", listOf(title())),
});

/** A user-assigned managed identity. */
export const identity = mapping({
  name: said("The identity's name.", name()),
  resourceGroup: said("Its resource group.", name()),
  region: said("The region it is in.", region()),
});

/** A role in the HSM. */
export const role = mapping({
  role: said("The role, as the service names it.", oneOf(ROLE_NAMES)),
  assignee: said(
    "Who has it: the name of a person, a group, an identity, or of a service with one of its own.",
    title(90),
  ),
  scope: said(
    "Where: /, /keys, or /keys/NAME of one key.",
    z
      .string("a scope")
      .check(z.regex(/^\/(?:keys(?:\/[A-Za-z0-9._()-]{1,90})?)?$/, "/, /keys or /keys/NAME")),
  ),
});

/** Where the HSM's full backups go. */
export const backup = mapping({
  storageAccount: said("The storage account's name.", name()),
  resourceGroup: said("Its resource group.", name()),
  region: said("The region it is in.", region()),
  container: said("The blob container's name.", name()),
  identity: said("The user-assigned identity with which the HSM writes to it.", name()),
  everyDays: said("The age in days at which the newest backup is too old.", count(1, 365)),
  trustedServices: said("Whether trusted services reach it despite its firewall.", flag()),
  immutable: said("Whether an immutability policy is on it: a backup would fail.", flag()),
});

/** What an alert can be about. */
export const ALERTS = [
  "availability",
  "latency",
  "security-domain-backup",
  "role-assignments",
  "key-deletion",
  "unauthorized",
] as const;

/** Where the HSM's log goes, and which events notify people. */
export const diagnostics = mapping({
  name: said("The diagnostic setting's name.", name()),
  workspace: said("The Log Analytics workspace's name.", name()),
  resourceGroup: said("The workspace's resource group.", name()),
  region: said("The region it is in.", region()),
  retentionDays: said("How long the log is kept.", count(1, 4383)),
  actionGroup: said("The name of the action group that alerts go to.", name()),
  alerts: said("What alerts there are.", listOf(oneOf(ALERTS))),
});
