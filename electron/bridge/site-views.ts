// The HSM of a site file and the sign-in to it, as the window shows them. Never a token.

import type { PointSaid } from "../ceremony/ceremony.ts";
import type { Value } from "../text/sentence.ts";
import type { Refusal } from "../text/refusal.ts";

/** How one signs in. */
export type SignInWay =
  | "browser"
  | "device-code"
  | "azure-cli"
  | "managed-identity"
  | "client-certificate";

/** The HSM that is asked instead of the built-in one; `cloud` is "own" for one's own. */
export interface SiteView {
  readonly name: string;
  readonly host: string;
  readonly tenant: string;
  readonly cloud: string;
  /** The host one signs in to. */
  readonly authority: string;
  readonly way: SignInWay;
  /** Whether it names timestamp authorities. */
  readonly hasTimestamps: boolean;
}

/** Findings after the activation, unexpected roles, and the query for Azure's log. */
export interface AftercheckView {
  readonly points: readonly PointSaid[];
  readonly notes: readonly Value[];
  readonly query: string;
}

/** The state of the sign-in. Address and code are set if a code must be typed elsewhere. */
export type SignInView =
  | { readonly kind: "none" }
  | {
      readonly kind: "asking";
      readonly way: SignInWay;
      readonly tenant: string;
      readonly address: string;
      readonly code: string;
    }
  | {
      readonly kind: "signed-in";
      readonly as: {
        readonly way: SignInWay | "rehearsal";
        readonly tenant: string;
        readonly id: string;
        readonly name: string;
        /** SHA-256 (hex) of the file of the site's own authority, if it has one. */
        readonly ca?: string;
      };
    }
  | (Refusal & { readonly kind: "refused"; readonly code: string });
