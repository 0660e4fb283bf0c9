// What is said of an exchange key's attestation: in the words of people who never saw a quote.
import type { AttestationView, CheckName, CollateralView } from "../../electron/bridge/view.ts";

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

/** Checks by Intel's files, which are shown once people have brought some. */
export const FILE_GROUPS: readonly CheckGroup[] = [
  { checks: ["root-crl", "pck-crl"], says: "Intel has not revoked the hardware's key." },
  { checks: ["tcb-level"], says: "The hardware's level is not out of date." },
  {
    checks: ["qe-match", "qe-level"],
    says: "The program that vouches for the key is Intel's, and not out of date.",
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
  old: "A Managed HSM made this key, on hardware that Intel calls out of date. Who decides to continue?",
  proves: "It proves a genuine Managed HSM, not that it is ours: the words were compared for that.",
  notJudged: "Not checked: how current the hardware is, and what Intel has revoked since.",
  partly: (missing: readonly string[]): string =>
    `Not checked, because it was not brought: ${missing.join(", ")}.`,
  bring: "Bring Intel's files",
  bringAgain: "Bring other files",
  hardware: ({ fmspc, pceId }: NonNullable<AttestationView["hardware"]>): string =>
    `Its hardware is FMSPC ${fmspc}, PCE ID ${pceId}.`,
  named: ({ file }: CollateralView): string => file.charAt(0).toUpperCase() + file.slice(1),
  file: ({ issued, next, days, current }: CollateralView): string => {
    if (current) return `issued ${issued}, ${daysOld(days)}; next by ${next}`;
    return days < 0
      ? `issued ${issued}, after today: it says nothing of today`
      : `issued ${issued}, ${daysOld(days)}; the next was due by ${next}: Intel may know more`;
  },
  verb: "Confirm",
  detail: "the key is attested",
} as const;

const daysOld = (days: number): string => (days === 1 ? "1 day old" : `${days} days old`);

/** Checks whose failure says that the hardware is old, not that somebody else made the key. */
const LEVELS: readonly CheckName[] = ["tcb-level", "qe-level"];

/** What is read aloud of it. */
export function sayOf({ verdict, checks }: AttestationView): string {
  const failed = checks.filter(({ ok }) => !ok);
  const isOld = failed.length > 0 && failed.every(({ check }) => LEVELS.includes(check));
  return verdict === "not-attested" && isOld ? ATTESTATION.old : ATTESTATION.say[verdict];
}

/** What Intel's files have not answered, as one sentence; "" where they answered everything. */
export function notChecked({ collateral, missing }: AttestationView): string {
  if (collateral.length === 0) return ATTESTATION.notJudged;
  return missing.length === 0 ? "" : ATTESTATION.partly(missing);
}
