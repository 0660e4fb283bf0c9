// The attestation of an exchange key in plain words.
import { list, sentence } from "../../electron/text/text.ts";
import type { AttestationView, CheckName, CollateralView } from "../../electron/bridge/view.ts";
import { say } from "./say.ts";

/** Checks that mean one thing to a person. */
export interface CheckGroup {
  readonly id: "intact" | "hardware" | "key" | "program" | "revoked" | "level" | "vouching";
  readonly checks: readonly CheckName[];
}

/** In the order in which they are checked. */
export const CHECK_GROUPS: readonly CheckGroup[] = [
  { id: "intact", checks: ["self-signature", "certificate"] },
  {
    id: "hardware",
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
  },
  { id: "key", checks: ["report-data"] },
  { id: "program", checks: ["debug", "signer", "isv-prod-id", "isv-svn"] },
];

/** Checks by Intel's files, shown once people have brought some. */
export const FILE_GROUPS: readonly CheckGroup[] = [
  { id: "revoked", checks: ["root-crl", "pck-crl"] },
  { id: "level", checks: ["tcb-level"] },
  { id: "vouching", checks: ["qe-match", "qe-level"] },
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

/** The age of one of Intel's files, and its expiry. */
export function fileLine({ issued, next, days, current }: CollateralView): string {
  const age = sentence("attestation.daysOld", { days });
  if (current) return say("attestation.issued.current", { issued, age, next });
  return days < 0
    ? say("attestation.issued.later", { issued })
    : say("attestation.issued.old", { issued, age, next });
}

/** Checks that fail for outdated hardware, not for a forged key. */
const LEVELS: readonly CheckName[] = ["tcb-level", "qe-level"];

/** What is read aloud about it. */
export function sayOf({ verdict, checks }: AttestationView): string {
  const failed = checks.filter(({ ok }) => !ok);
  const isOld = failed.length > 0 && failed.every(({ check }) => LEVELS.includes(check));
  return verdict === "not-attested" && isOld
    ? say("attestation.old")
    : say(`attestation.say.${verdict}`);
}

/** What Intel's files leave open, as one sentence; "" if nothing. */
export function notChecked({ collateral, missing }: AttestationView): string {
  if (collateral.length === 0) return say("attestation.notJudged");
  return missing.length === 0 ? "" : say("attestation.partly", { missing: list(missing) });
}
