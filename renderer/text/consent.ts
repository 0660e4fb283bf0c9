// What all sign at the end, as it stands in the entry that they sign: each in a line of its own.
import type { Consent } from "../../electron/ceremony/ceremony.ts";

/** What its part is called, and what it says. */
export const CONSENT = {
  title: "What is signed",
  note: "This is in the record’s last entry. Every signature covers it and everything before it.",
  actNote:
    "This is in an entry of the record, with the title of this act. Every signature covers "
    + "it and everything before it.",
};

/** An act that is signed on paper. */
export const ACT_SIGNED = {
  paper:
    "No record contains a signing key of anyone here. Press to show the words of what is "
    + "signed; write them on a sheet of paper, and everyone signs it in ink.",
  show: "Show the words to sign",
  write: "Write these words on the paper; everyone here signs it",
};

/** A line: what it is, and its value. Values that are digests stand as their 64 hex digits. */
export interface ConsentLine {
  readonly label: string;
  readonly value: string;
  readonly isDigest: boolean;
}

/** The lines; what this ceremony never had is left out. */
export function consentLines(consent: Consent): readonly ConsentLine[] {
  const { hsm, officers, required, ceremony, thumbprints, signers = [], accepted = [] } = consent;
  const said = (label: string, value: string, isDigest = false): readonly ConsentLine[] =>
    value === "" ? [] : [{ label, value, isDigest }];
  return [
    ...said("HSM", hsm),
    ...said("Quorum", `${required} of ${officers} officers`),
    ...said("Overruled", accepted.join(", ")),
    ...said("Exchange key", ATTESTED[consent.exchangeAttested ?? ""]),
    ...said("Ceremony", ceremony, true),
    ...said("Script", consent.scriptSha256, true),
    ...said("Security domain", consent.domainSha256, true),
    ...said("Exchange key", consent.exchangeThumbprint, true),
    ...thumbprints.flatMap((one, i) => said(`Wrapping key ${i + 1}`, one, true)),
    ...signers.flatMap(({ officer, certificate }) =>
      said(`Signing key ${officer.replace("officer-", "")}`, certificate, true),
    ),
  ];
}

const ATTESTED = {
  "": "",
  attested: "made by a genuine Managed HSM",
  "not-attested": "not proven to be from a genuine Managed HSM",
} as const;
