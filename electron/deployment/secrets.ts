// What must never be in a plan or an answer: text that opens something by itself.

interface Secret {
  /** What it is, in our own words. */
  readonly what: string;
  readonly pattern: RegExp;
}

const SECRETS: readonly Secret[] = [
  { what: "a private key", pattern: /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/ },
  // Looked for from its first full stop: a text of beginnings alone would be read over and over.
  { what: "a sign-in token", pattern: /\.(?=[\w-]{10})(?<=\beyJ[\w-]{10,2000}\.)/ },
  { what: "a SAS token", pattern: /[?&;]?\bsig=[\w%+/=-]{20,}/i },
  {
    what: "a connection string",
    pattern: /\b(?:AccountKey|SharedAccessKey|SharedAccessSignature)\s*=/i,
  },
  { what: "a key of a storage account", pattern: /(?<![\w+/=])[A-Za-z0-9+/]{86}==(?![\w+/=])/ },
  { what: "a client secret", pattern: /(?<![\w.~-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w.~-])/ },
  {
    what: "a password or a secret in a member of its own",
    pattern:
      /\b(?:password|passwd|passphrase|client_?secret|access_?token|refresh_?token|account_?key|sas_?token)["']?\s*[:=]\s*["']?[^\s"',{[]/i,
  },
];

/** The first secret in a text, or null. It is named, never repeated. */
export function secretIn(text: string): { readonly what: string; readonly at: number } | null {
  for (const { what, pattern } of SECRETS) {
    const at = text.search(pattern);
    if (at >= 0) return { what, at };
  }
  return null;
}
