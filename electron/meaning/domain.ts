// Rules 50 to 60: the security domain, the same one from the request to the proof.
import { officerOf, type FileOnMedium } from "../ceremony/ceremony.ts";
import { areDistinct } from "./opening.ts";
import type { DataOf, Reading, Rules, Typed } from "./reading.ts";

/** The media of the domain. */
const COPIES = ["transfer", "domain-copy"] as const;

export const DOMAIN: Rules = {
  "download-began": (reading, entry) => {
    const { required, thumbprints } = entry.data;
    const isRight =
      required === reading.opening.data.required
      && thumbprints.join() === reading.thumbprints.join()
      && thumbprints.length === reading.allSeats.length;
    const other = reading.allSeats.find(
      (seat) => reading.thumbprint(seat) !== thumbprints[seat - 1],
    );
    const made = reading.made.get(officerOf(other ?? 0));
    reading.must("E-MEAN-REQUESTED", isRight, entry, made?.seq);
    const before = reading.last("download-began");
    const again = reading.last("download-again-decided");
    const isFirst = before === undefined || (again !== undefined && again.seq > before.seq);
    reading.must("E-MEAN-DOWNLOAD", isFirst, entry, before?.seq);
  },
  "download-again-decided": (reading, entry) => {
    const began = reading.last("download-began");
    // What came may not have been a domain: until one is written, it counts as lost.
    const isLost = began !== undefined && reading.last("domain-written") === undefined;
    reading.must("E-MEAN-DOWNLOAD", isLost, entry, began?.seq);
  },
  "answer-received": (reading, entry) => {
    const began = reading.last("download-began");
    const answer = reading.last("answer-received");
    const isFirst = began !== undefined && (answer === undefined || answer.seq < began.seq);
    reading.must("E-MEAN-RECEIVED", isFirst && isOnBoth(entry.data), entry, began?.seq);
  },
  "domain-written": (reading, entry) => {
    const answer = reading.last("answer-received");
    const before = reading.last("domain-written");
    const isFirst = answer !== undefined && (before === undefined || before.seq < answer.seq);
    const isRight = isFirst && isOnBoth(entry.data);
    reading.must("E-MEAN-RECEIVED", isRight, entry, answer?.seq);
  },
  "download-ended": (reading, entry) => {
    const written = reading.last("domain-written");
    reading.must("E-MEAN-DOWNLOAD", written !== undefined, entry, reading.latest("download-began"));
  },
  "read-aloud": (reading, entry) => {
    const { what, sha256 } = entry.data;
    const [written, fetched] = [
      reading.last("domain-written"),
      reading.last("exchange-key-fetched"),
    ];
    const said = what === "domain" ? written?.data.sha256 : fetched?.data.thumbprint;
    const isRight = what === reading.now?.action.what && sha256 === said;
    reading.must("E-MEAN-ALOUD", isRight, entry, (what === "domain" ? written : fetched)?.seq);
  },
  "domain-matched": (reading, entry) => {
    const { sha256, required, thumbprints } = entry.data;
    const heard = reading.read.get("domain");
    const isRight =
      sha256 === reading.domain.sha256
      && sha256 === heard?.data.sha256
      && required === reading.opening.data.required
      && thumbprints.toSorted().join() === reading.thumbprints.toSorted().join()
      && thumbprints.length === reading.allSeats.length;
    reading.must("E-MEAN-MATCHED", isRight, entry, reading.domain.entry);
  },
  "domain-found": (reading, entry) => {
    const { required, officers, unchecked } = entry.data;
    const isRight =
      required === reading.opening.data.required
      && isOnBoth(entry.data)
      && officers.map(({ officer }) => officer).join() === reading.allSeats.map(officerOf).join()
      && areDistinct(officers.map(({ thumbprint }) => thumbprint))
      && reading.seats.every((seat) => officers[seat - 1]?.keyName !== "")
      && new Set(unchecked).size === UNCHECKED;
    reading.must("E-MEAN-FOUND", isRight, entry);
  },
  "domain-rehashed": (reading, entry) => {
    const { sha256, size, files } = entry.data;
    const { earlier, now } = reading;
    const [file, more] = files;
    const isRight =
      sha256 === earlier?.domainSha256
      && more === undefined
      && file?.label === now?.action.copy
      && file?.name === earlier.domainFile
      && file.sha256 === sha256
      && file.size === size;
    reading.must("E-MEAN-RETIRED", isRight, entry);
  },
  "domain-retired": (reading, entry) => {
    const { sha256, file, media } = entry.data;
    const { earlier } = reading;
    const proven = reading.last("quorum-proven")?.data.domainSha256;
    const isRight =
      sha256 === earlier?.domainSha256
      && file === earlier.domainFile
      && media.join() === COPIES.join()
      && proven !== undefined
      && proven !== sha256
      && proven === reading.last("domain-written")?.data.sha256;
    reading.must("E-MEAN-RETIRED", isRight, entry);
  },
  "quorum-proven": (reading, entry) => {
    const { domainSha256, required, subsets, entries, opened = [] } = entry.data;
    const { domain, opening } = reading;
    const isRight =
      domainSha256 === domain.sha256
      && matched(reading) === domain.sha256
      && required === opening.data.required
      && entries >= 1
      && opened.length === entries
      && areDistinct(opened.map(({ tag }) => tag));
    reading.must("E-MEAN-PROOF", isRight, entry, domain.entry);
    reading.must("E-MEAN-SUBSETS", reading.isEverySubset(subsets), entry);
    checkMedia(reading, entry, reading.allSeats);
  },
  "dry-run-passed": (reading, entry) => {
    checkMedia(reading, entry, reading.seats);
  },
};

/** What cannot be checked about a found domain. */
const UNCHECKED = 4;

/** One name on both media, with the entry's bytes. */
function isOnBoth({
  files,
  sha256,
  size,
}: Pick<DataOf["domain-written"], "files" | "sha256" | "size">) {
  return (
    files.map(({ label }) => label).join() === COPIES.join()
    && files.every((file) => file.sha256 === sha256 && file.size === size)
    && files[0]?.name === files[1]?.name
  );
}

/** The domain that was matched here, or found. */
const matched = (reading: Reading): string | undefined =>
  reading.last("domain-matched")?.data.sha256 ?? reading.last("domain-found")?.data.sha256;

/** The domain on both media, and key and certificate of the officer of each seat; nothing else. */
function checkMedia(
  reading: Reading,
  entry: Typed<"quorum-proven" | "dry-run-passed">,
  seats: readonly number[],
): void {
  const { media } = entry.data;
  const { domain } = reading;
  const [transfer, copy, ...rest] = media;
  const areCopies = [transfer, copy].every(
    (file, i) =>
      file?.label === COPIES[i]
      && file?.sha256 === domain.sha256
      && file.name === domain.name
      && (domain.size === null || file.size === domain.size),
  );
  reading.must("E-MEAN-PROOF-MEDIA", areCopies, entry, domain.entry);
  // Two files cannot be the same one.
  const areEach = areDistinct(rest.map(({ sha256 }) => sha256));
  const isWhole = rest.length === 2 * seats.length && areEach;
  reading.must("E-MEAN-PROOF-MEDIA", isWhole, entry);
  for (const [i, seat] of seats.entries()) {
    const made = reading.made.get(officerOf(seat));
    const pair = rest.slice(2 * i, 2 * i + 2);
    const kept = reading.keptKey(seat)?.keyName ?? "";
    const isTheirs =
      isPair(pair, officerOf(seat))
      && (made === undefined
        ? kept === "" || pair[0]?.name.replace(KEY_FILE, "") === kept
        : wasMade(made, pair));
    reading.must("E-MEAN-PROOF-MEDIA", isTheirs, entry, made?.seq);
  }
}

/** Endings of a key's file; the last three are other tools'. */
const KEY_FILE = /\.(?:key|pem|pfx|p12)$/;

function isPair([key, certificate]: readonly FileOnMedium[], officer: string): boolean {
  if (key === undefined || certificate === undefined) return false;
  const name = key.name.replace(KEY_FILE, "");
  const areNamed = key.name !== name && certificate.name === `${name}.cer`;
  return areNamed && key.label === officer && certificate.label === officer;
}

/** The wrapping key and its certificate are the first two files; the signing key opens nothing. */
const wasMade = ({ data: { files } }: Typed<"key-made">, pair: readonly FileOnMedium[]): boolean =>
  pair.every((one, i) => {
    const { label, medium, name, sha256, size } = files[i] ?? one;
    return (
      label === one.label
      && medium === one.medium
      && name === one.name
      && sha256 === one.sha256
      && size === one.size
    );
  });
