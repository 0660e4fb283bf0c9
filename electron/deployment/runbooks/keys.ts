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
  title: sentence("runbooks.keys.title"),
  purpose: sentence("runbooks.keys.purpose"),
  section: "Deployment flow, phase 0: Create keys; Key inventory",
  order: sentence("runbooks.keys.order"),
  steps: ({ hsm, keys: all, roles }) => [
    reading(
      sentence("runbook-keys.free.title"),
      sentence("runbook-keys.free.role", { reader: CRYPTO_USER }),
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
          ...(readDeletedKeys(roles) ? [] : [sentence("runbook-keys.free.note")]),
          sentence("runbook-keys.free.note2"),
        ],
      },
    ),
    {
      title: sentence("runbook-keys.create.title"),
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
      changes: sentence("runbook-keys.create.changes"),
      undo: sentence("runbook-keys.create.undo"),
      takes: sentence("runbook-steps.takes.secondsEach"),
      twoPeople: sentence("runbook-keys.create.twoPeople"),
      wait: SIX_MINUTES,
      messages: ["keys", "reach"],
      proofs: ["keys", "key-attestation"],
    },
  ],
};

export const rotationPolicies: Runbook = {
  title: sentence("runbooks.rotation-policies.title"),
  purpose: sentence("runbooks.rotation-policies.purpose"),
  section: "Key rotation procedure: automatic rotation",
  order: sentence("runbooks.rotation-policies.order"),
  steps: (plan) => [
    {
      title: sentence("runbook-keys.policies.title"),
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
      changes: sentence("runbook-keys.policies.changes"),
      undo: sentence("runbook-keys.policies.undo"),
      takes: sentence("runbook-steps.takes.seconds"),
      wait: SIX_MINUTES,
      notes: [sentence("runbook-keys.policies.note"), sentence("runbook-keys.policies.note2")],
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
  title: sentence("runbooks.service-roles.title"),
  purpose: sentence("runbooks.service-roles.purpose"),
  section: "RBAC and key management model: Crypto Service Encryption User; Role assignments",
  order: sentence("runbooks.service-roles.order"),
  steps: (plan) => {
    const served = plan.roles.filter(({ assignee }) => plannedId(plan, assignee) === null);
    return [
      reading(sentence("runbook-keys.identities.title"), READER, [], {
        commands: identityReads(plan),
        notes: [sentence("runbook-keys.identities.note")],
      }),
      {
        title: sentence("runbook-keys.assign.title"),
        role: GRANTS,
        commands: served.flatMap((role) => grantService(plan, role)),
        changes: sentence("runbook-keys.assign.changes", { role: SERVES }),
        undo: sentence("runbook-keys.assign.undo"),
        takes: sentence("runbook-steps.takes.secondsEach"),
        wait: SIX_MINUTES,
        notes: [sentence("runbook-keys.assign.note"), sentence("runbook-keys.assign.note2")],
        messages: ["local-roles", "reach"],
        proofs: ["roles"],
      },
    ];
  },
};

export const rotation: Runbook = {
  title: sentence("runbooks.rotation.title"),
  purpose: sentence("runbooks.rotation.purpose"),
  section: "Key rotation procedure",
  order: sentence("runbooks.rotation.order"),
  steps: (plan) => [
    reading(sentence("runbook-keys.policed.title"), CRYPTO_USER, ["rotation-policies"]),
    {
      title: sentence("runbook-keys.rotate.title"),
      role: CRYPTO_USER,
      commands: present(rotated(plan), sentence("deployment-faults.rotatedKeys")).map(({ name }) =>
        az("keyvault", "key", "rotate", "--hsm-name", plan.hsm.name, "--name", name),
      ),
      changes: sentence("runbook-keys.rotate.changes"),
      undo: sentence("runbook-keys.rotate.undo"),
      takes: sentence("runbook-steps.takes.secondsEach"),
      twoPeople: sentence("runbook-keys.rotate.twoPeople"),
      wait: SIX_MINUTES,
      notes: [sentence("runbook-keys.rotate.note")],
      messages: ["reach"],
      proofs: ["key-rotated", "key-attestation"],
    },
    reading(sentence("runbook-keys.sqlFollows.title"), READER, ["mi-protector", "mi-databases"], {
      takes: sentence("runbook-keys.sqlFollows.takes"),
    }),
    reading(sentence("runbook-keys.disksFollow.title"), READER, ["disk-sets"], {
      takes: sentence("runbook-keys.disksFollow.takes"),
    }),
    reading(sentence("runbook-keys.dataFollows.title"), READER, ["storage-key", "cosmos-key"], {
      takes: sentence("runbook-keys.dataFollows.takes"),
      notes: [sentence("runbook-keys.dataFollows.note")],
    }),
    reading(sentence("runbook-keys.backup.title"), READER, ["full-backup", "backup-age"], {
      notes: [sentence("runbook-keys.backup.note")],
    }),
  ],
};
