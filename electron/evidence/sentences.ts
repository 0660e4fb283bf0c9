// What each entry of a record says, as one sentence of the minutes. A new type has one or nothing
// compiles.
import { named, theirs, type Line } from "../../ceremony-scripts/index.ts";
import type { EventData, EventType, FileOnMedium, RecordEntry } from "../ceremony/ceremony.ts";
import {
  bytesOf, counted, inText, joined, listed, pairOf, roleOf, stepOf, whole,
} from "./phrases.ts";
import { wordsOf } from "./reading.ts";
import { keyListIn, RECOVERY_SENTENCES } from "./recovery-sentences.ts";
import { RUNNING_SENTENCES } from "./running-sentences.ts";
import { STATION_SENTENCES } from "./station-sentences.ts";

export type Sentences<Type extends EventType> = {
  readonly [Name in Type]: (data: EventData[Name], entry: RecordEntry) => Line;
};

const digest = (hex: string): Line => ["SHA-256 ", named(`${hex.slice(0, 16)}\u2026`)];
const heard = (hex: string): Line => ["words ", named(wordsOf(hex))];
const on = (files: readonly FileOnMedium[]): Line => joined(files.map(({ name, label }): Line =>
  [named(name), " on ", named(label)]));
const hsmSays = (state: string): Line => ["the HSM says ", theirs(state)];

type Elsewhere = keyof typeof RUNNING_SENTENCES | keyof typeof RECOVERY_SENTENCES
  | keyof typeof STATION_SENTENCES;

const SENTENCES: Sentences<Exclude<EventType, Elsewhere>> = {
  "opened": ({ script, hsm, mode, officers, required }) =>
    ["Opened: ", named(script), " for ", theirs(hsm), `, ${mode}, ${String(required)} of `
      + `${String(officers)} officers.`],
  "chosen": ({ goTo }) => ["Chosen: go on with \u201c", theirs(stepOf(goTo)), "\u201d."],
  "key-making-began": ({ officer, media }) =>
    [`The keys of ${inText(officer)} are being made, on the media `,
      ...joined(media.map((id): Line => [named(id)])), "."],
  "unrecorded-removed": ({ officer, files }) =>
    [`Files of an unfinished try of ${inText(officer)} were removed: `,
      ...joined(files.map((name): Line => [named(name)])), "."],
  "key-made": ({ officer, bits, thumbprint }) =>
    [`The keys of ${inText(officer)} are made (RSA ${String(bits)}), written to both media and `
      + "read back. Certificate: ", ...heard(thumbprint), "."],
  "signer-bound": ({ officer }) =>
    [`The signing key of ${inText(officer)} signed the wrapping key beside it: it vouches for this `
      + "officer in later ceremonies."],
  "key-opened": ({ officer, media }) =>
    [`${roleOf(officer)} opened the keys with the passphrase, from `,
      ...joined(media.map((label): Line => [named(label)])), "."],
  "thumbprint-confirmed": ({ officer, station, thumbprint }) =>
    [`The words of the certificate of ${inText(officer)} are as heard, at the ${station} station: `,
      ...heard(thumbprint), "."],
  "certificates-exported": ({ files }) => ["Certificates for the HSM: ", ...on(files), "."],
  "activation-read": ({ state }) => ["Before the download ", ...hsmSays(state), "."],
  "download-began": ({ required, thumbprints }) =>
    [`The security domain was asked for, for ${counted(thumbprints.length, "certificate")}, quorum `
      + `${String(required)}. This cannot be taken back.`],
  "download-again-decided": ({ reason, decidedBy }) =>
    [`${capitalList(decidedBy)} decided to download again: `, theirs(whole(reason))],
  "answer-received": ({ size, files }) =>
    [`The HSM's answer, ${bytesOf(size)}, was written and read back: `, ...on(files), "."],
  "domain-written": ({ size, files, sha256 }) =>
    [`The security domain, ${bytesOf(size)}, was written and read back: `, ...on(files), "; ",
      ...digest(sha256), "."],
  "download-ended": ({ state }) => ["After the download ", ...hsmSays(state), "."],
  "read-aloud": ({ what, sha256 }) =>
    [what === "domain" ? "The SHA-256 of the security domain was read aloud and heard right: "
      : "The thumbprint of the exchange key was read aloud and heard right: ",
    ...heard(sha256), "."],
  "domain-matched": ({ required, thumbprints, sha256 }) =>
    [`The security domain is the one that was read aloud; it names ${
      counted(thumbprints.length, "certificate")} of this ceremony and a quorum of `
      + `${String(required)}; `, ...digest(sha256), "."],
  "quorum-proven": ({ subsets, entries, domainSha256 }) =>
    [`Each of ${listed(subsets.map(pairOf))} opened ${
      entries === 1 ? "the one entry" : `all ${String(entries)} entries`} of the security domain `
      + "from the bytes on the media; ",
    ...digest(domainSha256), "."],
  "domain-retired": ({ file, media, sha256 }) =>
    ["The old security domain is in force no more, and leaves ",
      ...joined(media.map((label): Line => [named(label)])), ": ", named(file), "; ",
      ...digest(sha256), "."],
  "domain-found": ({ origin, files, sha256 }) =>
    ["No earlier record was at hand. The security domain was found: ", ...on(files), "; ",
      ...digest(sha256), ". Nobody could check seals, people, signing keys, or whether a newer "
        + "domain took its place. Its origin, as people say: ", theirs(whole(origin))],
  "seals-checked": ({ officer, seals }) =>
    [`The seals of ${officer === "" ? "what is shared" : inText(officer)} were read and compared: `,
      ...joined(seals.map(({ object, found, condition }): Line =>
        [theirs(object), " ", named(found === "" ? "-" : found), ` ${condition}`])), "."],
  "bags-opened": ({ objects }) => ["Bags opened before the witness: ",
    ...joined(objects.map(({ object, seal }): Line => [theirs(object), " ", named(seal)])), "."],
  "key-checked": ({ officer, medium, challengeSha256 }) =>
    [`The key of ${inText(officer)} on `, named(medium), " opened a challenge; ",
      ...digest(challengeSha256), "."],
  "domain-rehashed": ({ files, sha256 }) =>
    ["The security domain was hashed again: ", ...on(files), "; ", ...digest(sha256), "."],
  "trouble-reported": ({ officer, trouble, happened, decidedBy }) =>
    [`Of the key of ${inText(officer)} it was reported: ${TROUBLES[trouble]}. `,
      theirs(whole(happened)), ` Decided by ${listed(decidedBy.map(inText))}.`],
  "hand-off-acknowledged": ({ gave, took, absent }) => [
    ...gave.length === 0 ? [] : [...inTheirs(gave), " said aloud what they hand on. "],
    ...inTheirs(took), " said aloud what they take.",
    ...absent.length === 0 ? []
      : [" Not here to hand on: ", ...inTheirs(absent), "; two people decided to go on."],
  ],
  "object-handed-off": ({ object, seal, from, to, place }) =>
    [theirs(object), " with seal ", named(seal), " went from ", theirs(from), " to ", theirs(to),
      ", to ", theirs(place), "."],
  "objects-destroyed": ({ objects }) => ["Destroyed before the witness: ",
    ...joined(objects.map(({ object, how }): Line => [theirs(object), " (", theirs(how), ")"])),
    "."],
  "part-taken": ({ officer, closed, head }) =>
    [`The part of ${inText(officer)} was taken over, closed ${
      closed === "signed" ? "by a signature" : "on paper"}; head `, named(wordsOf(head)), "."],
  "backup-named": ({ container, folder, takenAt }) =>
    ["The newest full backup is ", theirs(folder), " in ", theirs(container), `, of ${takenAt}.`],
  "custody-attested": ({ health, healthy, troubled, unseen }) =>
    [`Custody attested: ${HEALTH[health]}. Healthy: ${listed(healthy.map(inText))}; in trouble: `
      + `${listed(troubled.map(inText))}; not heard of: ${listed(unseen.map(inText))}.`],
  "custody-recorded": ({ objects }) =>
    [`Seal, place and custodian of ${counted(objects.length, "object")} were recorded.`],
  "deviation-accepted": ({ rule, reason, decidedBy }) =>
    [`${capitalList(decidedBy)} accepted a deviation from Microsoft's advice (${
      rule === "quorum" ? "a quorum of three or more" : "sites that differ"}): `,
    theirs(whole(reason))],
  "backup-known": ({ container, folder, keys, roles = [], list, unknown }) =>
    ["The newest full backup is ", theirs(folder), " in ", theirs(container),
      ...unknown === undefined
        ? [`; ${counted(keys.length, "key")} and ${
          counted(roles.length, "role assignment")} expected after the restore`,
        ...keyListIn(list), "."]
        : [`; there is no list of its keys, as ${listed(unknown.decidedBy.map(inText))} decided: `,
          theirs(whole(unknown.reason))]],
  "exchange-key-fetched": ({ thumbprint, verdict }) =>
    [`The exchange key of the new HSM was fetched, ${verdict}: `, ...heard(thumbprint), "."],
  "exchange-key-judged": ({ verdict, held, failed }) =>
    [`The exchange key was judged offline: ${verdict}. Checks that held: ${listed(held, "none")}; `
      + `that failed: ${listed(failed, "none")}.`],
  "exchange-key-compared": ({ thumbprint }) =>
    ["The exchange key is the one that was read aloud: ", ...heard(thumbprint), "."],
  "exchange-key-accepted": ({ attested, decidedBy }) => [attested
    ? "The exchange key is accepted: a genuine Managed HSM made it."
    : `${capitalList(decidedBy)} decided to trust an exchange key that is not attested.`],
  "refusal-accepted": ({ code, decidedBy }) =>
    [`${capitalList(decidedBy)} decided to go on in spite of `, named(code), "."],
  "blob-made": ({ officers, size, files, sha256 }) =>
    [`${capitalList(officers)} opened their shares; the restore blob, ${bytesOf(size)}, was made `
      + "for that exchange key alone: ", ...on(files), "; ", ...digest(sha256), "."],
  "upload-began": ({ sha256 }) =>
    ["The restore blob was sent to the HSM. This cannot be taken back; ", ...digest(sha256), "."],
  "upload-ended": ({ state }) => ["After the upload ", ...hsmSays(state), "."],
  "keys-compared": ({ keys }) =>
    [`${counted(keys.length, "expected key")} found again, in the same version and with the same `
      + "public half: ", ...joined(keys.map(({ name }): Line => [theirs(name)])), "."],
  "signer-known": ({ officer }) => [`The signing certificate of ${inText(officer)} was entered.`],
  "act-signing": ({ act, present }) =>
    ["End of the act ", theirs(act), `, to be signed by ${listed(present.map(inText))}.`],
  "act-signing-on-paper": ({ act, present }) =>
    ["End of the act ", theirs(act), `, signed on paper by ${listed(present.map(inText))}; `
      + "nobody signed the record itself."],
  "closing-on-paper": ({ present }) =>
    [`Closed on paper by ${listed(present.map(inText))}; nobody signed the record itself.`],
  "closing": ({ present }) => [`Ready to be signed by ${listed(present.map(inText))}.`],
};

const TROUBLES: Readonly<Record<EventData["trouble-reported"]["trouble"], string>> = {
  "lost": "the media are lost", "damaged": "the media cannot be read",
  "left": "the officer has left", "forgotten": "nobody knows the passphrase",
  "seal-broken": "a seal was broken, or is another than the record's",
};
const HEALTH: Readonly<Record<EventData["custody-attested"]["health"], string>> = {
  "whole": "every officer can open", "degraded": "degraded, recovery would still work",
  "would-fail": "recovery would fail today",
};

function capitalList(roles: readonly string[]): string {
  const [first = "nobody", ...rest] = roles.map(inText);
  return listed([roleOf(first), ...rest]);
}

/** An entry as one sentence. */
export function sentenceOf(entry: RecordEntry): Line {
  if (entry.type === "signed") {
    const { officer } = entry.data as { readonly officer: string };
    return [`${roleOf(officer)} signed with the signing key.`];
  }
  const all = {
    ...SENTENCES, ...RUNNING_SENTENCES, ...RECOVERY_SENTENCES, ...STATION_SENTENCES,
  };
  const sentence = all[entry.type as EventType] as
    (data: EventData[EventType], entry: RecordEntry) => Line;
  return sentence(entry.data as EventData[EventType], entry);
}

/** Names of people, one behind the other. */
const inTheirs = (names: readonly string[]): Line => joined(names.map((name) => [theirs(name)]));
