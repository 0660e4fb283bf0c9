// How an entry changes the reading, after its rules were checked.
import type { Station } from "../../ceremony-scripts/index.ts";
import { alike, folded, officerOf, type CustodyObject } from "../ceremony/ceremony.ts";
import { isReader, type Reading, type Rules, type Signing, type Typed } from "./reading.ts";

/** A new run of a step: nothing of an earlier one counts for it. */
function newRun(reading: Reading): void {
  reading.exceptions = [];
  reading.seated = new Set();
  reading.backups = new Set();
  reading.deviations = new Map();
  reading.handingOff = null;
}

/** No step is in progress. */
function leave(reading: Reading): void {
  reading.begun = null;
  reading.performed = null;
}

/** Without the person who left, and with the one who came. */
export function peopleAfter(
  { people, areFree }: Reading,
  { role, from, toRole, to }: Typed<"seat-changed">["data"],
): Reading["people"] {
  const taken = areFree && to === "" ? [] : [{ role: toRole, name: to }];
  if (from === "") return [...people, ...taken];
  return people.flatMap((person) => (person.role === role ? taken : [person]));
}

function isDone(reading: Reading, step: string): void {
  leave(reading);
  reading.done.push(step);
  reading.custodyBefore = null;
}

const begins = (entry: Typed<"step-began" | "taken-over">, arrived: boolean) => ({
  entry,
  step: entry.data.step,
  arrived,
});

const signing = (entry: Typed, present: readonly string[]): Signing => ({
  entry,
  present,
  signed: new Set(),
});

const ADVANCES: Rules = {
  "step-began": (reading, entry) => {
    newRun(reading);
    // Even if it is repeated: what was handed off before counts.
    if (reading.now?.action.kind === "hand-off") reading.custodyBefore ??= new Map(reading.custody);
    reading.begun = begins(entry, false);
  },
  "step-performed": (reading, entry) => {
    reading.performed = entry;
  },
  "step-done": (reading, { data }) => {
    isDone(reading, data.step);
  },
  "handed-over": (reading, { data, seq }) => {
    isDone(reading, data.step);
    reading.handedTo = data.to;
    reading.handOver = seq;
    reading.media.delete("transfer");
  },
  "taken-over": (reading, entry) => {
    reading.begun = begins(entry, true);
    reading.performed = entry;
    reading.station = entry.station as Station;
    reading.handedTo = null;
  },
  chosen: (reading, { data }) => {
    // An impossible choice leads nowhere: it could lead back, and the way would not end.
    const choices = reading.script.steps.find(({ id }) => id === data.step)?.action.choices ?? [];
    if (!choices.some(({ goTo }) => goTo === data.goTo)) return;
    reading.chosen = { ...reading.chosen, [data.step]: data.goTo };
    reading.turn();
  },
  "seat-taken": (reading, { data }) => {
    reading.seated.add(data.officer);
    reading.everSeated.add(data.officer);
  },
  "seat-changed": (reading, { data, seq }) => {
    reading.people = peopleAfter(reading, data);
    reading.seatChange = seq;
    reading.turn();
  },
  "exception-noted": (reading, entry) => {
    const { decision = "continue", notedAt = "" } = entry.data;
    reading.exceptions.push(entry);
    if (notedAt === "" || notedAt >= (reading.incident?.data.foundAt ?? ""))
      reading.incident = null;
    if (reading.recess !== null) reading.recess.exception ??= entry;
    if (decision === "abort") reading.abortDecided ??= entry;
    if (decision === "repeat" && reading.begun?.arrived !== true) leave(reading);
  },
  "incident-found": (reading, entry) => {
    reading.incident = entry;
  },
  "clock-jumped": (reading, { data }) => {
    reading.jumpedFrom.add(data.before);
  },
  "recess-began": (reading, entry) => {
    reading.recess = { entry, exception: null };
  },
  "recess-ended": (reading) => {
    reading.recess = null;
  },
  aborted: (reading, entry) => {
    reading.aborted ??= entry;
    reading.recess = null;
    leave(reading);
  },
  "refusal-accepted": (reading, { data }) => {
    if (!reading.accepted.includes(data.code)) reading.accepted.push(data.code);
  },
  "point-accepted": (reading, { data }) => {
    reading.pointsAccepted.add(`${data.point} ${data.sentence}`);
  },
  "deviation-accepted": (reading, entry) => {
    reading.deviations.set(entry.data.rule, entry);
    reading.allDeviations.set(entry.data.rule, entry);
  },

  "key-making-began": (reading, entry) => {
    reading.making.set(entry.data.officer, entry);
  },
  "key-made": (reading, entry) => {
    const { officer, certificate, signingCertificate } = entry.data;
    reading.made.set(officer, entry);
    for (const pem of [certificate, signingCertificate]) {
      const read = reading.certificate(pem);
      if (read !== null) reading.moduli.set(read.modulus, entry.seq);
    }
    reading.troubles.set(officer, "");
    knowSigner(reading, entry, signingCertificate);
  },
  "signer-known": (reading, entry) => {
    knowSigner(reading, entry, entry.data.certificate);
  },
  "signer-bound": (reading, { data }) => {
    reading.bound.add(data.officer);
  },
  "thumbprint-confirmed": (reading, { data }) => {
    const before = reading.confirmed.get(data.officer) ?? new Set<Station>();
    reading.confirmed.set(data.officer, before.add(data.station));
  },
  "key-opened": (reading, { data }) => {
    // Always from the backup, whatever else was opened.
    reading.backups.add(data.officer);
  },
  "key-checked": (reading, { data, seq }) => {
    reading.challenges.set(data.challengeSha256, seq);
    if (reading.troubles.get(data.officer) !== "seal-broken")
      reading.troubles.set(data.officer, "");
  },
  "trouble-reported": (reading, { data }) => {
    reading.heardOf.add(data.officer);
    reading.troubles.set(data.officer, data.trouble);
  },
  "read-aloud": (reading, entry) => {
    reading.read.set(entry.data.what, entry);
  },
  "upload-began": (reading, { seq }) => {
    const fetched = reading.last("exchange-key-fetched");
    if (fetched !== undefined) reading.uploads.set(fetched.data.thumbprint, seq);
  },
  "quorum-proven": committed,
  "dry-run-passed": committed,
  "blob-made": committed,
  "key-reader-named": (reading, entry) => {
    reading.readers.push(entry);
  },
  "key-reader-removed": (reading, { data }) => {
    reading.readers = reading.readers.filter((one) => !isReader(one.data, data));
  },

  "seals-checked": (reading, entry) => {
    const { seals } = entry.data;
    for (const { object, found, condition, place, custodian } of seals) {
      const isMissing = condition === "missing";
      reading.seals.set(object, { found, isMissing, entry: entry.seq });
      if (!isMissing) reading.numbers.set(object, { seal: found, entry: entry.seq });
      const before = reading.custody.get(object);
      if (before !== undefined && !isMissing) put(reading, entry, { ...before, place, custodian });
    }
    const media = seals.filter(({ object }) => object.endsWith(" medium"));
    for (const officer of reading.allSeats.map(officerOf)) {
      const trouble = troubleOf(media.filter(({ object }) => object.startsWith(`${officer} `)));
      if (trouble !== null) reading.troubles.set(officer, trouble);
    }
  },
  "bags-opened": (reading, { data }) => {
    for (const { object } of data.objects) reading.bags.add(object);
  },
  "custody-recorded": (reading, entry) => {
    for (const one of entry.data.objects) {
      put(reading, entry, one);
      reading.recorded.add(one.object);
      reading.numbers.set(one.object, { seal: one.seal, entry: entry.seq });
    }
  },
  "hand-off-acknowledged": (reading, entry) => {
    const { gave, absent, took } = entry.data;
    reading.handingOff = {
      entry,
      gave: new Set([...gave, ...absent].map(folded)),
      took: new Set(took.map(folded)),
    };
  },
  "object-handed-off": (reading, entry) => {
    const { object, seal, to: custodian, place } = entry.data;
    put(reading, entry, { object, seal, custodian, place });
  },
  "objects-destroyed": (reading, { data }) => {
    for (const { object } of data.objects) {
      reading.old.delete(object);
      if (!reading.recorded.has(object)) reading.custody.delete(object);
    }
  },
  "part-taken": (reading, entry) => {
    const { officer, head, standing } = entry.data;
    reading.parts.set(head, entry.seq);
    reading.heardOf.add(officer);
    for (const one of standing.objects) put(reading, entry, one);
    for (const one of standing.officers) reading.troubles.set(one.officer, one.trouble);
  },

  "act-signing": (reading, entry) => {
    reading.acts.set(entry.hash, signing(entry, entry.data.present));
  },
  closing: (reading, entry) => {
    reading.closing = signing(entry, entry.data.present);
    reading.closings.set(entry.hash, entry);
  },
  "closing-on-paper": (reading) => {
    if (reading.begun !== null) isDone(reading, reading.begun.step);
  },
  signed: (reading, { data }) => {
    const { closing } = reading;
    reading.acts.get(data.over)?.signed.add(data.officer);
    if (closing === null) return;
    const isDue = closing.present.includes(data.officer) && !closing.signed.has(data.officer);
    if (closing.entry.hash === data.over && isDue) closing.signed.add(data.officer);
    else reading.closing = null;
  },
};

function committed(
  { opened }: Reading,
  { data, seq }: Typed<"quorum-proven" | "dry-run-passed" | "blob-made">,
): void {
  const { domainSha256, commitment } = data;
  if (commitment !== undefined && !opened.has(domainSha256))
    opened.set(domainSha256, { commitment, entry: seq });
}

function knowSigner(reading: Reading, { seq }: Typed, pem: string): void {
  const certificate = reading.certificate(pem);
  if (certificate !== null)
    reading.signers.set(certificate.thumbprint, { certificate, entry: seq });
}

function put(reading: Reading, { seq }: Typed, one: CustodyObject): void {
  const { object, seal, place, custodian } = one;
  reading.custody.set(object, { object, seal, place, custodian, entry: seq });
}

type Seals = readonly Typed<"seals-checked">["data"]["seals"][number][];

/** What the media with a key show about it; null if nothing. */
function troubleOf(media: Seals): "lost" | "seal-broken" | null {
  if (media.some(({ condition }) => condition === "missing")) return "lost";
  const isAsLeft = ({ condition, expected, found }: Seals[number]) =>
    condition === "intact" && alike(expected, found);
  return media.every(isAsLeft) ? null : "seal-broken";
}

/** After this entry. Anything but a signature voids a closing in progress. */
export function advance(reading: Reading, entry: Typed): void {
  if (entry.type !== "signed") reading.closing = null;
  (ADVANCES[entry.type as keyof Rules] as ((reading: Reading, entry: Typed) => void) | undefined)?.(
    reading,
    entry,
  );
  reading.note(entry);
}
