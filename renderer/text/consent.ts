// What everyone signs at the end, as in the signed entry: one line each.
import { sentence } from "../../electron/text/text.ts";
import type { Consent } from "../../electron/ceremony/ceremony.ts";
import { said, say } from "./say.ts";

/** A line: its name and value. Digests are shown as 64 hex digits. */
export interface ConsentLine {
  readonly label: string;
  readonly value: string;
  readonly isDigest: boolean;
}

/** The lines that apply to this ceremony. */
export function consentLines(consent: Consent): readonly ConsentLine[] {
  const { hsm, officers, required, ceremony, thumbprints, signers = [], accepted = [] } = consent;
  const line = (label: string, value: string, isDigest = false): readonly ConsentLine[] =>
    value === "" ? [] : [{ label, value, isDigest }];
  const { exchangeAttested = "" } = consent;
  return [
    ...line(say("consent.label.hsm"), hsm),
    ...line(say("consent.label.quorum"), say("consent.quorum", { required, officers })),
    ...line(say("consent.label.overruled"), accepted.join(", ")),
    ...line(
      say("consent.label.exchangeKey"),
      exchangeAttested === "" ? "" : say(`consent.attested.${exchangeAttested}`),
    ),
    ...line(say("consent.label.ceremony"), ceremony, true),
    ...line(say("consent.label.script"), consent.scriptSha256, true),
    ...line(say("consent.label.domain"), consent.domainSha256, true),
    ...line(say("consent.label.exchangeKey"), consent.exchangeThumbprint, true),
    ...thumbprints.flatMap((one, i) =>
      line(say("consent.label.wrapping", { number: i + 1 }), one, true),
    ),
    ...signers.flatMap(({ officer, certificate }) =>
      line(
        said(sentence("consent.label.signing", { officer: officer.replace("officer-", "") })),
        certificate,
        true,
      ),
    ),
  ];
}
