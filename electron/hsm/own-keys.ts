// What a contact does to the one key that it makes itself. No ceremony asks any of it.
import type { JsonObject } from "../../crypto/index.ts";
import { ROLE_IDS, type RoleName } from "../text/built-in-roles.ts";
import type { Hsm } from "./hsm.ts";

/** A role by Azure's name for it, and its definition's GUID. */
export interface NeededRole {
  readonly name: RoleName;
  readonly id: string;
}

const needed = (name: RoleName): NeededRole => ({ name, id: ROLE_IDS[name] });

/** Who may list keys, before anything is made. */
export const READER = needed("Managed HSM Crypto Auditor");
/** Who may make, rotate and delete keys, and who may purge them. */
export const MAKERS = [needed("Managed HSM Crypto User"), needed("Managed HSM Crypto Officer")];

/**
 * Every question is sent once. After E-HSM-UNKNOWN-OUTCOME it may have happened: `isLive` and `isDeleted` say.
 * A name has only letters, digits and hyphens.
 */
export interface OwnKeys {
  /** A new RSA key of 2048 bits that can only sign; a further version if the name exists. */
  create(name: string): Promise<void>;
  isLive(name: string): Promise<boolean>;
  /** @throws Fault E-HSM-NONE without such a key */
  versions(name: string): Promise<readonly string[]>;
  /** What its card states of this version: crypto's checkKeyAttestation reads it. */
  attestation(name: string, version: string): Promise<JsonObject>;
  rotationPolicy(name: string): Promise<JsonObject>;
  /** A next version 300 days after the latest. */
  setRotationPolicy(name: string): Promise<void>;
  /** Makes its next version now. */
  rotate(name: string): Promise<void>;
  /** All versions; until it is purged it could be recovered. @throws Fault E-HSM-NONE */
  delete(name: string): Promise<void>;
  isDeleted(name: string): Promise<boolean>;
  /** For good. @throws Fault E-HSM-NONE */
  purge(name: string): Promise<void>;
}

/** An HSM as a contact asks it. */
export interface ContactHsm extends Hsm {
  readonly ownKeys: OwnKeys;
}
