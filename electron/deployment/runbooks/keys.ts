// Runbooks for keys: created, with policies, given to services, rotated.
import { answer, az, file, found, variable, type CommandLine } from "../commands/command-line.ts";
import type { Plan } from "../plan/plan.ts";
import { identityReads } from "../proofs/identity-reads.ts";
import { plannedId, servicesOf, type Service } from "../proofs/people.ts";
import { sentence } from "../../text/sentence.ts";
import { policyFile, rotated } from "./files.ts";
import { needed, present } from "./needs.ts";
import { grantRole } from "./parts.ts";
import { CRYPTO_USER, GRANTS, READER } from "./roles-needed.ts";
import { reading, SIX_MINUTES, type Runbook } from "./runbook.ts";

type Key = Plan["keys"][number];

const CURVES: Readonly<Record<number, string>> = { 256: "P-256", 384: "P-384", 521: "P-521" };

/** An elliptic-curve key has a curve where the others have a size. */
const sizeOf = ({ kind, size }: Key): readonly string[] =>
  kind === "EC-HSM"
    ? ["--curve", needed(CURVES[size], sentence("deployment-faults.curve"))]
    : ["--size", String(size)];

/** Whether someone may list the HSM's deleted keys: a Crypto User may not. */
const readDeletedKeys = (roles: Plan["roles"]): boolean =>
  roles.some(
    ({ role, scope }) =>
      (role === "Managed HSM Crypto Officer" || role === "Managed HSM Crypto Auditor")
      && !scope.startsWith("/keys/"),
  );

export const keys: Runbook = {
  title: "Create the keys",
  purpose: "Each service has a key of its own in the HSM.",
  section: "Deployment flow, phase 0: Create keys; Key inventory",
  order: "All keys are created before the first service needs one, so that one wait covers them.",
  steps: ({ hsm, keys: all, roles }) => [
    reading(
      "See that no key of these names exists",
      `${CRYPTO_USER}; for deleted ones, Managed HSM Crypto Officer or Crypto Auditor`,
      [],
      {
        commands: [
          answer(`${hsm.name}-keys.json`, "keyvault", "key", "list", "--hsm-name", hsm.name),
          ...(readDeletedKeys(roles)
            ? [
                answer(
                  `${hsm.name}-deleted-keys.json`,
                  "keyvault",
                  "key",
                  "list-deleted",
                  "--hsm-name",
                  hsm.name,
                ),
              ]
            : []),
        ],
        notes: [
          ...(readDeletedKeys(roles)
            ? []
            : [
                "Nobody in the plan has a role at / or /keys that reads deleted keys (Crypto Officer, Crypto Auditor): that a name is taken by one shows when the key is created, as a conflict.",
              ]),
          "az keyvault key create on a name that exists silently makes a new version. The name of a deleted key is taken until its retention ends: az keyvault key recover brings it back.",
        ],
      },
    ),
    {
      title: "Create them",
      role: CRYPTO_USER,
      commands: present(all, "keys").map((key) =>
        az(
          "keyvault",
          "key",
          "create",
          "--hsm-name",
          hsm.name,
          "--name",
          key.name,
          "--kty",
          key.kind,
          ...sizeOf(key),
          "--ops",
          ...key.operations,
          ...(key.expires === undefined ? [] : ["--expires", `${key.expires}T00:00:00Z`]),
        ),
      ),
      changes: "Creates the first version of each key, in both regions.",
      undo: "az keyvault key delete; the name stays taken until the retention ends.",
      takes: "seconds each",
      twoPeople:
        "A deleted key's name is blocked until its retention ends: with purge protection nobody can shorten it.",
      wait: SIX_MINUTES,
      messages: ["keys", "reach"],
      proofs: ["keys", "key-attestation"],
    },
  ],
};

export const rotationPolicies: Runbook = {
  title: "Set rotation policies",
  purpose: "Each key can be rotated, and is, as often as planned.",
  section: "Key rotation procedure: automatic rotation",
  order: "Before any rotation: without a policy no key of an HSM can be rotated.",
  steps: (plan) => [
    {
      title: "Set the policy of each key",
      role: CRYPTO_USER,
      files: [
        ...new Set(
          present(rotated(plan), sentence("deployment-faults.rotatedKeys")).map((key) =>
            policyFile(plan, key),
          ),
        ),
      ],
      commands: rotated(plan).map((key) =>
        az(
          "keyvault",
          "key",
          "rotation-policy",
          "update",
          "--hsm-name",
          plan.hsm.name,
          "--name",
          key.name,
          "--value",
          file(policyFile(plan, key)),
        ),
      ),
      changes: "From now on the HSM makes a new version of each key at the planned age.",
      undo: "The same command with another policy.",
      takes: "seconds",
      wait: SIX_MINUTES,
      notes: [
        "az silently drops a member that it does not know, and a policy without actions removes those that were there.",
        "Every version made from now on expires as the policy says: a service that stops following has an outage on that day.",
      ],
      proofs: ["rotation-policies"],
    },
  ],
};

const SERVES = "Managed HSM Crypto Service Encryption User";

/** The command that gets a service's object id; its primary identity's, if it uses one. */
function principalOf({ kind, id, byIdentity }: Service): readonly CommandLine[] {
  if (byIdentity === true)
    return [
      found(
        "IDENTITY",
        "properties.primaryUserAssignedIdentityId",
        "resource",
        "show",
        "--ids",
        id,
      ),
      found("PRINCIPAL", "principalId", "identity", "show", "--ids", variable("IDENTITY")),
    ];
  const path = kind === "identity" ? "properties.principalId" : "identity.principalId";
  return [found("PRINCIPAL", path, "resource", "show", "--ids", id)];
}

/** The commands that grant a service its roles, after one that gets its identity. */
const grantService = (plan: Plan, role: Plan["roles"][number]) => {
  const service = needed(
    servicesOf(plan).find(({ name }) => name === role.assignee),
    sentence("deployment-faults.roleServices"),
  );
  return [
    ...principalOf(service),
    grantRole(plan, role, variable("PRINCIPAL"), "ServicePrincipal"),
  ];
};

/** Services that exist, each with its own identity, come first. */
export const serviceRoles: Runbook = {
  title: "Assign services' roles",
  purpose: "Each service may use its own key, and nothing else.",
  section: "RBAC and key management model: Crypto Service Encryption User; Role assignments",
  order:
    "All roles are granted and proven before any service needs one; for what is created later, come back to this runbook.",
  steps: (plan) => {
    const served = plan.roles.filter(({ assignee }) => plannedId(plan, assignee) === null);
    return [
      reading("See that each service has an identity", READER, [], {
        commands: identityReads(plan),
        notes: [
          "A service without an identity gets one in its own runbook: SQL MI, disks, storage, Cosmos DB. Then come back.",
        ],
      }),
      {
        title: "Assign the roles",
        role: GRANTS,
        commands: served.flatMap((role) => grantService(plan, role)),
        changes: `Grants ${SERVES} at each service's own key.`,
        undo: "az keyvault role assignment delete with the same values; the service loses its key within minutes.",
        takes: "seconds each",
        wait: SIX_MINUTES,
        notes: [
          "A new identity may not be known for minutes: 'Cannot find the Active Directory object' means wait and try again.",
          "If PRINCIPAL or IDENTITY is empty, stop: the service has no identity.",
        ],
        messages: ["local-roles", "reach"],
        proofs: ["roles"],
      },
    ];
  },
};

export const rotation: Runbook = {
  title: "Rotate the keys",
  purpose: "Each key has a new version, and every service uses it.",
  section: "Key rotation procedure",
  order: "Rotate, six minutes, SQL, disk sets, a day, storage and Cosmos DB.",
  steps: (plan) => [
    reading("Prove that every key has its policy", CRYPTO_USER, ["rotation-policies"]),
    {
      title: "Rotate each key",
      role: CRYPTO_USER,
      commands: present(rotated(plan), sentence("deployment-faults.rotatedKeys")).map(({ name }) =>
        az("keyvault", "key", "rotate", "--hsm-name", plan.hsm.name, "--name", name),
      ),
      changes:
        "Makes a new version of each key. Nothing is encrypted again; only small keys are wrapped again.",
      undo: "Nobody can: a version cannot be taken back, and SQL refuses older ones.",
      takes: "seconds each",
      twoPeople: "A version cannot be taken back, and a key has at most 100 of them.",
      wait: SIX_MINUTES,
      notes: [
        "The plan says that Site Recovery must be switched off and on for it. No page of Microsoft's was found that says so: test it in the pilot, and read the replicated items afterwards.",
      ],
      messages: ["reach"],
      proofs: ["key-rotated", "key-attestation"],
    },
    reading("Prove that the instances follow", READER, ["mi-protector", "mi-databases"], {
      takes: "an hour; up to 24 hours",
    }),
    reading("Prove that the disk sets follow", READER, ["disk-sets"], { takes: "an hour" }),
    reading("Prove that storage and Cosmos DB follow", READER, ["storage-key", "cosmos-key"], {
      takes: "24 hours",
      notes: [
        "Never disable, delete or expire an old version on the day of rotation: old backups need it.",
      ],
    }),
    reading("Prove the backup after it", READER, ["full-backup", "backup-age"], {
      notes: ["A backup made before the rotation does not have the new versions: make one now."],
    }),
  ],
};
