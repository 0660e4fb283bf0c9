// Members of a plan that no command names, or not every command that depends on them: checks compare them
// with Azure's answers.
import { CHECK_NAMES, type CheckName } from "../proofs/checks.ts";

/** By which address the HSM is reached, and which of its regions answers. */
const REACHED = [
  "jump-boxes",
  "serving-region",
  "second-region-reached",
  "traffic-switched",
] as const;

/** By the start of a member's form: what must be proven again if it changes. */
const COMPARED: Readonly<Record<string, readonly CheckName[]>> = {
  subscription: CHECK_NAMES,
  "networks[].addressSpace[]": ["endpoint-dns", ...REACHED],
  "networks[].subnets[]": ["subnets-nsg"],
  "endpoints[]": REACHED,
  "zones[]": ["endpoint-dns"],
  "hsm.extension": REACHED,
  "hsm.purgeProtection": ["keys", "hsm-deleted"],
  "hsm.retentionDays": ["keys"],
  recoveryHsm: ["recovery-hsm", "recovery-hsm-alone", "recovery-hsm-deleted", "recovery-hsm-gone"],
  "keys[]": ["keys"],
  "keys[].rotation": ["key-rotated"],
  "people[]": ["roles"],
  "groups[]": ["roles"],
  "roles[]": ["administrators", "roles"],
  failoverGroup: ["traffic-switched"],
  "diskSets[]": ["disks", "probe-disk"],
  siteRecovery: ["replicated-items"],
  "storageAccounts[]": ["storage-key"],
  "cosmosAccounts[]": ["cosmos-key"],
};

/** The checks that compare a member, or one of its own members. */
export const comparedBy = (form: string): readonly CheckName[] =>
  Object.entries(COMPARED).flatMap(([start, checks]) =>
    form.startsWith(start) || start.startsWith(form) ? checks : [],
  );
