// Records, before a recovery, where the newest full backup is stored and which keys must be found again.
import {
  fault,
  isPlain,
  checkDecision,
  type CeremonyView,
  type EventData,
  type State,
} from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { begin, finish, record, refuse } from "./turn.ts";

/** As it will be in the record. */
export type KnowBackupRequest = EventData["backup-known"];

/** @throws Fault E-STATE*, E-BACKUP-FORM, E-BACKUP-HSM, E-BACKUP-UNKNOWN, E-ACCEPT-DECISION */
export function knowBackup(deps: Deps, request: KnowBackupRequest): CeremonyView {
  const turn = begin(deps, "know-backup");
  const { container, folder } = request;
  if (!isWhole(request)) throw fault("E-BACKUP-FORM");
  checkKnown(turn.state, request);
  const keys = request.keys.map(({ name, version, publicSha256 }) => ({
    name,
    version,
    publicSha256,
  }));
  const roles = request.roles?.map(({ principal, role, roleName, scope }) => ({
    principal,
    role,
    roleName,
    scope,
  }));
  record(deps, {
    type: "backup-known",
    by: "administrator",
    data: {
      container,
      folder,
      keys,
      ...(roles === undefined ? {} : { roles }),
      ...sourceOf(request),
    },
  });
  return finish(deps, turn);
}

/** The source of the list, or why there is none. */
function sourceOf({
  list,
  unknown,
}: KnowBackupRequest): Pick<EventData["backup-known"], "list" | "unknown"> {
  if (unknown !== undefined)
    return { unknown: { reason: unknown.reason, decidedBy: unknown.decidedBy } };
  if (list === undefined) return {};
  const { from, sha256, hsm, listedAt } = list;
  return { list: { from, sha256, hsm, listedAt } };
}

/** The list is of the lost HSM, if a record says which; without one, two people decide. */
function checkKnown(state: State, { keys, roles, list, unknown }: KnowBackupRequest): void {
  const lost = state.opened?.earlier[0]?.hsm;
  if (list !== undefined && lost !== undefined && list.hsm !== lost)
    throw fault("E-BACKUP-HSM", { hsm: lost });
  if (unknown === undefined) return;
  const isEmpty = keys.length === 0 && roles === undefined && list === undefined;
  if (!isEmpty || !isPlain(unknown.reason, 400)) throw fault("E-BACKUP-UNKNOWN");
  refuse(checkDecision(state, unknown.decidedBy));
}

/** A recovery that expects no key would find nothing and report success, unless that was decided. */
function isWhole(request: KnowBackupRequest): boolean {
  const { container, folder, keys, roles = [], unknown } = request;
  const address = /^https:\/\/[a-z0-9.-]{1,200}(:\d{1,5})?\/[a-z0-9-]{1,80}$/.test(container);
  const named = keys.every(
    ({ name, version, publicSha256 }) =>
      /^[A-Za-z0-9-]{1,127}$/.test(name)
      && /^[0-9a-f]{1,64}$/.test(version)
      && /^[0-9a-f]{64}$/.test(publicSha256),
  );
  const known = roles.every(
    ({ principal, role, roleName, scope }) =>
      [principal, role].every((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
      && (roleName === "" || isPlain(roleName, 100))
      && /^\/(keys(\/[A-Za-z0-9-]{1,127})?)?$/.test(scope),
  );
  const expects = keys.length > 0 || unknown !== undefined;
  const isOnce = [
    keys.map(({ name, version }) => `${name} ${version}`),
    roles.map(({ principal, role, scope }) => `${principal} ${role} ${scope}`),
  ].every((texts) => new Set(texts).size === texts.length);
  return known && address && /^[A-Za-z0-9._-]{1,200}$/.test(folder) && expects && named && isOnce;
}
