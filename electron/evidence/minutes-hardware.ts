// Minutes, 3: machines, program and media, as far as the record knows them.
import {
  blank,
  named,
  paragraph,
  subheading,
  table,
  theirs,
  type Band,
  type Block,
  type Cell,
} from "../../ceremony-scripts/index.ts";
import { imageIn, type FileOnMedium, type RecordEntry } from "../ceremony/ceremony.ts";
import { sentence } from "../text/sentence.ts";
import { digestIn, facts, type Fact } from "./phrases.ts";
import { hexWords } from "../../crypto/index.ts";
import type { Reading } from "./reading.ts";

/** The program's identity, the machines' by hand, and the media with files. */
export const hardware = (reading: Reading): readonly Block[] => [
  subheading(sentence("minutes-hardware.software")),
  facts([
    ...PROGRAM.map((name): Fact => {
      const value = reading.opened.software[name];
      return [
        sentence(`minutes-hardware.program.${name}`),
        [
          [
            value === undefined || value === "" || value === "unknown"
              ? sentence("minutes-hardware.unknown", { room: blank() })
              : valueOf(value),
          ],
        ],
      ];
    }),
    ...imageFacts(imageIn(reading.opened.software.system)),
  ]),
  subheading(sentence("minutes-hardware.machines")),
  paragraph(sentence("minutes-hardware.serials")),
  table(
    [
      [sentence("minutes-hardware.machine"), 24],
      [sentence("minutes-hardware.make"), 34],
      [sentence("minutes-hardware.image"), 42],
    ],
    [
      sentence("minutes-hardware.offline"),
      sentence("minutes-hardware.connected"),
      sentence("minutes-hardware.others"),
    ].map((machine) => [[[machine]], "", ""]),
  ),
  ...mediaBlocks(reading),
];

const PROGRAM = ["version", "commit", "runtime", "system", "program", "verifier"] as const;

/** For a station that was started from a live image, in the words of its first screen. */
const imageFacts = (sha256: string | null): readonly Fact[] =>
  sha256 === null ? [] : [[sentence("minutes-hardware.liveImage"), [[hexWords(sha256).join(" ")]]]];

const valueOf = (value: string) =>
  /^[0-9a-f]{40,64}$/.test(value) ? digestIn(value) : theirs(value);

function mediaBlocks({ entries }: Reading): readonly Block[] {
  const media = mediaIn(entries);
  if (media.length === 0) return [];
  return [
    subheading(sentence("minutes-hardware.media")),
    paragraph(sentence("minutes-hardware.mediaNumbers")),
    {
      ...table(
        [
          [sentence("minutes-hardware.file"), 28],
          [sentence("paper.digest"), 72],
        ],
        media.flatMap(({ files }) =>
          files.map(({ name, sha256 }): readonly Cell[] => [[[named(name)]], [[named(sha256)]]]),
        ),
      ),
      bands: media.flatMap((medium) =>
        medium.files.map((_, i) => (i === 0 ? bandOf(medium) : null)),
      ),
    },
  ];
}

const bandOf = ({ label, medium }: Medium): Band => ({
  shares: [28, 41, 31],
  cells: [
    [[theirs(label)]],
    [[sentence("minutes.number", { number: named(medium) })]],
    [[sentence("minutes-hardware.serial", { room: blank() })]],
  ],
  again: [[[sentence("paper.continued", { what: theirs(label) })]], [], []],
});

interface Medium {
  readonly label: string;
  readonly medium: string;
  readonly files: readonly FileOnMedium[];
}

/** Each medium once, with the last recorded state of each of its files. */
function mediaIn(entries: readonly RecordEntry[]): readonly Medium[] {
  const media = new Map<string, Medium>();
  for (const file of entries.flatMap(filesIn)) {
    const { medium, label } = file;
    const before = media.get(medium)?.files.filter(({ name }) => name !== file.name) ?? [];
    media.set(medium, { medium, label, files: [...before, file] });
  }
  return [...media.values()];
}

function filesIn({ data }: RecordEntry): readonly FileOnMedium[] {
  const { files, media } = data as { readonly files?: unknown; readonly media?: unknown };
  return [files, media].flatMap((list) =>
    Array.isArray(list)
      ? list.filter((one): one is FileOnMedium => typeof one === "object" && one !== null)
      : [],
  );
}
