// What a plan or an answer must never contain: text that alone grants access.
import type { RefusalSentence } from "../../text/refusal.ts";
import { sentence } from "../../text/sentence.ts";

interface Secret {
  readonly what: RefusalSentence;
  readonly pattern: RegExp;
}

const SECRETS: readonly Secret[] = [
  {
    what: sentence("deployment-faults.secret.privateKey"),
    pattern: /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/,
  },
  // Searched from its first full stop: otherwise a text of many beginnings would be scanned repeatedly.
  {
    what: sentence("deployment-faults.secret.token"),
    pattern: /\.(?=[\w-]{10})(?<=\beyJ[\w-]{10,2000}\.)/,
  },
  { what: sentence("deployment-faults.secret.sas"), pattern: /[?&;]?\bsig=[\w%+/=-]{20,}/i },
  {
    what: sentence("deployment-faults.secret.connection"),
    pattern: /\b(?:AccountKey|SharedAccessKey|SharedAccessSignature)\s*=/i,
  },
  {
    what: sentence("deployment-faults.secret.storageKey"),
    pattern: /(?<![\w+/=])[A-Za-z0-9+/]{86}==(?![\w+/=])/,
  },
  {
    what: sentence("deployment-faults.secret.client"),
    pattern: /(?<![\w.~-])[\w~.-]{3}\dQ~[\w~.-]{31,34}(?![\w.~-])/,
  },
  {
    what: sentence("deployment-faults.secret.password"),
    pattern:
      /\b(?:password|passwd|passphrase|client_?secret|access_?token|refresh_?token|account_?key|sas_?token)["']?\s*[:=]\s*["']?[^\s"',{[]/i,
  },
];

/** The first secret in a text, or null. It is named, never repeated. */
export function secretIn(
  text: string,
): { readonly what: RefusalSentence; readonly at: number } | null {
  for (const { what, pattern } of SECRETS) {
    const at = text.search(pattern);
    if (at >= 0) return { what, at };
  }
  return null;
}
