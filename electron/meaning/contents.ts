// Rules 87 to 92, and 97: contents that cannot be: digests of nothing, a check that was left out, a backup
// that nobody opened, a test message that another key had.
import { FILE_BYTES_MAX, sha256Hex } from "../../crypto/index.ts";
import { timeOf } from "./happenings.ts";
import { areDistinct } from "./opening.ts";
import type { Reading, Rules, Typed } from "./reading.ts";

/** What is checked before an activation, whatever the site is like. */
const POINTS: readonly string[] = [
  "provisioned",
  "waiting",
  "soft-delete",
  "purge-protection",
  "administrator",
  "clock",
];
/** A check of a quote since version 2, and of its enclave; `quote.ts` has the others. */
const LATER = ["qe-isv-svn"] as const;
const OF_ENCLAVE = ["isv-prod-id", "isv-svn"] as const;

export const CONTENTS: Rules = {
  "recess-began": isWhere,
  "recess-ended": isWhere,
  "domain-written": isDomain,
  "domain-found": isDomain,
  "quorum-proven": (reading, entry) => {
    const unopened = [...reading.made].filter(([officer]) => !reading.backups.has(officer));
    const [one] = unopened;
    reading.must("E-MEAN-BACKUP", one === undefined, entry, one?.[1].seq);
  },
  "preflight-judged": (reading, entry) => {
    const points = entry.data.points.map(({ point }) => point);
    const areThere = POINTS.every((point) => points.includes(point));
    reading.must("E-MEAN-POINTS", areThere, entry);
  },
  "exchange-key-judged": (reading, entry) => {
    const { root, held, failed } = entry.data;
    // Nothing was reviewed of an unknown signer's products and versions.
    const asked = failed.includes("signer") ? LATER : [...LATER, ...OF_ENCLAVE];
    const areAnswered = asked.every((check) => [...held, ...failed].includes(check));
    const fetched = reading.last("exchange-key-fetched");
    reading.must("E-MEAN-CHECKS", root === "" || areAnswered, entry, fetched?.seq);
    reading.must("E-MEAN-INTEL", areOfIntel(entry), entry);
  },
  "key-checked": (reading, entry) => {
    const before = reading.challenges.get(entry.data.challengeSha256);
    reading.must("E-MEAN-CHALLENGE", before === undefined, entry, before);
  },
};

function isWhere(reading: Reading, entry: Typed<"recess-began" | "recess-ended">): void {
  const isRight = entry.data.step === (reading.now?.id ?? "");
  reading.must("E-MEAN-WHERE", isRight, entry, reading.begun?.entry.seq);
}

/** Each file has bytes of its own, and all dates exist. */
function areOfIntel({ data: { collateral } }: Typed<"exchange-key-judged">): boolean {
  const { files, levels } = collateral ?? { files: [], levels: [] };
  return (
    areDistinct(files.map(({ sha256 }) => sha256))
    && files.every(({ issued, next }) => timeOf(issued) <= timeOf(next))
    && levels.every(({ date }) => !Number.isNaN(timeOf(date)))
  );
}

/** Bytes of each officer's share in a domain: more than this is its wrapped key alone. */
const SHARE = 500;

function isDomain(reading: Reading, entry: Typed<"domain-written" | "domain-found">): void {
  const { size } = entry.data;
  const isOne = size >= SHARE * reading.script.officers && size <= FILE_BYTES_MAX;
  reading.must("E-MEAN-BYTES", isOne, entry);
}

const NO_DIGESTS: readonly string[] = ["0".repeat(64), sha256Hex(new Uint8Array())];
const DIGESTS: readonly string[] = ["sha256", "domainSha256", "challengeSha256"];

/** No digest is of nothing, whatever an entry says was hashed. */
export function checkBytes(reading: Reading, entry: Typed): void {
  if (entry.type !== "seals-photographed")
    reading.must("E-MEAN-BYTES", !hasNothing(entry.data), entry);
}

const hasNothing = (value: unknown): boolean =>
  typeof value === "object"
  && value !== null
  && Object.entries(value).some(([name, inner]: readonly [string, unknown]) =>
    DIGESTS.includes(name) ? NO_DIGESTS.includes(inner as string) : hasNothing(inner),
  );
