// Who is signed in to an HSM, and the state of the sign-in: plain values, never a token.
import type { SignInKind } from "./site.ts";

/** What the person who signs in must do now. */
export type SignInPrompt =
  | { readonly kind: "browser" }
  | { readonly kind: "device-code"; readonly address: string; readonly code: string };

/** One sentence for readers of lines instead of screens. */
export function promptSentence(prompt: SignInPrompt): string {
  if (prompt.kind === "browser")
    return "A browser opens on this machine: sign in there, then come back.";
  return `Open ${prompt.address} in any browser, type the code ${prompt.code}, and sign in.`;
}

/**
 * Who is signed in, by the token for Resource Manager: printable ASCII, at most 100 characters
 * each; "" if missing. `id` is the object id, in lower case.
 */
export interface SignedIn {
  readonly way: SignInKind | "rehearsal";
  readonly tenant: string;
  readonly id: string;
  readonly name: string;
  /** SHA-256 (hex) of the file of the site's own authority; absent if Microsoft's are trusted. */
  readonly ca?: string;
}

/** The state. In `asking`, address and code are set if a code must be typed elsewhere. */
export type SignInView =
  | { readonly kind: "none" }
  | {
      readonly kind: "asking";
      readonly way: SignInKind;
      readonly tenant: string;
      readonly address: string;
      readonly code: string;
    }
  | { readonly kind: "signed-in"; readonly as: SignedIn }
  | {
      readonly kind: "refused";
      readonly code: string;
      readonly message: string;
      readonly next: string;
    };

/** The news since revision `seen`. */
export interface SignInNews {
  readonly revision: number;
  readonly view: SignInView;
}
