// For tests: right answers about an HSM and its keys.
import { createHash } from "node:crypto";
import type { Plan } from "../plan/plan.ts";
import { statedBy, type CardLie } from "./card.fixture.ts";
import type { Loose } from "./changes.fixture.ts";
import type { Known } from "./proof.ts";

/** The moment at which all tests of proofs take place. */
export const NOW = new Date("2026-11-27T09:00:00Z");

/** What all proofs of tests are told: it is a rehearsal, and nothing was learnt before. */
export const KNOWN: Known = { now: NOW, isRehearsal: true, pools: {} };

const DAY = 86_400;
const now = NOW.getTime() / 1000;

const hexOf = (text: string): string => createHash("sha256").update(text).digest("hex");

/** A GUID that follows from a text. */
export const guidOf = (text: string): string =>
  hexOf(text).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");

type Pool = Pick<
  Plan["hsm"],
  "name" | "resourceGroup" | "region" | "sku" | "retentionDays" | "purgeProtection"
>;

const idOf = (plan: Plan, group: string, path: string): string =>
  `/subscriptions/${plan.subscription}/resourceGroups/${group}/providers/${path}`;

/** The id of an HSM. */
export const hsmIdOf = (
  plan: Plan,
  { resourceGroup, name }: Pick<Pool, "resourceGroup" | "name">,
): string => idOf(plan, resourceGroup, `Microsoft.KeyVault/managedHSMs/${name}`);

export function hsmAnswer(plan: Plan, pool: Pool): Loose {
  const id = hsmIdOf(plan, pool);
  return {
    id,
    name: pool.name,
    type: "Microsoft.KeyVault/managedHSMs",
    location: pool.region,
    sku: { family: "B", name: pool.sku },
    tags: {},
    identity: null,
    properties: {
      tenantId: plan.tenant,
      hsmUri: `https://${pool.name.toLowerCase()}.managedhsm.azure.net/`,
      enableSoftDelete: true,
      softDeleteRetentionInDays: pool.retentionDays,
      enablePurgeProtection: pool.purgeProtection,
      initialAdminObjectIds: ["00000000-0000-0000-0000-00000000000a"],
      provisioningState: "Succeeded",
      statusMessage: "The Managed HSM is provisioned and ready to use.",
      publicNetworkAccess: plan.hsm.publicAccess,
      networkAcls: {
        bypass: plan.hsm.bypass,
        defaultAction: plan.hsm.defaultAction,
        ipRules: [],
        virtualNetworkRules: [],
      },
      securityDomainProperties: {
        activationStatus: "Active",
        activationStatusMessage:
          "Your HSM has been activated and can be used for cryptographic operations.",
      },
      regions: [{ name: plan.hsm.extension, provisioningState: "Succeeded" }],
      privateEndpointConnections: plan.endpoints.map((endpoint) => ({
        id: `${id}/privateEndpointConnections/${endpoint.name}`,
        properties: {
          provisioningState: "Succeeded",
          privateEndpoint: {
            id: idOf(
              plan,
              endpoint.resourceGroup,
              `Microsoft.Network/privateEndpoints/${endpoint.name}`,
            ),
          },
          privateLinkServiceConnectionState: {
            status: "Approved",
            description: "",
            actionsRequired: "None",
          },
        },
      })),
    },
  };
}

export function deletedHsm(plan: Plan, hsm: NonNullable<Plan["recoveryHsm"]> = plan.hsm): Loose {
  const deletionDate = "2026-11-01T10:00:00Z";
  const purged = Date.parse(deletionDate) + hsm.retentionDays * 86_400_000;
  return {
    id: `/subscriptions/${plan.subscription}/providers/Microsoft.KeyVault/locations/${hsm.region}/deletedManagedHSMs/${hsm.name}`,
    name: hsm.name,
    type: "Microsoft.KeyVault/deletedManagedHSMs",
    properties: {
      mhsmId: idOf(plan, hsm.resourceGroup, `Microsoft.KeyVault/managedHSMs/${hsm.name}`),
      location: hsm.region,
      deletionDate,
      scheduledPurgeDate: new Date(purged).toISOString(),
      purgeProtectionEnabled: hsm.purgeProtection,
    },
  };
}

type Key = Plan["keys"][number];

/** The version of a key that is `age` versions old. */
export const versionOf = (key: string, age = 0): string =>
  hexOf(`${key}${String(age)}`).slice(0, 32);

/** A key's address with its version. */
export const address = (hsm: string, key: string, age = 0): string =>
  `https://${hsm.toLowerCase()}.managedhsm.azure.net/keys/${key}/${versionOf(key, age)}`;

const attributes = (days: number, key: Key) => ({
  enabled: true,
  exportable: false,
  created: now - days * DAY,
  updated: now - days * DAY,
  ...(key.rotation?.expiry === undefined
    ? {}
    : { exp: now - days * DAY + Number(key.rotation.expiry.slice(1, -1)) * DAY }),
  recoveryLevel: "Recoverable",
  recoverableDays: 90,
});

export function keyAnswer(hsm: string, key: Key): Loose {
  const modulus = Buffer.alloc(key.size / 8, createHash("sha512").update(key.name).digest());
  modulus[0] = 0xc1;
  return {
    key: {
      kid: address(hsm, key.name),
      kty: key.kind,
      key_ops: [...key.operations],
      n: modulus.toString("base64url"),
      e: "AQAB",
    },
    attributes: attributes(10, key),
    tags: {},
  };
}

/** One row of the list of a key's versions. */
export const versionAnswer = (hsm: string, key: Key, age: number): Loose => ({
  kid: address(hsm, key.name, age),
  attributes: attributes(10 + age * 365, key),
});

/** One row of the list of keys. */
export const listedKey = (hsm: string, key: Key): Loose => ({
  kid: address(hsm, key.name).replace(/\/[^/]+$/, ""),
  attributes: attributes(10, key),
});

/** A card's statements are signed once for all tests of a file. */
const signed = new Map<string, Loose>();

export function attestation(hsm: string, key: Key, lie?: CardLie): Loose {
  const shown = keyAnswer(hsm, key);
  const own = shown["key"] as { readonly kid: string; readonly n: string };
  const parts = (lie === undefined ? signed.get(own.kid) : undefined) ?? statedBy(hsm, own, lie);
  if (lie === undefined) signed.set(own.kid, parts);
  return { ...shown, attributes: { ...attributes(10, key), attestation: { ...parts } } };
}

export const policyAnswer = (hsm: string, key: Key): Loose => ({
  id: `https://${hsm.toLowerCase()}.managedhsm.azure.net/keys/${key.name}/rotationpolicy`,
  lifetimeActions: [
    { trigger: { timeAfterCreate: key.rotation!.after }, action: { type: "Rotate" } },
  ],
  attributes: { expiryTime: key.rotation!.expiry, created: now, updated: now },
});
