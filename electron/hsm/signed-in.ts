// Who asks an HSM, and how far the sign-in is: plain values for people and record, never a token.
import type { SignInKind } from "./site.ts";

/** What the person who signs in must do now. */
export type SignInPrompt =
  | { readonly kind: "browser" }
  | { readonly kind: "device-code"; readonly address: string; readonly code: string };

/** One sentence for who reads lines, not screens. */
export function promptSentence(prompt: SignInPrompt): string {
  if (prompt.kind === "browser")
    return "A browser opens on this machine: sign in there, then come back.";
  return `Open ${prompt.address} in any browser, type the code ${prompt.code}, and sign in.`;
}

/**
 * Who is signed in, as the token for Resource Manager tells: printable ASCII, at most 100
 * characters each; "" where it does not say. `id` is the object id, in lower case.
 */
export interface SignedIn {
  readonly way: SignInKind | "rehearsal";
  readonly tenant: string;
  readonly id: string;
  readonly name: string;
  /** SHA-256 (hex) of the file of the site's own authority; absent where Microsoft's are trusted. */
  readonly ca?: string;
}

/** How far it is. In `asking`, address and code stand where a code must be typed elsewhere. */
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

/** What is news since revision `seen`. */
export interface SignInNews {
  readonly revision: number;
  readonly view: SignInView;
}
