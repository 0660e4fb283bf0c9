// Every question that is answered: its method, its path, the required role, and the answering
// function.
import { conflict, notActivated, notFound, type Answer, type Call } from "./answer.ts";
import { getArmView } from "./arm-view.ts";
import { getJob, postBackup, postPreBackup, putPreRestore, putRestore } from "./backup.ts";
import { getDownloadStatus, postDownload } from "./download.ts";
import { deleteKey, getDeleted, listDeleted, purgeKey } from "./deleted-keys.ts";
import { postCreate, postRotate } from "./key-versions.ts";
import { getAttestation, getKey, listKeys, listVersions } from "./keys.ts";
import type { Machine } from "./machine.ts";
import { getPolicy, putPolicy } from "./rotation-policy.ts";
import {
  deleteRoleAssignment,
  getRoleAssignment,
  listRoleAssignments,
  putRoleAssignment,
  scopeOf,
} from "./role-assignments.ts";
import {
  accessDenied,
  getRoleDefinition,
  listRoleDefinitions,
  permits,
  type Action,
} from "./role-definitions.ts";
import { getSetting, listSettings, patchSetting } from "./settings.ts";
import { getTransferKey } from "./transfer-key.ts";
import { getUploadStatus, postUpload } from "./upload.ts";

type Answerer = (machine: Machine, call: Call) => Answer;

interface Route {
  readonly method: string;
  readonly path: RegExp;
  /** Null if the HSM's own roles do not decide. */
  readonly action: Action | null;
  readonly answerer: Answerer;
}

const route = (method: string, path: RegExp, action: Action | null, answerer: Answerer): Route => ({
  method,
  path,
  action,
  answerer,
});

/** Clients write the scope "/" as further slashes before `providers`, as recorded. */
const roles = (what: string): RegExp =>
  new RegExp(`^/*(keys(?:/[\\w-]+)?)?/+providers/Microsoft\\.Authorization/${what}$`, "i");
const ONE_ASSIGNMENT = roles("roleAssignments/([0-9a-f-]+)");

const ROUTES: readonly Route[] = [
  route("GET", /\/providers\/Microsoft\.KeyVault\/managedHSMs\/([^/]+)$/i, null, getArmView),
  route("POST", /^\/securitydomain\/download$/, "securitydomain/download/action", postDownload),
  route(
    "GET",
    /^\/securitydomain\/download\/pending$/,
    "securitydomain/download/read",
    getDownloadStatus,
  ),
  route("GET", /^\/securitydomain\/upload$/, "securitydomain/transferkey/read", getTransferKey),
  route("POST", /^\/securitydomain\/upload$/, "securitydomain/upload/action", postUpload),
  route(
    "GET",
    /^\/securitydomain\/upload\/pending$/,
    "securitydomain/upload/read",
    getUploadStatus,
  ),
  route("GET", /^\/keys$/, "keys/read/action", listKeys),
  route("DELETE", /^\/keys\/([\w-]+)$/, "keys/delete", deleteKey),
  route("GET", /^\/deletedkeys$/, "keys/deletedKeys/read/action", listDeleted),
  route("GET", /^\/deletedkeys\/([\w-]+)$/, "keys/deletedKeys/read/action", getDeleted),
  route("DELETE", /^\/deletedkeys\/([\w-]+)$/, "keys/deletedKeys/delete", purgeKey),
  route("GET", /^\/keys\/([\w-]+)\/versions$/, "keys/read/action", listVersions),
  route("GET", /^\/keys\/([\w-]+)\/?$/, "keys/read/action", getKey),
  route("GET", /^\/keys\/([\w-]+)\/([0-9a-f]{32})$/, "keys/read/action", getKey),
  route(
    "GET",
    /^\/keys\/([\w-]+)(?:\/([0-9a-f]{32})?)?\/attestation$/,
    "keys/read/action",
    getAttestation,
  ),
  route("POST", /^\/keys\/([\w-]+)\/create$/, "keys/create", postCreate),
  route("POST", /^\/keys\/([\w-]+)\/rotate$/, "keys/rotate/action", postRotate),
  route("GET", /^\/keys\/([\w-]+)\/rotationpolicy$/, "keys/read/action", getPolicy),
  route("PUT", /^\/keys\/([\w-]+)\/rotationpolicy$/, "keys/write/action", putPolicy),
  route("POST", /^\/backup$/, "backup/start/action", postBackup),
  route("POST", /^\/prebackup$/, "backup/start/action", postPreBackup),
  route("GET", /^\/backup\/([0-9a-f]{32})\/pending$/, "backup/status/action", getJob("backup")),
  route("PUT", /^\/restore$/, "restore/start/action", putRestore),
  route("PUT", /^\/prerestore$/, "restore/start/action", putPreRestore),
  route("GET", /^\/restore\/([0-9a-f]{32})\/pending$/, "restore/status/action", getJob("restore")),
  route("GET", roles("roleDefinitions"), "roleDefinitions/read/action", listRoleDefinitions),
  route(
    "GET",
    roles("roleDefinitions/([0-9a-f-]+)"),
    "roleDefinitions/read/action",
    getRoleDefinition,
  ),
  route("GET", roles("roleAssignments"), "roleAssignments/read/action", listRoleAssignments),
  route("GET", ONE_ASSIGNMENT, "roleAssignments/read/action", getRoleAssignment),
  route("PUT", ONE_ASSIGNMENT, "roleAssignments/write/action", putRoleAssignment),
  route("DELETE", ONE_ASSIGNMENT, "roleAssignments/delete/action", deleteRoleAssignment),
  route("GET", /^\/settings$/, "settings/read/action", listSettings),
  route("GET", /^\/settings\/(\w+)$/, "settings/read/action", getSetting),
  route("PATCH", /^\/settings\/(\w+)$/, "settings/write/action", patchSetting),
];

/** Answers a question with a valid token. Operations whose time is over have ended before. */
export function answer(machine: Machine, asked: Omit<Call, "caught">): Answer {
  machine.settle();
  for (const { method, path, action, answerer } of ROUTES) {
    const found = method === asked.method ? path.exec(asked.path) : null;
    if (found === null) continue;
    const call = { ...asked, caught: found.slice(1).map((text?: string) => text ?? "") };
    return (action === null ? null : refused(machine, call, action)) ?? answerer(machine, call);
  }
  return notFound("There is nothing here.");
}

/** The HSM's state is checked before roles. */
function refused({ state }: Machine, call: Call, action: Action): Answer | null {
  if (!state.activated && !action.startsWith("securitydomain/")) return notActivated();
  // While a restore runs, all data-plane calls but its status are disabled (Microsoft's page).
  const restoring = state.jobs.some(
    ({ kind, ended, isCheck = false }) => kind === "restore" && !ended && !isCheck,
  );
  if (restoring && action !== "restore/status/action") return conflict("A restore is running.");
  const scope = scopeFor(call, action);
  return permits(state, [call.principal, ...(call.groups ?? [])], action, scope)
    ? null
    : accessDenied(action, scope, call.activity);
}

function scopeFor(call: Call, action: Action): string {
  if (action.startsWith("role")) return scopeOf(call);
  const [key = ""] = call.caught;
  return action.startsWith("keys/") ? `/keys${key === "" ? "" : `/${key}`}` : "/";
}
