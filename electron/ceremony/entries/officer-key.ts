// An officer's key: made, opened, compared, checked, in trouble; and the signing key beside it.
import * as z from "zod/mini";
import { named, theirs, type Station } from "../../../ceremony-scripts/index.ts";
import { list, sentence } from "../../text/sentence.ts";
import { trouble, withOfficer } from "./standing.ts";
import { entry } from "./entry.ts";
import {
  count,
  digest,
  files,
  officer,
  role,
  station,
  text,
  type Data,
  type FileOnMedium,
} from "./forms.ts";
import { firstRole, onMedia, roleIn, rolesIn, shortDigest } from "./holes.ts";
import { withFullStop } from "./phrases.ts";

const making = z.strictObject({ officer, media: z.array(text), files: z.array(text) });
const made = z.strictObject({
  officer,
  bits: count,
  certificate: text,
  thumbprint: digest,
  signingCertificate: text,
  signingThumbprint: digest,
  files,
});

/** What is known of one officer's key. */
export interface OfficerState {
  readonly making: Data<typeof making> | null;
  readonly made: Data<typeof made> | null;
  readonly confirmedAt: readonly Station[];
  /** Their signing key has signed the thumbprint of their wrapping key. */
  readonly isBound: boolean;
}

export interface OfficerKeys {
  readonly officers: Readonly<Record<string, OfficerState>>;
  readonly exported: readonly FileOnMedium[];
  /** Signing certificates (PEM) by officer. */
  readonly signers: Readonly<Record<string, string>>;
  /** Officers whose keys opened a challenge. */
  readonly checked: readonly string[];
  /** Officers whose part was taken over, or whose key has a reported trouble. */
  readonly heardOf: readonly string[];
}
export const NO_KEYS: OfficerKeys = {
  officers: {},
  exported: [],
  signers: {},
  checked: [],
  heardOf: [],
};

/** These with more, each once. */
export const withMore = (all: readonly string[], ...more: readonly string[]): readonly string[] => [
  ...new Set([...all, ...more]),
];

const NO_OFFICER: OfficerState = { making: null, made: null, confirmedAt: [], isBound: false };

const ofOfficer = (
  { officers }: OfficerKeys,
  who: string,
  change: Partial<OfficerState>,
): Pick<OfficerKeys, "officers"> => ({
  officers: { ...officers, [who]: { ...(officers[who] ?? NO_OFFICER), ...change } },
});

/** A file's name without its ending, among those of a new key. */
const nameIn = (all: readonly FileOnMedium[], prefix: string): string =>
  all.find(({ name }) => name.startsWith(prefix))?.name.split(".")[0] ?? "";

export const OFFICER_KEY = {
  "key-making-began": entry({
    by: "officer",
    form: making,
    evolve: (data, state: OfficerKeys) => ofOfficer(state, data.officer, { making: data }),
    minutes: ({ officer: who, media }) =>
      sentence("entries.key-making-began", { officer: roleIn(who), media: list(media.map(named)) }),
  }),
  "unrecorded-removed": entry({
    by: "officer",
    form: z.strictObject({ officer, files: z.array(text) }),
    minutes: ({ officer: who, files: gone }) =>
      sentence("entries.unrecorded-removed", {
        officer: roleIn(who),
        files: list(gone.map(named)),
      }),
  }),
  "key-made": entry({
    by: "officer",
    form: made,
    evolve: (data, state: OfficerKeys) => ({
      ...ofOfficer(state, data.officer, { made: data, isBound: false }),
      signers: { ...state.signers, [data.officer]: data.signingCertificate },
    }),
    leaves: (data, { officers }, at) => ({
      officers: withOfficer(officers, data.officer, {
        thumbprint: data.thumbprint,
        signingThumbprint: data.signingThumbprint,
        trouble: "",
        keyOpenedAt: at,
        sealsSeenAt: "",
        keyName: nameIn(data.files, "cert_"),
        signingName: nameIn(data.files, "sign_"),
      }),
    }),
    minutes: ({ officer: who, bits, thumbprint }, wordsOf) =>
      sentence("entries.key-made", {
        officer: roleIn(who),
        bits,
        words: named(wordsOf(thumbprint)),
      }),
    facts: ({ bits }) => ({ bits }),
  }),
  "key-opened": entry({
    by: "officer",
    form: z.strictObject({ officer, media: z.array(text) }),
    minutes: ({ officer: who, media }) =>
      sentence("entries.key-opened", { who: firstRole(who), media: list(media.map(named)) }),
  }),
  "passphrase-refused": entry({
    by: "officer",
    form: z.strictObject({ officer, step: text }),
    afterAbort: true,
    minutes: ({ officer: who }) => sentence("ledger.passphrase-refused", { officer: roleIn(who) }),
  }),
  "thumbprint-confirmed": entry({
    by: "officer",
    form: z.strictObject({ officer, station, thumbprint: digest }),
    evolve: ({ officer: who, station: where }, state: OfficerKeys) =>
      ofOfficer(state, who, { confirmedAt: [...(state.officers[who]?.confirmedAt ?? []), where] }),
    minutes: ({ officer: who, station: where, thumbprint }, wordsOf) =>
      sentence("entries.thumbprint-confirmed", {
        officer: roleIn(who),
        station: where,
        words: named(wordsOf(thumbprint)),
      }),
  }),
  "certificates-exported": entry({
    by: "administrator",
    form: z.strictObject({ files }),
    evolve: ({ files: exported }) => ({ exported }),
    minutes: ({ files: exported }) =>
      sentence("entries.certificates-exported", { files: onMedia(exported) }),
  }),
  /**
   * A new signing key has signed the wrapping key beside it: thumbprints in hex, base64. Early
   * records lack it.
   */
  "signer-bound": entry({
    by: "officer",
    form: z.strictObject({
      officer,
      certificate: digest,
      wrapping: digest,
      algorithm: z.literal("RSA-PSS-SHA256"),
      signature: text,
    }),
    evolve: ({ officer: who }, state: OfficerKeys) => ofOfficer(state, who, { isBound: true }),
    minutes: ({ officer: who }) => sentence("ledger.signer-bound", { officer: roleIn(who) }),
  }),
  /** `certificate` is a PEM text. */
  "signer-known": entry({
    by: "officer",
    form: z.strictObject({ officer, certificate: text }),
    evolve: ({ officer: who, certificate }, { signers }: OfficerKeys) => ({
      signers: { ...signers, [who]: certificate },
    }),
    afterAbort: true,
    minutes: ({ officer: who }) => sentence("ledger.signer-known", { officer: roleIn(who) }),
  }),
  /** An officer's key opened a challenge: SHA-256 (hex) of its content. */
  "key-checked": entry({
    by: "officer",
    form: z.strictObject({ officer, medium: text, thumbprint: digest, challengeSha256: digest }),
    evolve: ({ officer: who }, { checked }: OfficerKeys) => ({ checked: withMore(checked, who) }),
    // A key that opens exists and is intact; but a broken seal stays broken.
    leaves: ({ officer: who }, { officers }, at) => ({
      officers: officers.map((one) =>
        one.officer !== who
          ? one
          : { ...one, keyOpenedAt: at, trouble: one.trouble === "seal-broken" ? one.trouble : "" },
      ),
    }),
    minutes: ({ officer: who, medium, challengeSha256 }) =>
      sentence("entries.key-checked", {
        officer: roleIn(who),
        medium: named(medium),
        digest: shortDigest(challengeSha256),
      }),
  }),
  "trouble-reported": entry({
    by: "doer",
    form: z.strictObject({ officer, trouble, happened: text, decidedBy: z.array(role) }),
    evolve: ({ officer: who }, { heardOf }: OfficerKeys) => ({ heardOf: withMore(heardOf, who) }),
    leaves: ({ officer: who, trouble: what }, { officers }) => ({
      officers: withOfficer(officers, who, { trouble: what }),
    }),
    minutes: ({ officer: who, trouble: what, happened, decidedBy }) =>
      sentence("entries.trouble-reported", {
        officer: roleIn(who),
        trouble: sentence(`entries.trouble.${what}`),
        happened: theirs(withFullStop(happened)),
        who: rolesIn(decidedBy),
      }),
    facts: ({ trouble: what }) => ({ trouble: what }),
  }),
};
