// What @azure/keyvault-admin would ask of an HSM: backups, roles and role assignments. The registry
// does not serve that package, so this asks over REST exactly what `Hsm` needs. When the package is
// served, this is the only file to change.
import { isArray, isFault, isObject, type Json, type JsonObject } from "../../../crypto/index.ts";
import { unreadMember } from "../faults.ts";
import type { Hsm, Progress, Role, RoleAssignment } from "../hsm.ts";
import { readOfChange } from "./ask.ts";
import { type Rest, itemsOf } from "./rest.ts";
import { sasIn } from "./sas-file.ts";
import { statusOf } from "./status.ts";

type Administration = Pick<
  Hsm,
  | "startBackup"
  | "checkBackup"
  | "backupStatus"
  | "startRestore"
  | "checkRestore"
  | "restoreStatus"
  | "checkStatus"
  | "roles"
  | "roleAssignments"
  | "roleAssignment"
  | "assignRole"
  | "removeAssignment"
>;

/**
 * Sends nothing yet. The caller waits for jobs, which outlive this process.
 * @throws Fault E-HSM-BODY for a scope, name or answer of another form
 */
export function administration({ ask, change, follow }: Rest): Administration {
  const read = (path: string): Promise<JsonObject> =>
    ask({ method: "GET", path, missing: "E-HSM-NONE" });
  const begin = async (method: "POST" | "PUT", path: string, body: JsonObject): Promise<string> => {
    const { jobId } = await ask({ method, path, body: JSON.stringify(body) });
    return readOfChange(() => checkedJob(jobId));
  };
  const check = (method: "POST" | "PUT", path: string, body: JsonObject): Promise<string | null> =>
    orNull(async () => {
      const { jobId } = await ask({
        method,
        path,
        version: CHECKED_IN,
        body: JSON.stringify(body),
      });
      return checkedJob(jobId);
    }, UNSAID);
  const restoring = (container: string, folder: string, sasFile?: string): JsonObject => ({
    sasTokenParameters: storage(container, ...sasIn(sasFile, "restore")),
    folderToRestore: folder,
  });
  return {
    startBackup: async (container, sasFile) =>
      begin("POST", "backup", storage(container, ...sasIn(sasFile, "backup"))),
    checkBackup: async (container, sasFile) =>
      check("POST", "prebackup", storage(container, ...sasIn(sasFile, "backup"))),
    backupStatus: async (job) => backupProgress(await read(`backup/${checkedJob(job)}/pending`)),
    startRestore: async (container, folder, sasFile) =>
      begin("PUT", "restore", restoring(container, folder, sasFile)),
    checkRestore: async (container, folder, sasFile) =>
      check("PUT", "prerestore", restoring(container, folder, sasFile)),
    restoreStatus: async (job) => statusOf(await read(`restore/${checkedJob(job)}/pending`)),
    checkStatus: async (of, job) => statusOf(await read(`${of}/${checkedJob(job)}/pending`)),
    async roles() {
      const roles: Role[] = [];
      for await (const one of itemsOf(read(pathOf("/", "roleDefinitions")), follow))
        roles.push(roleOf(one));
      return roles;
    },
    async roleAssignments() {
      const found: RoleAssignment[] = [];
      for await (const one of itemsOf(read(pathOf("/", "roleAssignments")), follow))
        found.push(assignmentOf(one));
      return found.sort((a, b) => (a.name < b.name ? -1 : 1));
    },
    roleAssignment: (scope, name) =>
      orNull(async () => assignmentOf(await read(pathOf(scope, "roleAssignments", name)))),
    async assignRole({ scope, name, role, principal }) {
      // From the HSM's own list, because Azure defines the form of an id.
      const { id } = await read(pathOf("/", "roleDefinitions", role));
      const properties = { roleDefinitionId: text(id, "id"), principalId: principal };
      const wanted = { scope, name, role, principal };
      const answer = await change({
        method: "PUT",
        path: pathOf(scope, "roleAssignments", name),
        conflict: "E-HSM-ROLE-EXISTS",
        body: JSON.stringify({ properties }),
      });
      return readOfChange(() => (answer === null ? wanted : assignmentOf(answer)));
    },
    async removeAssignment(scope, name) {
      const path = pathOf(scope, "roleAssignments", name);
      await orNull(() => change({ method: "DELETE", path, missing: "E-HSM-NONE" }));
    },
  };
}

/** The oldest stable version of the API with these questions (its specification, BackupRestore/routes.tsp). */
const CHECKED_IN = "7.6";

/**
 * How an HSM answers that knows no such question, or not this version of the API; and no answer at all: nothing
 * was changed by it, and the operation itself says what is wrong.
 */
const UNSAID = ["E-HSM-NONE", "E-HSM-STATUS", "E-HSM-UNKNOWN-OUTCOME", "E-HSM-BODY"];

/** A storage container, reached by the HSM's managed identity, or by a SAS token if given. */
const storage = (storageResourceUri: string, token?: string): JsonObject =>
  token === undefined
    ? { storageResourceUri, useManagedIdentity: true }
    : { storageResourceUri, token };

/** A job's name that is safe in an address. @throws Fault E-HSM-BODY */
function checkedJob(job: unknown): string {
  if (typeof job !== "string" || !/^[0-9A-Za-z-]{1,64}$/.test(job)) throw unreadMember("jobId");
  return job;
}

/** A backup's progress, with its folder if it succeeded and the HSM named one. */
function backupProgress(answer: JsonObject): Progress & { readonly folder?: string } {
  const progress = statusOf(answer);
  const uri = answer["azureStorageBlobContainerUri"];
  const folder = typeof uri === "string" ? /\/([0-9A-Za-z-]{1,128})\/?$/.exec(uri)?.[1] : undefined;
  const named = progress.state === "succeeded" && folder !== undefined;
  return named ? { ...progress, folder } : progress;
}

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SCOPE = /^\/(keys(\/[0-9A-Za-z-]{1,127})?)?$/;

/** The scope "/" has no word of its own in a path (azure-protocol.md 5). */
function pathOf(scope: string, what: string, name?: string): string {
  if (!SCOPE.test(scope) || (name !== undefined && !GUID.test(name)))
    throw unreadMember("properties.scope");
  const at = scope === "/" ? "" : `${scope.slice(1)}/`;
  const one = name === undefined ? "" : `/${name}`;
  return `${at}providers/Microsoft.Authorization/${what}${one}`;
}

const DEFINITION = new RegExp(
  "^/?Microsoft\\.KeyVault/providers/Microsoft\\.Authorization"
    + "/roleDefinitions/([0-9a-f-]{36})$",
  "i",
);

function assignmentOf(value: Json): RoleAssignment {
  const [one, properties] = partsOf(value);
  const id = text(properties["roleDefinitionId"], "properties.roleDefinitionId");
  const role = DEFINITION.exec(id)?.[1]?.toLowerCase();
  if (role === undefined) throw unreadMember("properties.roleDefinitionId");
  return {
    name: guid(one["name"], "name"),
    role,
    principal: guid(properties["principalId"], "properties.principalId"),
    scope: text(properties["scope"], "properties.scope") || "/",
  };
}

const READS_KEYS = "Microsoft.KeyVault/managedHsm/keys/read/action";

function roleOf(value: Json): Role {
  const [one, properties] = partsOf(value);
  const readsKeys = list(properties["permissions"]).some((permission) => {
    const { dataActions, notDataActions } = isObject(permission) ? permission : {};
    return list(dataActions).includes(READS_KEYS) && !list(notDataActions).includes(READS_KEYS);
  });
  return {
    role: guid(one["name"], "name"),
    name: text(properties["roleName"], "properties.roleName"),
    readsKeys,
  };
}

function partsOf(value: Json): readonly [JsonObject, JsonObject] {
  const properties = isObject(value) ? value["properties"] : undefined;
  if (!isObject(value) || !isObject(properties)) throw unreadMember("properties");
  return [value, properties];
}

function text(value: Json | undefined, member: string): string {
  if (typeof value !== "string") throw unreadMember(member);
  return value;
}

function guid(value: Json | undefined, member: string): string {
  if (typeof value !== "string" || !GUID.test(value)) throw unreadMember(member);
  return value.toLowerCase();
}

const list = (value: Json | undefined): readonly Json[] =>
  value !== undefined && isArray(value) ? value : [];

async function orNull<T>(
  work: () => Promise<T>,
  codes: readonly string[] = ["E-HSM-NONE"],
): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (isFault(error) && codes.includes(error.code)) return null;
    throw error;
  }
}
