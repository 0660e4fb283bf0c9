// In German: what ./consent.ts says.
import type { Consent } from "../../electron/ceremony/ceremony.ts";
import { type ConsentLine } from "./consent.ts";

export { type ConsentLine } from "./consent.ts";

/** What its part is called, and what it says. */
export const CONSENT = {
  title: "Was unterschrieben wird",
  note:
    "Das steht im letzten Eintrag des Protokolls. Jede Unterschrift gilt ihm und allem " + "davor.",
  actNote:
    "Das steht in einem Eintrag des Protokolls, mit dem Titel dieses Abschnitts. Jede "
    + "Unterschrift gilt ihm und allem davor.",
};

/** An act that is signed on paper. */
export const ACT_SIGNED = {
  paper:
    "Kein Protokoll enthält einen Signierschlüssel der Anwesenden. Drücken Sie, um die "
    + "Wörter dessen zu sehen, was unterschrieben wird; schreiben Sie sie auf ein Blatt "
    + "Papier, und alle unterschreiben es mit Tinte.",
  show: "Wörter zum Unterschreiben anzeigen",
  write: "Schreiben Sie diese Wörter auf das Papier; alle Anwesenden unterschreiben es",
};

/** The lines; what this ceremony never had is left out. */
export function consentLines(consent: Consent): readonly ConsentLine[] {
  const { hsm, officers, required, ceremony, thumbprints, signers = [], accepted = [] } = consent;
  const said = (label: string, value: string, isDigest = false): readonly ConsentLine[] =>
    value === "" ? [] : [{ label, value, isDigest }];
  return [
    ...said("HSM", hsm),
    ...said("Quorum", `${required} von ${officers} Schlüsselinhabern`),
    ...said("Hinweggegangen über", accepted.join(", ")),
    ...said("Austauschschlüssel", ATTESTED[consent.exchangeAttested ?? ""]),
    ...said("Zeremonie", ceremony, true),
    ...said("Ablauf", consent.scriptSha256, true),
    ...said("Sicherheitsdomäne", consent.domainSha256, true),
    ...said("Austauschschlüssel", consent.exchangeThumbprint, true),
    ...thumbprints.flatMap((one, i) => said(`Entschlüsselungsschlüssel ${i + 1}`, one, true)),
    ...signers.flatMap(({ officer, certificate }) =>
      said(`Signierschlüssel ${officer.replace("officer-", "")}`, certificate, true),
    ),
  ];
}

const ATTESTED = {
  "": "",
  attested: "von einem echten Managed HSM erzeugt",
  "not-attested": "nicht nachgewiesen, dass er von einem echten Managed HSM stammt",
} as const;
