// An HSM asked through another process: the one that alone holds the network code and the sign-in.
import { Fault, isFault } from "../../crypto/index.ts";
import type {
  Activation, AskedHsm, HsmKey, OfficerCertificate, Progress, Received, Role, RoleAssignment,
  Setting, HsmFacts,
} from "./hsm.ts";
import type { SignedIn, SignInNews, SignInView } from "./signed-in.ts";
import type { Site } from "./site.ts";

/** Where a rehearsal HSM answers, and the files that say whom to trust and how to sign in. */
export interface RehearsalAddress {
  readonly name: string;
  readonly url: string;
  readonly caFile: string;
  readonly tokenFile: string;
}

/** A rehearsal's HSM, or one of a site file. */
export type HsmAddress = RehearsalAddress | { readonly site: Site };

/** A piece of the download's answer, or its end. */
export type Piece = { readonly chunk: Uint8Array } | { readonly ended: Received };

/** What that process does: one plain value in, one out. */
export interface HsmMethods {
  readonly connect: (address: HsmAddress) => Promise<null>;
  /** Signs in where that is needed, and tells who did. */
  readonly signIn: (none: null) => Promise<SignedIn | null>;
  readonly signInNews: (seen: number) => Promise<SignInNews>;
  readonly cancelSignIn: (none: null) => Promise<null>;
  /** The addresses that the HSM's name leads to on this machine. */
  readonly addresses: (none: null) => Promise<readonly string[]>;
  readonly activation: (none: null) => Promise<Activation>;
  readonly facts: (none: null) => Promise<HsmFacts>;
  /** Sends the download; its answer is then fetched piece by piece. */
  readonly download: (request: {
    readonly certificates: readonly OfficerCertificate[]; readonly required: number;
  }) => Promise<null>;
  readonly piece: (none: null) => Promise<Piece>;
  readonly abort: (none: null) => Promise<null>;
  readonly downloadStatus: (none: null) => Promise<Progress>;
  readonly exchangeKey: (none: null) => Promise<Uint8Array>;
  readonly upload: (blob: string) => Promise<Progress>;
  readonly uploadStatus: (none: null) => Promise<Progress>;
  readonly startBackup: (to: Storage) => Promise<string>;
  readonly backupStatus: (job: string) => Promise<Progress & { readonly folder?: string }>;
  readonly startRestore: (from: StoredBackup) => Promise<string>;
  readonly restoreStatus: (job: string) => Promise<Progress>;
  readonly keys: (none: null) => Promise<readonly HsmKey[]>;
  readonly startPreBackup: (to: Storage) => Promise<string>;
  readonly startPreRestore: (from: StoredBackup) => Promise<string>;
  readonly signedInAs: (none: null) => Promise<string | null>;
  readonly roles: (none: null) => Promise<readonly Role[]>;
  readonly roleAssignments: (none: null) => Promise<readonly RoleAssignment[]>;
  readonly roleAssignment: (which: Place) => Promise<RoleAssignment | null>;
  readonly assignRole: (wanted: RoleAssignment) => Promise<RoleAssignment>;
  readonly removeAssignment: (which: Place) => Promise<null>;
  readonly settings: (none: null) => Promise<readonly Setting[]>;
  readonly changeSetting: (setting: Setting) => Promise<Setting>;
}

/** A container, and where the SAS token for it lies; "" where the HSM reaches it as itself. */
interface Storage {
  readonly container: string;
  readonly sasFile: string;
}

interface StoredBackup extends Storage {
  readonly folder: string;
}

/** Which role assignment. */
type Place = Pick<RoleAssignment, "scope" | "name">;

export const HSM_METHODS = [
  "connect", "signIn", "signInNews", "cancelSignIn", "addresses",
  "activation", "facts", "download", "piece", "abort", "downloadStatus", "exchangeKey",
  "upload", "uploadStatus", "startBackup", "backupStatus", "startRestore", "restoreStatus", "keys",
  "startPreBackup", "startPreRestore", "signedInAs", "roles", "roleAssignments", "roleAssignment",
  "assignRole", "removeAssignment", "settings", "changeSetting",
] as const satisfies readonly (keyof HsmMethods)[];

/** The HSM behind these calls. When its process goes, calls reject with Fault E-WORKER-GONE. */
export function hsmOver(name: string, call: HsmMethods, isMicrosofts = false): AskedHsm {
  return {
    name, isMicrosofts,
    signIn: () => call.signIn(null),
    addresses: () => call.addresses(null),
    activation: () => call.activation(null),
    facts: () => call.facts(null),
    download: async (certificates, required, sink) => {
      const plain = certificates.map(({ der, modulus }) => ({ der, modulus }));
      await call.download({ certificates: plain, required });
      for (;;) {
        const piece = await unknownWhenGone(call.piece(null));
        if ("ended" in piece) return piece.ended;
        try {
          sink.write(piece.chunk);
        } catch (error) {
          await call.abort(null);
          throw error;
        }
      }
    },
    downloadStatus: () => call.downloadStatus(null),
    exchangeKey: () => call.exchangeKey(null),
    upload: (blob) => unknownWhenGone(call.upload(blob)),
    uploadStatus: () => call.uploadStatus(null),
    startBackup: (container, sasFile = "") => call.startBackup({ container, sasFile }),
    backupStatus: (job) => call.backupStatus(job),
    startRestore: (container, folder, sasFile = "") =>
      call.startRestore({ container, folder, sasFile }),
    restoreStatus: (job) => call.restoreStatus(job),
    keys: () => call.keys(null),
    startPreBackup: (container, sasFile = "") => call.startPreBackup({ container, sasFile }),
    startPreRestore: (container, folder, sasFile = "") =>
      call.startPreRestore({ container, folder, sasFile }),
    signedInAs: () => call.signedInAs(null),
    roles: () => call.roles(null),
    roleAssignments: () => call.roleAssignments(null),
    roleAssignment: (scope, name) => call.roleAssignment({ scope, name }),
    assignRole: ({ name, role, principal, scope }) =>
      unknownWhenGone(call.assignRole({ name, role, principal, scope })),
    removeAssignment: async (scope, name) => {
      await unknownWhenGone(call.removeAssignment({ scope, name }));
    },
    settings: () => call.settings(null),
    changeSetting: ({ name, value }) => unknownWhenGone(call.changeSetting({ name, value })),
  };
}

/**
 * Tells of each change of the sign-in, until the process goes. A rehearsal's HSM has none.
 * @param told is told last that nobody is signed in any more
 */
export async function followSignIn(
  call: HsmMethods, told: (view: SignInView) => void,
): Promise<void> {
  try {
    for (let seen = 0; ;) {
      const { revision, view } = await call.signInNews(seen);
      seen = revision;
      told(view);
    }
  } catch {
    told({ kind: "none" });
  }
}

/** The process may have died after the call went out: then nobody knows what became of it. */
async function unknownWhenGone<Value>(asked: Promise<Value>): Promise<Value> {
  try {
    return await asked;
  } catch (error) {
    if (!isFault(error) || error.code !== "E-WORKER-GONE") throw error;
    throw new Fault(
      "E-HSM-UNKNOWN-OUTCOME",
      "Whether the HSM received this is not known: the connection's process stopped.",
      "Ask for the status; nothing is sent again blindly.",
    );
  }
}
