// The few questions a ceremony asks an HSM, and their answers.
import type { Clocks } from "./clock.ts";
import type { SignedIn } from "./signed-in.ts";

export { saidBy } from "./faults.ts";
export { promptSentence, type SignedIn, type SignInView } from "./signed-in.ts";

/** Receives the download's bytes as they come. The caller stores them durably; a throw aborts. */
export interface AnswerSink {
  write(chunk: Uint8Array): void;
}

/** An officer's wrapping certificate: RSA, exponent 65537. `modulus` is base64url, as in a JWK. */
export interface OfficerCertificate {
  readonly der: Uint8Array;
  readonly modulus: string;
}

export type Activation = "Active" | "NotActivated" | "Unknown" | "Failed";

/** What Azure Resource Manager says about an HSM; null for missing values. */
export interface HsmFacts {
  readonly provisioning: string | null;
  readonly activation: Activation;
  /** ARM's own word for it, safe to be shown; "" if it says none. */
  readonly activationSaid: string;
  readonly softDelete: boolean | null;
  readonly retentionDays: number | null;
  readonly purgeProtection: boolean | null;
  /** Object ids of the administrators named at its creation, in lower case. */
  readonly administrators: readonly string[];
  /** "Enabled" or "Disabled". */
  readonly publicAccess: string | null;
  /** How many private endpoints there are, and how many of them are approved. */
  readonly endpoints: number;
  readonly approvedEndpoints: number;
  /** Its further regions. */
  readonly regions: readonly string[];
  /** When this was answered, by both sides' clocks. */
  readonly clocks: Clocks;
}

/**
 * The progress of a long operation. `unknown` is never success: it is reported, and asked again.
 * `details` are the HSM's own words: printable ASCII, at most 200 characters, may be empty.
 */
export interface Progress {
  readonly state: "running" | "succeeded" | "failed" | "unknown";
  readonly details: string;
}

/**
 * The result of receiving the download's body. `complete`: not cut off, as far as HTTP shows. Only
 * readAnswer and crypto decide whether it is a security domain.
 */
export interface Received {
  readonly bytes: number;
  readonly complete: boolean;
}

/** One version of one key. `publicSha256`: see azure/keys.ts (RFC 7638 thumbprint, hex). */
export interface HsmKey {
  readonly name: string;
  readonly version: string;
  readonly publicSha256: string;
  readonly enabled: boolean;
}

/** A role by its definition's GUID (lower case) and Azure's name for it. */
export interface Role {
  readonly role: string;
  readonly name: string;
  /** True if it may list keys. */
  readonly readsKeys: boolean;
}

/**
 * Who has a role where. All three ids are GUIDs in lower case; `scope` is "/", "/keys" or
 * "/keys/NAME". Restores bring assignments back under the same names.
 */
export interface RoleAssignment {
  readonly name: string;
  readonly role: string;
  readonly principal: string;
  readonly scope: string;
}

/**
 * An HSM. Every answer may be a Fault of faults.ts. What changes something (`download`, `upload`,
 * `start...`, `assignRole`, `removeAssignment`) is sent once; after
 * E-HSM-UNKNOWN-OUTCOME, E-HSM-SIZE or E-HSM-SLOW it may have happened: ask the status, never
 * repeat it blindly.
 */
export interface Hsm {
  readonly name: string;
  /** ARM's activationStatus; statusMessage says "ready to use" too early and is never read. */
  activation(): Promise<Activation>;
  /** What Azure Resource Manager says about it, for `preflight`. */
  facts(): Promise<HsmFacts>;
  /**
   * Activates a new HSM, or encrypts an active one's domain again. The answer's body goes to the
   * sink as it comes, before anything of it is parsed; if it breaks off, `complete` is false.
   * @param id a GUID that identifies the request in Azure's log, here and below
   * @throws Fault E-HSM-ACTIVATED, -UNKNOWN-OUTCOME, -SIZE, -SLOW, or what the sink throws
   */
  download(
    certificates: readonly OfficerCertificate[],
    required: number,
    sink: AnswerSink,
    id?: string,
  ): Promise<Received>;
  /** @throws Fault E-HSM-NONE if the HSM knows of no download */
  downloadStatus(): Promise<Progress>;
  /** The answer with the exchange key, unchanged; crypto's readExchangeKey reads it. */
  exchangeKey(id?: string): Promise<Uint8Array>;
  /** @throws Fault E-HSM-ACTIVATED, -UNKNOWN-OUTCOME */
  upload(blob: string, id?: string): Promise<Progress>;
  /** @throws Fault E-HSM-NONE if the HSM knows of no upload */
  uploadStatus(): Promise<Progress>;
  /**
   * A full backup into a storage container (its URL). Returns the job. The HSM reaches the storage
   * by its managed identity, or by the SAS token in `sasFile`, which only the process that asks the
   * HSM reads, each time again.
   * @throws Fault E-SAS-*
   */
  startBackup(container: string, sasFile?: string): Promise<string>;
  /**
   * Asks whether such a backup would succeed; nothing is written. Returns the job of `checkStatus`; null if the
   * HSM did not say, because it knows no such question.
   */
  checkBackup(container: string, sasFile?: string): Promise<string | null>;
  /** `folder` is set after success: a restore names it. */
  backupStatus(job: string): Promise<Progress & { readonly folder?: string }>;
  startRestore(container: string, folder: string, sasFile?: string): Promise<string>;
  /** As `checkBackup`: nothing is replaced. */
  checkRestore(container: string, folder: string, sasFile?: string): Promise<string | null>;
  restoreStatus(job: string): Promise<Progress>;
  /** How a check ends: as what it is about would. */
  checkStatus(of: "backup" | "restore", job: string): Promise<Progress>;
  /** The object id (lower case) of the person signed in, by the token; null if missing. */
  signedInAs(): Promise<string | null>;
  roles(): Promise<readonly Role[]>;
  /** All, at every scope, sorted by name. */
  roleAssignments(): Promise<readonly RoleAssignment[]>;
  /** One of them; null if the HSM has none of this name at this scope. */
  roleAssignment(scope: string, name: string): Promise<RoleAssignment | null>;
  /**
   * @param wanted its name is a new GUID, recorded before: after E-HSM-UNKNOWN-OUTCOME
   * `roleAssignment` shows whether it exists
   * @throws Fault E-HSM-ROLE-EXISTS, -UNKNOWN-OUTCOME, -NONE for a role that does not exist
   */
  assignRole(wanted: RoleAssignment): Promise<RoleAssignment>;
  /** Succeeds if it is already gone. @throws Fault E-HSM-UNKNOWN-OUTCOME */
  removeAssignment(scope: string, name: string): Promise<void>;
  /**
   * Every key with every version, sorted by name and version. An administrator may not ask this: it
   * needs a role that `readsKeys`, such as Crypto Auditor.
   * @throws Fault E-HSM-AUTH
   */
  keys(): Promise<readonly HsmKey[]>;
}

/** An HSM as a station of a ceremony asks it. */
export interface AskedHsm extends Hsm {
  /** It is in one of Microsoft's clouds, not a rehearsal's or one's own. */
  readonly isMicrosofts: boolean;
  /**
   * Signs in, or returns who is; null if unknown.
   * @throws Fault E-AUTH-*, E-HSM-AUTH, E-HSM-TENANT, E-HSM-NET...
   */
  signIn(): Promise<SignedIn | null>;
  /** The addresses of its name on this machine; empty if it does not resolve. */
  addresses(): Promise<readonly string[]>;
}
