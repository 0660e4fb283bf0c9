// What a deployment's proofs read from Azure, through the one process with network code and sign-in.
import type { JsonObject } from "../../crypto/index.ts";
import type { SignedIn, SignInNews } from "./signed-in.ts";
import type { Site } from "./site.ts";

/** One question of a deployment's reads. */
export type AzureQuestion =
  | {
      readonly of: "resource-manager";
      readonly path: string;
      readonly version: string;
      readonly body?: string;
      readonly listOf?: string;
    }
  | {
      readonly of: "hsm";
      readonly hsm: string;
      readonly path: string;
      readonly version: string;
      /** What the list is of: its answer repeats it, so that an empty one says it too. */
      readonly listOf?: string;
    };

/** The answer; or that there is nothing; or the code of why it could not be read. */
export type AzureAnswer =
  | { readonly answer: JsonObject }
  | { readonly answer: null; readonly why: string };

/** A request (RFC 3161), and the address of the authority. */
export interface StampQuestion {
  readonly url: string;
  readonly query: Uint8Array;
}

/** A rehearsal's subscription: where it listens, whom to trust (PEM), as whom. */
export interface SubscriptionAddress {
  readonly host: string;
  readonly port: number;
  readonly ca: string;
  readonly token: string;
}

/** Whom to ask, and the only hosts of HSMs that may be asked. */
export interface ReaderAddress {
  readonly of: { readonly site: Site } | { readonly subscription: SubscriptionAddress };
  readonly hsms: readonly string[];
}

/** How long Azure asks to wait, in seconds from now; null when it is asked again. */
export interface WaitNews {
  readonly revision: number;
  readonly seconds: number | null;
}

/** The methods of that process: one plain value in, one out. */
export interface ReaderMethods {
  /** Sends nothing yet. @throws Fault E-HSM-SITE, E-HSM-HOST */
  readonly connect: (address: ReaderAddress) => Promise<null>;
  /** @throws Fault E-AUTH-*, E-HSM-AUTH, E-HSM-TENANT, E-HSM-NET... */
  readonly signIn: (none: null) => Promise<SignedIn>;
  readonly read: (question: AzureQuestion) => Promise<AzureAnswer>;
  /** Asks a timestamp authority; without `connect` and sign-in. @throws Fault E-STAMP-ASK */
  readonly stamp: (question: StampQuestion) => Promise<Uint8Array>;
  /** Resolves when there is something newer than revision `seen`. */
  readonly waitNews: (seen: number) => Promise<WaitNews>;
  readonly signInNews: (seen: number) => Promise<SignInNews>;
  readonly cancelSignIn: (none: null) => Promise<null>;
}

export const READER_METHODS = [
  "connect",
  "signIn",
  "read",
  "stamp",
  "waitNews",
  "signInNews",
  "cancelSignIn",
] as const satisfies readonly (keyof ReaderMethods)[];

/** The argument that makes the connected station's program read for proofs. */
export const READS = "reads";

/** Reports each wait until the process goes; missed ones that have ended are left out. */
export async function followWaits(
  call: Pick<ReaderMethods, "waitNews">,
  told: (seconds: number | null) => void,
): Promise<void> {
  try {
    for (let seen = 0; ;) {
      const { revision, seconds } = await call.waitNews(seen);
      seen = revision;
      told(seconds);
    }
  } catch {
    told(null);
  }
}

/** A started reader: its process ends with `end`. */
export interface Reader extends ReaderMethods {
  readonly isGone: () => boolean;
  readonly end: () => Promise<void>;
}
