// What ceremonies leave standing: how the custody is when a record is closed. The next ceremony's
// first entry holds it, so that each record can be read without the ones before it. No member is
// ever null: "" is a date or a digest that there is not.
import type {
  CustodyObject, Earlier, EventData, EventType, RecordEntry, SealFound,
} from "./events.ts";
import { lastOf, NO_LAST, type LastCeremony } from "./differences.ts";
import { folded } from "./plain.ts";

/**
 * What has befallen an officer's key: "" nothing; its media are lost, or cannot be read; the
 * officer has left; nobody knows the passphrase; the seal was broken, or is another than the
 * record's.
 */
export type Trouble = "" | "lost" | "damaged" | "left" | "forgotten" | "seal-broken";

/** One officer. Thumbprints: SHA-256 (hex) of the certificates' DER. */
export interface OfficerStanding {
  readonly officer: string;
  readonly name: string;
  /** The files on his media, without their endings, such as "cert_0" and "sign_0". */
  readonly keyName: string;
  readonly signingName: string;
  readonly thumbprint: string;
  /** "" for a key that was made elsewhere, with which nothing can be signed. */
  readonly signingThumbprint: string;
  readonly trouble: Trouble;
  /** When the seals of his objects were last compared, and when his key last opened something. */
  readonly sealsSeenAt: string;
  readonly keyOpenedAt: string;
}

/** An object in custody, and when its seal, place and custodian were last recorded. */
export interface ObjectStanding extends CustodyObject {
  readonly seenAt: string;
}

/** One hand-off of an object from one custodian to another. */
export interface HandOff {
  readonly object: string;
  readonly seal: string;
  readonly from: string;
  readonly to: string;
  readonly place: string;
  readonly at: string;
}

/** All that is known of an HSM's security domain and its custody. */
export interface Standing {
  readonly hsm: string;
  readonly required: number;
  /** SHA-256 (hex) of the security domain that is in force, and the name of its file. */
  readonly domainSha256: string;
  readonly domainFile: string;
  readonly officers: readonly OfficerStanding[];
  readonly objects: readonly ObjectStanding[];
  /** Hand-offs since the objects were last recorded all together. */
  readonly handOffs: readonly HandOff[];
  /** Which subsets of officers' seats opened the domain, and when. */
  readonly subsets: readonly (readonly number[])[];
  readonly provenAt: string;
  /** The last custody attestation, and the last recovery that found every key again. */
  readonly attestedAt: string;
  readonly drilledAt: string;
  /** The newest full backup that is known, and when it was recorded. */
  readonly backup: { readonly container: string; readonly folder: string; readonly at: string };
  /** Rules of Microsoft's from which two people decided to deviate, with the reason they gave. */
  readonly deviations: readonly { readonly rule: string; readonly reason: string }[];
  /** How the last ceremony was held. */
  readonly last: LastCeremony;
}

/** Before the first ceremony. */
const NOTHING: Standing = {
  hsm: "", required: 0, domainSha256: "", domainFile: "", officers: [], objects: [], handOffs: [],
  subsets: [], provenAt: "", attestedAt: "", drilledAt: "",
  backup: { container: "", folder: "", at: "" }, deviations: [], last: NO_LAST,
};

const UNKNOWN: Omit<OfficerStanding, "officer"> = {
  name: "", keyName: "", signingName: "", thumbprint: "", signingThumbprint: "", trouble: "",
  sealsSeenAt: "", keyOpenedAt: "",
};

/** What a record leaves standing, its first entry's `earlier` with it. Forms were judged before. */
export const standingOf = (entries: readonly RecordEntry[]): Standing =>
  entries.reduce((standing, entry) => {
    const change = CHANGES[entry.type as EventType] as Change<EventType> | undefined;
    return { ...standing, ...change?.(entry.data as never, standing, entry.at) };
  }, NOTHING);

type Change<Type extends EventType> = (
  data: EventData[Type], standing: Standing, at: string,
) => Partial<Standing>;

const CHANGES: { readonly [Type in EventType]?: Change<Type> } = {
  opened: (opened, _, at) => {
    const { earlier: [earlier], hsm, required, participants } = opened;
    const before = earlier === undefined ? NOTHING : standingIn(earlier);
    const named = participants.reduce((officers, { role, name }) =>
      role.startsWith("officer-") ? changed(officers, role, { name }) : officers, before.officers);
    const last = lastOf(opened, before.last, at);
    return { ...before, hsm, required, officers: named, last };
  },
  "key-made": ({ officer, thumbprint, signingThumbprint, files }, { officers }, at) => ({
    officers: changed(officers, officer, {
      thumbprint, signingThumbprint, trouble: "", keyOpenedAt: at, sealsSeenAt: "",
      keyName: nameIn(files, "cert_"), signingName: nameIn(files, "sign_"),
    }),
  }),
  "domain-written": ({ sha256, files }, { domainSha256 }) => domainSha256 === ""
    ? { domainSha256: sha256, domainFile: files[0]?.name ?? "" } : {},
  "domain-found": ({ sha256, required, files, officers: keys }, { officers }) => ({
    domainSha256: sha256, required, domainFile: files[0]?.name ?? "",
    officers: keys.reduce((all, { officer, ...key }) => changed(all, officer, {
      ...key, name: all.find((one) => one.officer === officer)?.name ?? "name not known",
    }), officers),
  }),
  "quorum-proven": ({ domainSha256, subsets, media }, { officers }, at) => ({
    domainSha256, subsets, provenAt: at, domainFile: media[0]?.name ?? "",
    officers: officers.map((officer) => ({ ...officer, keyOpenedAt: at })),
  }),
  "blob-made": ({ officers: opened }, { officers }, at) => ({
    officers: opened.reduce((all, officer) => changed(all, officer, { keyOpenedAt: at }), officers),
  }),
  "keys-compared": (_, __, at) => ({ drilledAt: at }),
  "backup-known": ({ container, folder }, _, at) => ({ backup: { container, folder, at } }),
  "backup-named": ({ container, folder, takenAt }) =>
    ({ backup: { container, folder, at: `${takenAt}T00:00:00.000Z` } }),
  "custody-recorded": ({ objects }, standing, at) => recorded(standing, objects, at),
  "deviation-accepted": ({ rule, reason }, { deviations }) => ({
    deviations: [...deviations.filter((one) => one.rule !== rule), { rule, reason }],
  }),
  "object-handed-off": (data, { objects, handOffs }, at) => ({
    handOffs: [...handOffs, { ...data, at }],
    objects: objects.map((object) => object.object !== data.object ? object
      : { ...object, seal: data.seal, custodian: data.to, place: data.place, seenAt: at }),
  }),
  "objects-destroyed": ({ objects: gone }, { objects }) => ({
    objects: objects.filter(({ object }) => !gone.some((one) => one.object === object)),
  }),
  "seals-checked": ({ officer, seals }, { officers, objects }, at) => ({
    officers: troubled(
      officer === "" ? officers : changed(officers, officer, { sealsSeenAt: at }), seals),
    objects: objects.map((object) => {
      const seen = seals.find((seal) => seal.object === object.object);
      return seen === undefined || seen.condition === "missing" ? object
        : { ...object, place: seen.place, custodian: seen.custodian, seenAt: at };
    }),
  }),
  // A key that opens is there and whole; but a seal that was broken stays broken.
  "key-checked": ({ officer }, { officers }, at) => ({
    officers: officers.map((one) => one.officer !== officer ? one : {
      ...one, keyOpenedAt: at, trouble: one.trouble === "seal-broken" ? one.trouble : "",
    }),
  }),
  "trouble-reported": ({ officer, trouble }, { officers }) => ({
    officers: changed(officers, officer, { trouble }),
  }),
  "part-taken": ({ standing }, { officers, objects, handOffs }) => ({
    officers: standing.officers.reduce(
      (all, { officer, ...rest }) => changed(all, officer, rest), officers),
    objects: mergedObjects(objects, standing.objects),
    handOffs: [...handOffs, ...standing.handOffs],
  }),
  "custody-attested": (_, __, at) => ({ attestedAt: at }),
};

/** The standing alone, without the head that stands with it. */
const standingIn = (earlier: Earlier): Standing => ({
  ...Object.fromEntries(Object.keys(NOTHING).map((name) =>
    [name, earlier[name as keyof Standing]])) as unknown as Standing,
  last: earlier.last ?? NO_LAST,
});

function changed(
  officers: readonly OfficerStanding[], officer: string, change: Partial<OfficerStanding>,
): readonly OfficerStanding[] {
  const known = officers.find((one) => one.officer === officer);
  const now = { ...UNKNOWN, officer, ...known, ...change };
  const all = known === undefined
    ? [...officers, now] : officers.map((one) => one === known ? now : one);
  return all.toSorted((a, b) => a.officer.localeCompare(b.officer, "en", { numeric: true }));
}

/** Each officer with what his own media among these seals say. */
const troubled = (
  officers: readonly OfficerStanding[], seals: readonly SealFound[],
): readonly OfficerStanding[] => officers.map((one) => ({
  ...one, ...troubleIn(seals.filter(({ object }) => object.startsWith(`${one.officer} `))),
}));

/** A medium with the key is gone, or somebody was at it: either way the key is not as it was. */
function troubleIn(seals: readonly SealFound[]): Partial<OfficerStanding> {
  const media = seals.filter(({ object }) => / (backup )?medium$/.test(object));
  if (media.some(({ condition }) => condition === "missing")) return { trouble: "lost" };
  const isAsLeft = ({ condition, expected, found }: SealFound) =>
    condition === "intact" && folded(expected) === folded(found);
  return media.every(isAsLeft) ? {} : { trouble: "seal-broken" };
}

/** A file's name without its ending, among those of a key that was made. */
const nameIn = (files: EventData["key-made"]["files"], prefix: string): string =>
  files.find(({ name }) => name.startsWith(prefix))?.name.split(".")[0] ?? "";

/** What is recorded anew begins a new chain of hand-offs. */
function recorded(
  { objects, handOffs }: Standing, seen: readonly CustodyObject[], at: string,
): Partial<Standing> {
  return {
    objects: mergedObjects(objects, seen.map((object) => ({ ...object, seenAt: at }))),
    handOffs: handOffs.filter(({ object }) => !seen.some((one) => one.object === object)),
  };
}

/** Objects as they were, each as it was seen last; new ones behind them. */
export const mergedObjects = (
  before: readonly ObjectStanding[], now: readonly ObjectStanding[],
): readonly ObjectStanding[] => [
  ...before.map((object) => now.find((one) => one.object === object.object) ?? object),
  ...now.filter((one) => !before.some(({ object }) => object === one.object)),
];
