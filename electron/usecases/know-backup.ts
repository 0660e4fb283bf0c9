// Records, before a recovery, where the newest full backup lies and which keys must be found again.
import {
  fault, isPlain, type CeremonyView, type ExpectedKey, type ExpectedRole,
} from "../ceremony/ceremony.ts";
import type { Deps } from "./deps.ts";
import { begin, finish, record } from "./turn.ts";

export interface KnowBackupRequest {
  /** URL of the storage container, and the backup's folder in it. */
  readonly container: string;
  readonly folder: string;
  readonly keys: readonly ExpectedKey[];
  /** Left out where nobody knows them: then they are not compared. */
  readonly roles?: readonly ExpectedRole[];
}

/** @throws Fault E-STATE*, E-BACKUP-FORM */
export function knowBackup(deps: Deps, request: KnowBackupRequest): CeremonyView {
  const turn = begin(deps, "know-backup");
  const { container, folder } = request;
  if (!isWhole(request)) throw fault("E-BACKUP-FORM");
  const keys = request.keys.map(({ name, version, publicSha256 }) => ({
    name,
    version,
    publicSha256,
  }));
  const roles = request.roles?.map(({ principal, role, roleName, scope }) =>
    ({ principal, role, roleName, scope }));
  record(deps, { type: "backup-known", by: "administrator", data: {
    container, folder, keys, ...(roles === undefined ? {} : { roles }),
  } });
  return finish(deps, turn);
}

/** A recovery that expects no key would find nothing and call it found. */
function isWhole({ container, folder, keys, roles = [] }: KnowBackupRequest): boolean {
  const address = /^https:\/\/[a-z0-9.-]{1,200}(:\d{1,5})?\/[a-z0-9-]{1,80}$/.test(container);
  const named = keys.every(({ name, version, publicSha256 }) =>
    /^[A-Za-z0-9-]{1,127}$/.test(name) && /^[0-9a-f]{1,64}$/.test(version)
    && /^[0-9a-f]{64}$/.test(publicSha256));
  const known = roles.every(({ principal, role, roleName, scope }) =>
    [principal, role].every((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))
    && isPlain(roleName, 100) && /^\/(keys(\/[A-Za-z0-9-]{1,127})?)?$/.test(scope));
  return known && address && /^[A-Za-z0-9._-]{1,200}$/.test(folder) && keys.length > 0 && named;
}
