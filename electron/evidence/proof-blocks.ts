// The proof of the quorum: which officers together opened which bytes, and when.
import {
  named,
  paragraph,
  table,
  theirs,
  type Block,
  type Cell,
  type Span,
} from "../../ceremony-scripts/index.ts";
import { groupsIn, pairOf, timeOf, type FileOnMedium } from "../ceremony/ceremony.ts";
import { subsetsOf } from "../../crypto/index.ts";
import { list, sentence } from "../text/sentence.ts";
import { digestIn } from "./phrases.ts";
import { allOf, wordsOf, type Reading } from "./reading.ts";

/** At most so many groups that are not proven are named. */
const NAMED = 12;

/**
 * The quorum as a picture, what it does not show, and the bytes. Empty without a proof.
 * @param files whether the officers' key files are listed too, or only the domain
 */
export function proofBlocks(reading: Reading, files: "all" | "domain"): readonly Block[] {
  const {
    entries,
    opened: { officers, required },
  } = reading;
  const proven = allOf(entries, "quorum-proven").at(-1);
  if (proven === undefined) return [];
  const { data, at } = proven;
  const seats = Array.from({ length: officers }, (_, i) => i + 1);
  const nameOf = (seat: number): string =>
    reading.after.officers.find(({ officer }) => officer === `officer-${String(seat)}`)?.name ?? "";
  const media = data.media.filter(({ sha256 }) => files === "all" || sha256 === data.domainSha256);
  return [
    { sort: "quorum", names: seats.map(nameOf), required, proven: data.subsets },
    paragraph(
      sentence("certificates.proven", {
        time: timeOf(at),
        entry: proven.seq,
        groups: groupsIn(data.subsets),
      }),
    ),
    ...unproven(subsetsOf(seats, required), data.subsets),
    openedTable(media, data.opened ?? []),
  ];
}

/** The files that were read, and the entries of the domain that were opened, by their SHA-256. */
export const openedTable = (
  media: readonly FileOnMedium[],
  opened: readonly { readonly tag: string; readonly sha256: string }[],
): Block =>
  table(
    [
      [sentence("certificates.what"), 27],
      [sentence("paper.digestAndWords"), 73],
    ],
    [
      ...filesIn(media).map(({ name, labels, sha256 }): readonly Cell[] => [
        [[named(name)], [sentence("certificates.onMedia", { media: all(labels.map(named)) })]],
        [[digestIn(sha256)], [wordsOf(sha256)]],
      ]),
      ...opened.map(({ tag, sha256 }): readonly Cell[] => [
        [[sentence("certificates.entry", { tag: theirs(tag) })]],
        [[digestIn(sha256)]],
      ]),
    ],
  );

/** "a and b and c". */
const all = (spans: readonly Span[]): Span =>
  spans.reduce((a, b) => sentence("paper.both", { a, b }));

/** The same bytes on several media are listed once. */
function filesIn(media: readonly FileOnMedium[]) {
  const digests = [...new Set(media.map(({ sha256 }) => sha256))];
  return digests.map((sha256) => {
    const same = media.filter((file) => file.sha256 === sha256);
    return { sha256, name: same[0]?.name ?? "", labels: same.map(({ label }) => label) };
  });
}

/** The groups that were not proven: officers whose every group is one of them, then others. */
function unproven(
  groups: readonly (readonly number[])[],
  proven: readonly (readonly number[])[],
): readonly Block[] {
  const found = new Set(proven.map(pairOf));
  const missing = groups.filter((seats) => !found.has(pairOf(seats)));
  const absent = [...new Set(groups.flat())].filter(
    (seat) => !proven.some((seats) => seats.includes(seat)),
  );
  const others = missing.filter((seats) => !seats.some((seat) => absent.includes(seat)));
  if (missing.length === 0) return [];
  const named = [
    ...absent.map((seat) => sentence("certificates.everyWith", { seat })),
    ...others.slice(0, NAMED).map(pairOf),
  ];
  const more = Math.max(0, others.length - NAMED);
  return [paragraph(sentence("certificates.unproven", { groups: list(named), more }))];
}
