// The questions of our clients that beliefs are about.
import type { On } from "./belief.ts";

const on = (method: string, path: RegExp): On => ({ method, path });

export const ANYTHING = on("*", /^/);
export const BEFORE_SIGN_IN: On = { method: "*", path: /^/, without: "token" };

export const RESOURCE = on("GET", /\/managedHSMs\/[^/]+$/i);

export const DOWNLOAD = on("POST", /^\/securitydomain\/download$/);
export const DOWNLOAD_STATUS = on("GET", /^\/securitydomain\/download\/pending$/);
export const EXCHANGE_KEY = on("GET", /^\/securitydomain\/upload$/);
export const UPLOAD = on("POST", /^\/securitydomain\/upload$/);
export const UPLOAD_STATUS = on("GET", /^\/securitydomain\/upload\/pending$/);

export const BACKUP = on("POST", /^\/backup$/);
export const BACKUP_CHECK = on("POST", /^\/prebackup$/);
export const BACKUP_STATUS = on("GET", /^\/backup\/[^/]+\/pending$/);
export const RESTORE = on("PUT", /^\/restore$/);
export const RESTORE_CHECK = on("PUT", /^\/prerestore$/);
export const RESTORE_STATUS = on("GET", /^\/restore\/[^/]+\/pending$/);

export const KEYS = on("GET", /^\/keys$/);
export const VERSIONS = on("GET", /^\/keys\/[\w-]+\/versions$/);
export const KEY = on("GET", /^\/keys\/[\w-]+\/[0-9a-f-]{32,36}$/);

export const CREATE = on("POST", /^\/keys\/[\w-]+\/create$/);
export const ROTATE = on("POST", /^\/keys\/[\w-]+\/rotate$/);
export const POLICY = on("GET", /^\/keys\/[\w-]+\/rotationpolicy$/);
export const SET_POLICY = on("PUT", /^\/keys\/[\w-]+\/rotationpolicy$/);
export const ATTESTATION = on("GET", /^\/keys\/[\w-]+\/[0-9a-f-]{32,36}\/attestation$/);
export const DELETE_KEY = on("DELETE", /^\/keys\/[\w-]+$/);
export const DELETED = on("GET", /^\/deletedkeys\/[\w-]+$/);
export const PURGE = on("DELETE", /^\/deletedkeys\/[\w-]+$/);
/** All that is asked about one key by its name. */
export const KEY_LIFE = on("*", /^\/(deleted)?keys\/[\w-]+(\/(rotate|rotationpolicy))?$/);
const role = (method: string, what: string): On =>
  on(method, new RegExp(`/providers/Microsoft\\.Authorization/${what}$`, "i"));
export const ROLES = role("GET", "roleDefinitions");
export const ROLE = role("GET", "roleDefinitions/[^/]+");
export const ASSIGNMENTS = role("GET", "roleAssignments");
export const ASSIGN = role("PUT", "roleAssignments/[^/]+");
export const UNASSIGN = role("DELETE", "roleAssignments/[^/]+");
