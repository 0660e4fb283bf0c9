// All proofs, by the names of their checks. The names are a contract: they never change.
import { sentence, type Sentence } from "../../text/sentence.ts";
import { actionGroup } from "./action-group.ts";
import { administrators } from "./administrators.ts";
import { aksDisks } from "./aks-disks.ts";
import { alerts } from "./alerts.ts";
import { backupAge } from "./backup-age.ts";
import { backupStorage } from "./backup-storage.ts";
import { cosmosKey } from "./cosmos-key.ts";
import { dcHealth } from "./dc-health.ts";
import { diagnostics } from "./diagnostics.ts";
import { diskSets } from "./disk-sets.ts";
import { disks } from "./disks.ts";
import { dnsForwarders, dnsServers } from "./dns-forwarders.ts";
import { endpointDns } from "./endpoint-dns.ts";
import { endpoints } from "./endpoints.ts";
import { externalKeys } from "./external-keys.ts";
import { failoverGroup } from "./failover-group.ts";
import { fullBackup } from "./full-backup.ts";
import { hsmActivated } from "./hsm-activated.ts";
import { hsmCreated } from "./hsm-created.ts";
import { hsmDeleted, recoveryHsmDeleted, recoveryHsmGone } from "./hsm-deleted.ts";
import { jumpBoxResources } from "./jump-box-resources.ts";
import { jumpBoxes } from "./jump-boxes.ts";
import { keyAttestation } from "./key-attestation.ts";
import { keyRotated } from "./key-rotated.ts";
import { keys } from "./keys.ts";
import { keysThroughArm } from "./keys-through-arm.ts";
import { logWorkspace } from "./log-workspace.ts";
import { miDatabases } from "./mi-databases.ts";
import { miIdentity } from "./mi-identity.ts";
import { miKey } from "./mi-key.ts";
import { miProtector } from "./mi-protector.ts";
import { networks } from "./networks.ts";
import { peering } from "./peering.ts";
import { preflight } from "./preflight.ts";
import { probeDisk } from "./probe-disk.ts";
import type { Proof } from "./proof.ts";
import { providers } from "./providers.ts";
import { publicAccess, recoveryAccess } from "./public-access.ts";
import { purgeProtection } from "./purge-protection.ts";
import { recoveryHsm, recoveryHsmAlone } from "./recovery-hsm.ts";
import { regionExtended } from "./region-extended.ts";
import { regionRemoved } from "./region-removed.ts";
import { replicatedItems } from "./replicated-items.ts";
import { repointed } from "./repointed.ts";
import { resourceGroups } from "./resource-groups.ts";
import { roles } from "./roles.ts";
import { rotationPolicies } from "./rotation-policies.ts";
import {
  secondRegionControllers,
  secondRegionHealthy,
  secondRegionReached,
} from "./second-region.ts";
import { servicesHealthy } from "./services-healthy.ts";
import { servingRegion } from "./serving-region.ts";
import { soak } from "./soak.ts";
import { storageKey } from "./storage-key.ts";
import { subnetsNsg } from "./subnets-nsg.ts";
import { trafficSwitched } from "./traffic-switched.ts";

export const CHECKS = {
  providers,
  "resource-groups": resourceGroups,
  networks,
  "dns-forwarders": dnsForwarders,
  "jump-box-resources": jumpBoxResources,
  "log-workspace": logWorkspace,
  "action-group": actionGroup,
  "backup-storage": backupStorage,
  preflight,
  "hsm-created": hsmCreated,
  "purge-protection": purgeProtection,
  "hsm-activated": hsmActivated,
  administrators,
  roles,
  "keys-through-arm": keysThroughArm,
  diagnostics,
  alerts,
  "region-extended": regionExtended,
  "subnets-nsg": subnetsNsg,
  peering,
  endpoints,
  "endpoint-dns": endpointDns,
  "dns-servers": dnsServers,
  "jump-boxes": jumpBoxes,
  "serving-region": servingRegion,
  "public-access": publicAccess,
  keys,
  "key-attestation": keyAttestation,
  "rotation-policies": rotationPolicies,
  "full-backup": fullBackup,
  "backup-age": backupAge,
  "external-keys": externalKeys,
  "recovery-hsm": recoveryHsm,
  "recovery-hsm-alone": recoveryHsmAlone,
  "recovery-hsm-deleted": recoveryHsmDeleted,
  "recovery-hsm-gone": recoveryHsmGone,
  "recovery-access": recoveryAccess,
  repointed,
  "mi-identity": miIdentity,
  "mi-key": miKey,
  "mi-protector": miProtector,
  "mi-databases": miDatabases,
  "failover-group": failoverGroup,
  "disk-sets": diskSets,
  "probe-disk": probeDisk,
  disks,
  "dc-health": dcHealth,
  "replicated-items": replicatedItems,
  soak,
  "storage-key": storageKey,
  "cosmos-key": cosmosKey,
  "aks-disks": aksDisks,
  "key-rotated": keyRotated,
  "services-healthy": servicesHealthy,
  "second-region-reached": secondRegionReached,
  "second-region-controllers": secondRegionControllers,
  "traffic-switched": trafficSwitched,
  "second-region-healthy": secondRegionHealthy,
  "region-removed": regionRemoved,
  "hsm-deleted": hsmDeleted,
} as const satisfies Readonly<Record<string, Proof>>;

/** The name of a check. */
export type CheckName = keyof typeof CHECKS;

/** All names, in the order in which a deployment needs them. */
export const CHECK_NAMES = Object.keys(CHECKS) as readonly CheckName[];

/** What is true once a check is proven, as one sentence. */
export const shownBy = (check: CheckName): Sentence => sentence(`checks.${check}`);

/** Whether a word is the name of a check. */
export const isCheck = (name: string): name is CheckName => Object.hasOwn(CHECKS, name);
