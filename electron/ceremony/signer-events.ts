// What a record says of signing certificates: whose they are, and what makes them believed.
import type { Consent } from "./events.ts";

/** An officer's signing certificate by its thumbprint, hex. */
export interface SignerNamed {
  readonly officer: string;
  readonly certificate: string;
}

interface ActToSign {
  readonly act: string;
  readonly present: readonly string[];
  readonly consent: Consent;
}

/** Data by entry type, a part of `EventData`. `certificate` of `signer-known` is a PEM text. */
export interface SignerEvents {
  /**
   * A new signing key has signed the wrapping key beside it: thumbprints in hex, base64. Early
   * records lack it.
   */
  "signer-bound": {
    readonly officer: string;
    readonly certificate: string;
    readonly wrapping: string;
    readonly algorithm: "RSA-PSS-SHA256";
    readonly signature: string;
  };
  /**
   * The end of an act that changed something: its title, and the officers who sign this entry's
   * hash; or, where none has a signing key, the roles of who signs a paper with its words.
   */
  "act-signing": ActToSign;
  "act-signing-on-paper": ActToSign;
  "signer-known": { readonly officer: string; readonly certificate: string };
}
