// What a record says of signing certificates: whose they are, and what makes them believed.

/** An officer's signing certificate by its thumbprint, hex. */
export interface SignerNamed {
  readonly officer: string;
  readonly certificate: string;
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
  "signer-known": { readonly officer: string; readonly certificate: string };
}
