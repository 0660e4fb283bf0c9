// Rules 42 to 49: the officers' keys, their certificates, and their media and files.
import { officerOf, type FileOnMedium } from "../ceremony/ceremony.ts";
import { areDistinct } from "./opening.ts";
import type { Pem } from "./certificates.ts";
import type { Reading, Rules, Typed } from "./reading.ts";

export const KEYS: Rules = {
  "key-making-began": (reading, entry) => {
    const before = reading.making.get(entry.data.officer);
    const isNew = before === undefined && mayMake(reading, entry.data.officer);
    reading.must("E-MEAN-KEY-AGAIN", isNew, entry, before?.seq);
  },
  "key-made": (reading, entry) => {
    const { officer, bits, thumbprint, signingThumbprint, files } = entry.data;
    const certificate = reading.certificate(entry.data.certificate);
    const signing = reading.certificate(entry.data.signingCertificate);
    const name = `${reading.opening.data.hsm} officer ${officer.slice("officer-".length)}`;
    const areTheirs =
      certificate?.thumbprint === thumbprint
      && signing?.thumbprint === signingThumbprint
      && signing.use === "digitalSignature"
      && certificate.bits === bits
      && [certificate, signing].every(({ commonName }) => commonName === name);
    reading.must("E-MEAN-CERTIFICATE", areTheirs, entry);
    if (certificate === null || signing === null) return;
    isOfMode(reading, entry, certificate);
    isOfMode(reading, entry, signing);
    checkNew(reading, entry, [certificate, signing]);
    const making = reading.making.get(officer);
    const before = reading.made.get(officer);
    const isFirst = before === undefined && making !== undefined && mayMake(reading, officer);
    reading.must("E-MEAN-KEY-AGAIN", isFirst, entry, before?.seq);
    const isWritten =
      making !== undefined && areOnMedia(making, files) && areThese(files, [certificate, signing]);
    reading.must("E-MEAN-KEY-FILES", isWritten, entry, making?.seq);
  },
  "key-opened": (reading, entry) => {
    const { officer, media } = entry.data;
    const isProof = reading.now?.action.kind === "prove-quorum";
    const labels = isProof ? labelsOf(officer).slice(1) : labelsOf(officer);
    const isRight = media.join() === labels.join() && reading.made.has(officer);
    reading.must("E-MEAN-KEY-FILES", isRight, entry, reading.making.get(officer)?.seq);
  },
  "thumbprint-confirmed": (reading, entry) => {
    const { officer, station, thumbprint } = entry.data;
    const made = reading.made.get(officer);
    const isRight = thumbprint === made?.data.thumbprint && station === entry.station;
    reading.must("E-MEAN-THUMBPRINT", isRight, entry, made?.seq);
  },
  "key-checked": (reading, entry) => {
    const { officer, thumbprint } = entry.data;
    const kept = keptOf(reading, officer);
    reading.must("E-MEAN-THUMBPRINT", kept?.thumbprint === thumbprint, entry);
  },
  "signer-known": (reading, entry) => {
    const { officer } = entry.data;
    const certificate = reading.certificate(entry.data.certificate);
    reading.must("E-MEAN-CERTIFICATE", certificate?.use === "digitalSignature", entry);
    if (certificate === null) return;
    isOfMode(reading, entry, certificate);
    const made = reading.made.get(officer);
    const kept = keptOf(reading, officer);
    const isRight = made === undefined && kept?.signingThumbprint === certificate.thumbprint;
    reading.must("E-MEAN-THUMBPRINT", isRight, entry, made?.seq);
  },
  "certificates-exported": (reading, entry) => {
    const { files } = entry.data;
    const isRight =
      files.length === reading.allSeats.length
      && areDistinct(files.map(({ name }) => name))
      && files.every((file, i) => isExported(reading, file, i + 1));
    reading.must("E-MEAN-EXPORTED", isRight, entry, reading.latest("key-made"));
  },
};

/** An officer with an older key only makes one if it is replaced. */
const mayMake = (reading: Reading, officer: string): boolean =>
  reading.earlier === null
  || reading.allSeats.some((seat) => officerOf(seat) === officer && reading.isRenewed(seat));

const keptOf = (reading: Reading, officer: string) =>
  reading.allSeats
    .filter((seat) => officerOf(seat) === officer)
    .map((seat) => reading.keptKey(seat))[0] ?? null;

/** Rehearsal certificates say so, and no others do. */
export function isOfMode(reading: Reading, entry: Typed, { organization }: Pem): void {
  const isRight = (organization === "REHEARSAL") === reading.isRehearsal;
  reading.must("E-MEAN-MODE", isRight, entry);
}

/** The two keys differ from each other, and from every known one. */
function checkNew(
  reading: Reading,
  entry: Typed<"key-made">,
  [certificate, signing]: readonly [Pem, Pem],
): void {
  const both = [certificate, signing];
  const before = both.flatMap(({ modulus }) => reading.moduli.get(modulus) ?? []);
  const isOld = reading.known.some((old) =>
    both.some(
      ({ thumbprint }) => thumbprint === old.thumbprint || thumbprint === old.signingThumbprint,
    ),
  );
  const areNew = certificate.modulus !== signing.modulus && before.length === 0 && !isOld;
  reading.must("E-MEAN-KEY-TWICE", areNew, entry, before[0]);
}

const labelsOf = (officer: string): readonly string[] => [officer, `${officer}-backup`];

/** Four files on each of two media, as announced, and the same on both. */
function areOnMedia(making: Typed<"key-making-began">, files: readonly FileOnMedium[]): boolean {
  const { media, files: names, officer } = making.data;
  const labels = labelsOf(officer);
  if (media.length !== 2 || names.length !== 4 || files.length !== 8) return false;
  return files.every(({ medium, label, name, sha256, size }, i) => {
    const twin = files[i % 4];
    const isPlaced =
      medium === media[i < 4 ? 0 : 1] && label === labels[i < 4 ? 0 : 1] && name === names[i % 4];
    return isPlaced && sha256 === twin?.sha256 && size === twin.size;
  });
}

/** The certificates' files are the texts in the record. */
const areThese = (files: readonly FileOnMedium[], [certificate, signing]: readonly [Pem, Pem]) =>
  isFile(files[1], certificate) && isFile(files[3], signing);

const isFile = (file: FileOnMedium | undefined, { file: { sha256, size } }: Pem): boolean =>
  file?.sha256 === sha256 && file.size === size;

function isExported(reading: Reading, file: FileOnMedium, seat: number): boolean {
  const made = reading.made.get(officerOf(seat));
  if (file.label !== "transfer") return false;
  if (made === undefined) return true;
  const certificate = reading.certificate(made.data.certificate);
  return certificate !== null && isFile(file, certificate);
}

/** Files that are new when their step, or the download, is repeated. */
const ANEW: readonly string[] = ["answer-received", "exchange-key-fetched", "blob-made"];

/** A label has one medium, a medium one label, a file's name one content; each is known from here on. */
export function checkFiles(reading: Reading, entry: Typed): void {
  const { media, labels, files } = reading;
  const { seq } = entry;
  if (entry.type === "key-checked") {
    const { medium, officer: label } = (entry as Typed<"key-checked">).data;
    const on = labels.get(medium);
    reading.must("E-MEAN-FILE", on === undefined || on.label === label, entry, on?.entry);
    labels.set(medium, { label, entry: seq });
  }
  for (const { medium, label, name, sha256, size } of filesIn(entry)) {
    const [at, on] = [media.get(label), labels.get(medium)];
    reading.must("E-MEAN-FILE", at === undefined || at.id === medium, entry, at?.entry);
    reading.must("E-MEAN-FILE", on === undefined || on.label === label, entry, on?.entry);
    media.set(label, { id: medium, entry: seq });
    labels.set(medium, { label, entry: seq });
    if (ANEW.includes(entry.type)) continue;
    const before = files.get(name);
    const isAlike = before === undefined || (before.sha256 === sha256 && before.size === size);
    reading.must("E-MEAN-FILE", isAlike, entry, before?.entry);
    files.set(name, { sha256, size, entry: seq });
  }
}

const NONE: readonly never[] = [];

/** The files that an entry says are somewhere. */
function filesIn({ data }: Typed): readonly FileOnMedium[] {
  const { files = NONE, media = NONE } = data as Partial<
    Record<"files" | "media", readonly (FileOnMedium | string)[]>
  >;
  if (files.length === 0 && media.length === 0) return NONE;
  return [...files, ...media].filter((file) => typeof file !== "string");
}
