// The proof of the quorum: which officers together opened which bytes, and when.
import {
  named,
  paragraph,
  table,
  theirs,
  type Block,
  type Cell,
  type Line,
  type Span,
} from "../../ceremony-scripts/index.ts";
import { pairOf, timeOf, type FileOnMedium } from "../ceremony/ceremony.ts";
import { sentence } from "../text/sentence.ts";
import { digestIn } from "./phrases.ts";
import { allOf, wordsOf, type Reading } from "./reading.ts";

/** From this many subsets on they are side by side. */
const MANY = 20;
const ACROSS = 6;

/**
 * A picture for two of three, a matrix for others, and the bytes. Empty without a proof.
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
  const media = data.media.filter(({ sha256 }) => files === "all" || sha256 === data.domainSha256);
  return [
    ...(officers === 3 && required === 2
      ? [triangleOf(reading, data.subsets)]
      : matrix(officers, data.subsets)),
    paragraph(sentence("certificates.proven", { time: timeOf(at), entry: proven.seq })),
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

function triangleOf({ after }: Reading, proven: readonly (readonly number[])[]): Block {
  const nameOf = (seat: number): string =>
    after.officers.find(({ officer }) => officer === `officer-${String(seat)}`)?.name ?? "";
  return { sort: "triangle", names: [nameOf(1), nameOf(2), nameOf(3)], proven };
}

function matrix(officers: number, subsets: readonly (readonly number[])[]): readonly Block[] {
  if (subsets.length > MANY) {
    const rows = Array.from({ length: Math.ceil(subsets.length / ACROSS) }, (_, i) =>
      Array.from({ length: ACROSS }, (__, at): Cell => {
        const subset = subsets[i * ACROSS + at];
        return [subset === undefined ? ["-"] : [pairOf(subset)]];
      }),
    );
    return [
      table(
        Array.from({ length: ACROSS }, () => [sentence("certificates.group"), 10] as const),
        rows,
      ),
    ];
  }
  const seats = Array.from({ length: officers }, (_, i) => i + 1);
  return [
    table(
      [
        [sentence("certificates.together"), 20],
        ...seats.map((seat) => [sentence("frame.role.officer", { seat }), 10] as const),
      ],
      subsets.map((subset): readonly Cell[] => [
        [[pairOf(subset)]],
        ...seats.map((seat): Line[] => [
          [subset.includes(seat) ? sentence("certificates.opened") : "\u2013"],
        ]),
      ]),
    ),
  ];
}
