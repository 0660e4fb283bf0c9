// What is said of an exchange key's attestation: in the words of people who never saw a quote.
import type { AttestationView, CheckName } from "../../electron/bridge/view.ts";

/** Checks that say one thing to a person. */
export interface CheckGroup {
  readonly checks: readonly CheckName[];
  readonly says: string;
}

/** In the order in which they are checked. */
export const CHECK_GROUPS: readonly CheckGroup[] = [
  { checks: ["self-signature", "certificate"], says: "The key's certificate is intact." },
  {
    checks: [
      "quote-form",
      "quote-signature",
      "qe-report-signature",
      "qe-report-data",
      "qe-identity",
      "qe-isv-svn",
      "pck-chain",
      "pck-root",
    ],
    says: "Intel hardware vouches for it, up to the root that this app knows.",
  },
  { checks: ["report-data"], says: "It vouches for exactly this key." },
  {
    checks: ["debug", "signer", "isv-prod-id", "isv-svn"],
    says: "The Managed HSM's own program made the key.",
  },
];

/** The result of a group: all its checks passed, one failed, or there was nothing to check. */
export function groupState(
  { checks }: CheckGroup,
  { checks: judged }: AttestationView,
): "held" | "failed" | "absent" {
  const own = judged.filter(({ check }) => checks.includes(check));
  if (own.some(({ ok }) => !ok)) return "failed";
  return own.length === 0 ? "absent" : "held";
}

/** The sentences around it. */
export const ATTESTATION = {
  list: "What was checked",
  state: { held: "proven", failed: "wrong", absent: "no proof" },
  say: {
    attested: "The key is attested: a genuine Managed HSM made it.",
    "not-attested":
      "Nothing proves that a genuine Managed HSM made this key. Who decides to continue?",
    refused: "The proof that came with this key is wrong. It must not be used.",
  },
  proves: "It proves a genuine Managed HSM, not that it is ours: the words were compared for that.",
  notJudged: "Not checked here: how current the hardware is, and what Intel has revoked since.",
  verb: "Confirm",
  detail: "the key is attested",
} as const;
