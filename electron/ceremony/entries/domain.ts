// The security domain: downloaded, written to its media, compared, found, retired.
import * as z from "zod/mini";
import { named, theirs } from "../../../ceremony-scripts/index.ts";
import { list, sentence } from "../../text/sentence.ts";
import { withOfficer } from "./standing.ts";
import { entry } from "./entry.ts";
import { count, digest, digestOrNone, files, officer, received, text, type Data } from "./forms.ts";
import { firstRoles, grouped, onMedia, several, shortDigest } from "./holes.ts";
import { withFullStop } from "./phrases.ts";

const written = z.strictObject(received);

const found = z.strictObject({
  origin: text,
  sha256: digest,
  size: count,
  required: count,
  files,
  officers: z.array(
    z.strictObject({
      officer,
      keyName: text,
      signingName: text,
      thumbprint: digest,
      signingThumbprint: digestOrNone,
    }),
  ),
  /**
   * What only an earlier record could show: whether seals are unchanged, whether these people are
   * the officers, whether a newer domain has replaced this one, whose signing keys these are.
   */
  unchecked: z.array(z.enum(["seals", "people", "newest-domain", "signing-keys"])),
  /** Officers whose key is on its medium without a passphrase; early records lack it. */
  unprotected: z.exactOptional(z.array(officer)),
  /**
   * Officers whose share is not named after their certificate's thumbprint: found by the text of
   * the certificate, or to be found by trying every share. Absent if none.
   */
  foundBy: z.exactOptional(z.array(z.strictObject({ officer, by: z.enum(["text", "trial"]) }))),
});

export interface Domain {
  readonly download: "none" | "began" | "again" | "received" | "written" | "ended";
  readonly answer: Data<typeof written> | null;
  readonly domain: Data<typeof written> | null;
  /** What was found without an earlier record. */
  readonly found: Data<typeof found> | null;
}
export const NO_DOMAIN: Domain = { download: "none", answer: null, domain: null, found: null };

const hsmState = z.strictObject({ state: text });

export const DOMAIN = {
  "activation-read": entry({
    by: "app",
    form: hsmState,
    minutes: ({ state }) => sentence("entries.activation-read", { state: theirs(state) }),
    facts: ({ state }) => ({ state }),
  }),
  "download-began": entry({
    by: "administrator",
    form: z.strictObject({ required: count, thumbprints: z.array(digest) }),
    evolve: () => ({ download: "began" as const }),
    minutes: ({ required, thumbprints }) =>
      sentence("ledger.download-began", { certificates: thumbprints.length, required }),
    facts: ({ required, thumbprints }) => ({ required, certificates: thumbprints.length }),
  }),
  "download-again-decided": entry({
    by: ["administrator", "app"],
    form: z.strictObject({ reason: text, decidedBy: z.array(text) }),
    evolve: () => ({ download: "again" as const }),
    minutes: ({ reason, decidedBy }) =>
      sentence("entries.download-again-decided", {
        who: firstRoles(decidedBy),
        reason: theirs(withFullStop(reason)),
      }),
    facts: ({ reason, decidedBy }) => ({ reason, decidedBy }),
  }),
  "answer-received": entry({
    by: "app",
    form: written,
    evolve: (answer) => ({ download: "received" as const, answer }),
    minutes: ({ size, files: all }) =>
      sentence("entries.answer-received", { size: grouped(size), files: onMedia(all) }),
    facts: ({ size }) => ({ size }),
  }),
  "domain-written": entry({
    by: "app",
    form: written,
    evolve: (domain) => ({ download: "written" as const, domain }),
    leaves: ({ sha256, files: [first] }, { domainSha256 }) =>
      domainSha256 === "" ? { domainSha256: sha256, domainFile: first?.name ?? "" } : {},
    minutes: ({ size, files: all, sha256 }) =>
      sentence("entries.domain-written", {
        size: grouped(size),
        files: onMedia(all),
        digest: shortDigest(sha256),
      }),
    facts: ({ size, sha256 }) => ({ size, sha256 }),
  }),
  "download-ended": entry({
    by: "app",
    form: hsmState,
    evolve: () => ({ download: "ended" as const }),
    minutes: ({ state }) => sentence("entries.download-ended", { state: theirs(state) }),
    facts: ({ state }) => ({ state }),
  }),
  "read-aloud": entry({
    by: "witness",
    form: z.strictObject({ what: z.enum(["domain", "exchange-key"]), sha256: digest }),
    minutes: ({ what, sha256 }, wordsOf) =>
      sentence(`entries.read-aloud.${what}`, { words: named(wordsOf(sha256)) }),
    facts: ({ what }) => ({ what }),
  }),
  "domain-matched": entry({
    by: "administrator",
    form: z.strictObject({ sha256: digest, required: count, thumbprints: z.array(digest) }),
    minutes: ({ required, thumbprints, sha256 }) =>
      sentence("entries.domain-matched", {
        certificates: thumbprints.length,
        required,
        digest: shortDigest(sha256),
      }),
  }),
  "domain-rehashed": entry({
    by: "doer",
    form: written,
    minutes: ({ files: all, sha256 }) =>
      sentence("entries.domain-rehashed", { files: onMedia(all), digest: shortDigest(sha256) }),
    facts: ({ sha256 }) => ({ sha256 }),
  }),
  /** An older domain is no longer in force: its SHA-256 (hex), its file, its media. */
  "domain-retired": entry({
    by: "doer",
    form: z.strictObject({ sha256: digest, file: text, media: z.array(text) }),
    minutes: ({ file, media, sha256 }) =>
      sentence("entries.domain-retired", {
        media: list(media.map(named)),
        file: named(file),
        digest: shortDigest(sha256),
      }),
    facts: ({ sha256 }) => ({ sha256 }),
  }),
  /** Without an earlier record: the domain and the keys it names, as they are on the media. */
  "domain-found": entry({
    by: "doer",
    form: found,
    evolve: (data) => ({ found: data }),
    leaves: ({ sha256, required, files: [first], officers: keys }, { officers }) => ({
      domainSha256: sha256,
      required,
      domainFile: first?.name ?? "",
      officers: keys.reduce(
        (all, { officer: who, ...key }) =>
          withOfficer(all, who, {
            ...key,
            name: all.find((one) => one.officer === who)?.name ?? "name not known",
          }),
        officers,
      ),
    }),
    minutes: ({ origin, files: all, sha256, foundBy = [] }) =>
      several(
        sentence("entries.domain-found", {
          files: onMedia(all),
          digest: shortDigest(sha256),
          origin: theirs(withFullStop(origin)),
        }),
        ...foundBy.map(({ officer: who, by }) =>
          sentence("entries.share-found", { officer: theirs(who), by }),
        ),
      ),
    facts: ({ sha256, origin }) => ({ sha256, origin }),
  }),
};
