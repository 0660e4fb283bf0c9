// The state of a rehearsal HSM, as plain data: all that must survive a restart, even secrets.
import { settleOperation, type Operation } from "./operation.ts";
import type { Domain } from "./domain.ts";

/** The key for which a restore blob is made. `pkcs8` is removed when a good blob has come. Base64. */
export interface ExchangeKey {
  readonly certificate: string;
  readonly pkcs8: string | null;
}

/** One version of one RSA key. `created` and `expires` in seconds since 1970; `pkcs8` in base64. */
export interface HsmKey {
  readonly name: string;
  readonly version: string;
  readonly created: number;
  /** base64url, as in a JWK; the exponent is 65537. */
  readonly modulus: string;
  readonly pkcs8: string;
  /** By default everything an RSA key can do. */
  readonly operations?: readonly string[];
  readonly expires?: number;
}

/** A key with all its versions that was deleted and can be recovered. `at` in seconds since 1970. */
export interface DeletedKey {
  readonly name: string;
  readonly at: number;
  readonly versions: readonly HsmKey[];
}

/** When a key's next version is made, and how long each lives: ISO 8601 durations. */
export interface RotationPolicy {
  readonly timeAfterCreate: string | null;
  readonly expiryTime: string | null;
}

/** An upload with the verdict that is shown at its end; `failure` is a sentence, or null. */
export interface Upload extends Operation {
  readonly failure: string | null;
}

/** A full backup or restore. `container` is the storage's address, `folder` the backup's name. */
export interface Job extends Operation {
  readonly id: string;
  readonly kind: "backup" | "restore";
  readonly container: string;
  readonly folder: string;
  readonly error: { readonly code: string; readonly message: string } | null;
  /** It only asked whether it would be possible. */
  readonly isCheck?: true;
}

/** Who has a role where. `role` and `name` are GUIDs; `scope` is "/", "/keys" or "/keys/NAME". */
export interface Assignment {
  readonly name: string;
  readonly role: string;
  readonly principal: string;
  readonly scope: string;
}

export interface State {
  readonly version: 2;
  readonly name: string;
  /** Invented at the first start, in Azure's form. */
  readonly tenant: string;
  readonly administrator: string;
  /** When this HSM was "provisioned", in milliseconds since 1970. */
  readonly madeAt: number;
  readonly activated: boolean;
  readonly domain: Domain | null;
  readonly download: Operation | null;
  readonly upload: Upload | null;
  readonly exchange: ExchangeKey | null;
  readonly keys: readonly HsmKey[];
  readonly jobs: readonly Job[];
  readonly assignments: readonly Assignment[];
  readonly settings: Readonly<Record<string, string>>;
  /** By the key's name. */
  readonly policies?: Readonly<Record<string, RotationPolicy>>;
  readonly deletedKeys?: readonly DeletedKey[];
}

/** A new HSM: provisioned, not activated. */
export const newState = (
  name: string,
  tenant: string,
  administrators: readonly [Assignment, ...Assignment[]],
  madeAt: number,
): State => ({
  version: 2,
  name,
  tenant,
  administrator: administrators[0].principal,
  madeAt,
  activated: false,
  domain: null,
  download: null,
  upload: null,
  exchange: null,
  keys: [],
  jobs: [],
  assignments: administrators,
  settings: { AllowKeyManagementOperationsThroughARM: "false" },
});

/**
 * The state after the passed time: operations whose time is over have ended, and the HSM is active
 * if one of them activates it. The same object if nothing changed.
 */
export function settle(state: State, now: number): State {
  const download = state.download && settleOperation(state.download, now);
  const upload = state.upload && settleOperation(state.upload, now);
  const jobs = state.jobs.map((job) => settleOperation(job, now));
  const same =
    download === state.download
    && upload === state.upload
    && jobs.every((job, i) => job === state.jobs[i]);
  if (same) return state;
  const restored = upload?.ended === true && upload.failure === null;
  const activated = state.activated || download?.ended === true || restored;
  return { ...state, activated, download, upload, jobs };
}

/** True while a first download or an upload has not ended. */
export const isActivating = ({ activated, download, upload }: State): boolean =>
  !activated && (download?.ended === false || upload?.ended === false);
