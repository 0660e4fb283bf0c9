// In German: what ./attestation.ts says.
import type { AttestationView, CheckName, CollateralView } from "../../electron/bridge/view.ts";
import { type CheckGroup } from "./attestation.ts";

export { groupState, type CheckGroup } from "./attestation.ts";

/** In the order in which they are checked. */
export const CHECK_GROUPS: readonly CheckGroup[] = [
  {
    checks: ["self-signature", "certificate"],
    says: "Das Zertifikat des Schlüssels ist unversehrt.",
  },
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
    says: "Hardware von Intel bürgt für ihn, bis zu der Wurzel, die diese App kennt.",
  },
  { checks: ["report-data"], says: "Sie bürgt für genau diesen Schlüssel." },
  {
    checks: ["debug", "signer", "isv-prod-id", "isv-svn"],
    says: "Das Programm des Managed HSM selbst hat den Schlüssel erzeugt.",
  },
];

/** Checks by Intel's files, which are shown once people have brought some. */
export const FILE_GROUPS: readonly CheckGroup[] = [
  {
    checks: ["root-crl", "pck-crl"],
    says: "Intel hat den Schlüssel der Hardware nicht widerrufen.",
  },
  { checks: ["tcb-level"], says: "Der Stand der Hardware ist nicht veraltet." },
  {
    checks: ["qe-match", "qe-level"],
    says: "Das Programm, das für den Schlüssel bürgt, ist von Intel und nicht veraltet.",
  },
];

/** The sentences around it. */
export const ATTESTATION = {
  list: "Was geprüft wurde",
  state: { held: "nachgewiesen", failed: "falsch", absent: "kein Nachweis" },
  say: {
    attested: "Der Schlüssel ist attestiert: Ein echtes Managed HSM hat ihn erzeugt.",
    "not-attested":
      "Nichts weist nach, dass ein echtes Managed HSM diesen Schlüssel erzeugt hat. Wer "
      + "beschließt fortzufahren?",
    refused:
      "Der Nachweis zu diesem Schlüssel ist falsch. Der Schlüssel darf nicht verwendet "
      + "werden.",
  },
  old:
    "Ein Managed HSM hat diesen Schlüssel erzeugt, auf Hardware, die Intel veraltet "
    + "nennt. Wer beschließt fortzufahren?",
  proves:
    "Das weist ein echtes Managed HSM nach, nicht, dass es unseres ist: Dafür wurden die "
    + "Wörter verglichen.",
  notJudged: "Nicht geprüft: wie aktuell die Hardware ist und was Intel seither widerrufen hat.",
  partly: (missing: readonly string[]): string =>
    `Nicht geprüft, weil nicht mitgebracht: ${missing.join(", ")}.`,
  bring: "Dateien von Intel bringen",
  bringAgain: "Andere Dateien bringen",
  hardware: ({ fmspc, pceId }: NonNullable<AttestationView["hardware"]>): string =>
    `Die Hardware ist FMSPC ${fmspc}, PCE ID ${pceId}.`,
  named: ({ file }: CollateralView): string => file.charAt(0).toUpperCase() + file.slice(1),
  file: ({ issued, next, days, current }: CollateralView): string => {
    if (current) return `ausgestellt am ${issued}, ${daysOld(days)}; die nächste bis ${next}`;
    return days < 0
      ? `ausgestellt am ${issued}, nach heute: sagt nichts über heute`
      : `ausgestellt am ${issued}, ${daysOld(days)}; die nächste war bis ${next} fällig: Intel kann mehr wissen`;
  },
  verb: "Bestätigen",
  detail: "der Schlüssel ist attestiert",
} as const;

const daysOld = (days: number): string => (days === 1 ? "1 Tag alt" : `${days} Tage alt`);

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
