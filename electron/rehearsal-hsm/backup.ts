// Full backup and restore as jobs: begun, polled, and remembered (docs/azure-protocol.md 6).
import { join } from "node:path";
import { toHex, type Json } from "../../crypto/index.ts";
import {
  accepted,
  badParameter,
  notActivated,
  notFound,
  polled,
  type Answer,
  type Call,
} from "./answer.ts";
import { readBackup, writeBackup, type Content, type Reading } from "./backup-form.ts";
import { makeFolder } from "./disk.ts";
import { systemCode } from "../disk/refusal.ts";
import type { Machine } from "./machine.ts";
import { begin } from "./operation.ts";
import { ADMINISTRATOR_ROLE } from "./role-definitions.ts";
import type { Assignment, Job, State } from "./state.ts";
import { denied, hasExpiry, NO_EXPIRY } from "./storage-account.ts";
import { readBackupRequest, readRestoreRequest, type Container } from "./storage.ts";

const WRONG = "The body must name a storage container and how it is reached.";
const STORAGE = { code: "StorageError", message: "The storage container cannot be used." };

/** POST backup. The backup is complete in the store before the job is reported. */
export function postBackup(machine: Machine, call: Call): Answer {
  const { domain } = machine.state;
  if (domain === null) return notActivated();
  const container = readBackupRequest(call.body);
  const refusal = refused(container);
  if (container === null || refusal !== null) return refusal ?? badParameter(WRONG);
  const place = { store: machine.store, container: container.name };
  const now = new Date(machine.now());
  const made = reached(machine, container, WRITES, () => ({
    folder: writeBackup(place, machine.state, now, domain),
  }));
  const outcome = "error" in made ? { folder: "", error: made.error } : { ...made, error: null };
  return start(machine, call, { kind: "backup", container: container.uri, ...outcome });
}

/** POST prebackup: whether a backup would find its container; nothing is written there. */
export function postPreBackup(machine: Machine, call: Call): Answer {
  const container = readBackupRequest(call.body);
  const refusal = refused(container);
  if (container === null || refusal !== null) return refusal ?? badParameter(WRONG);
  const made = reached(machine, container, WRITES, () => {
    makeFolder(join(machine.store, container.name));
    return { error: null };
  });
  return start(machine, call, {
    kind: "backup",
    container: container.uri,
    folder: "",
    error: made.error,
    isCheck: true,
  });
}

/**
 * PUT restore. Azure requires a full backup of the destination itself, at least 30 minutes old; the
 * backup is required here too, but not the half hour. The previous content is replaced.
 */
export function putRestore(machine: Machine, call: Call): Answer {
  const request = readRestoreRequest(call.body);
  const refusal = refused(request?.container ?? null);
  if (request === null || refusal !== null) return refusal ?? badParameter(WRONG);
  const { container, folder } = request;
  const read = restore(machine, container, folder);
  const job = { kind: "restore" as const, container: container.uri, folder };
  return "error" in read
    ? start(machine, call, { ...job, error: read.error })
    : start(machine, call, { ...job, error: null }, restoredState(machine.state, read));
}

/** PUT prerestore: whether this restore would be done; nothing is replaced. */
export function putPreRestore(machine: Machine, call: Call): Answer {
  const request = readRestoreRequest(call.body);
  const refusal = refused(request?.container ?? null);
  if (request === null || refusal !== null) return refusal ?? badParameter(WRONG);
  const { container, folder } = request;
  const read = restore(machine, container, folder);
  const error = "error" in read ? read.error : null;
  return start(machine, call, {
    kind: "restore",
    container: container.uri,
    folder,
    error,
    isCheck: true,
  });
}

/** Keys and role assignments are replaced; the administrators from its creation stay. */
function restoredState({ assignments: own, administrator }: State, read: Content) {
  const isHis = ({ principal, role, scope }: Assignment): boolean =>
    principal === administrator && role === ADMINISTRATOR_ROLE && scope === "/";
  const { keys, assignments } = read;
  const kept = assignments.some(isHis) ? [] : own.filter(isHis);
  return { keys, assignments: [...kept, ...assignments] };
}

/** GET backup/JOB/pending and restore/JOB/pending. */
export function getJob(kind: Job["kind"]): (machine: Machine, call: Call) => Answer {
  return ({ state }, call) => {
    const job = state.jobs.find((one) => one.id === call.caught[0] && one.kind === kind);
    if (job === undefined) return notFound("There is no job of this name.");
    return polled(statusOf(job), poll(call, job), !job.ended);
  };
}

function restore(machine: Machine, container: Container, folder: string): Reading {
  const {
    state: { domain, jobs },
    store,
  } = machine;
  const backedUp = jobs.some(
    ({ kind, ended, error, isCheck = false }) =>
      kind === "backup" && ended && error === null && !isCheck,
  );
  if (domain === null || !backedUp) {
    const message = "A full backup of this HSM must be made before a restore.";
    return { error: { code: "BackupRequired", message } };
  }
  return reached(machine, container, READS, () =>
    readBackup({ store, container: container.name }, folder, domain),
  );
}

type Begun = Pick<Job, "kind" | "container" | "folder" | "error" | "isCheck">;

function start(
  machine: Machine,
  call: Call,
  begun: Begun,
  next: Partial<Machine["state"]> = {},
): Answer {
  const { state, pendingMs, random } = machine;
  const job: Job = { ...begin(machine.now(), pendingMs), id: toHex(random(16)), ...begun };
  machine.commit({ ...state, ...next, jobs: [...state.jobs, job] });
  return accepted(statusOf(job), poll(call, job));
}

/** Without api-version, as recorded; clients poll it as it is. */
const poll = ({ base }: Call, { kind, id }: Job): string => `${base}/${kind}/${id}/pending`;

/** Times in seconds since 1970. Only a backup has a container, and names it after success. */
function statusOf({ id, kind, ended, error, startedAt, endsAt, container, folder }: Job): Json {
  const succeeded = ended && error === null;
  const named = folder === "" ? container : `${container}/${folder}`;
  const uri = { azureStorageBlobContainerUri: succeeded ? named : null };
  return {
    status: ended ? (succeeded ? "Succeeded" : "Failed") : "InProgress",
    statusDetails: null,
    error: ended && error !== null ? { ...error, innererror: null } : null,
    startTime: Math.floor(startedAt / 1000),
    endTime: ended ? Math.floor(endsAt / 1000) : null,
    jobId: id,
    ...(kind === "backup" ? uri : {}),
  };
}

/** The HSM's operations in the container, as letters of a SAS token's rights. */
const [WRITES, READS] = ["crdw", "r"];

/** A token without an end is refused before any job begins, as in Azure. */
const refused = (container: Container | null): Answer | null =>
  container?.token === null || container === null || hasExpiry(container.token)
    ? null
    : badParameter(NO_EXPIRY);

/** An unreachable container fails the job: only then is it known who could not reach it. */
function reached<T>(
  machine: Machine,
  container: Container,
  rights: string,
  work: () => T,
): T | { readonly error: { code: string; message: string } } {
  const now = new Date(machine.now());
  const error =
    container.token === null
      ? null
      : denied(machine.store, container, container.token, rights, now);
  return error === null ? attempt(work) : { error };
}

/** An unusable store fails the job, not the server. */
function attempt<T>(work: () => T): T | { readonly error: { code: string; message: string } } {
  try {
    return work();
  } catch (error) {
    if (systemCode(error) === null) throw error;
    return { error: STORAGE };
  }
}
