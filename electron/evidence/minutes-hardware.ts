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
  type Line,
} from "../../ceremony-scripts/index.ts";
import {
  imageIn,
  type FileOnMedium,
  type RecordEntry,
  type Software,
} from "../ceremony/ceremony.ts";
import { digestIn, facts } from "./phrases.ts";
import { allWordsOf, type Reading } from "./reading.ts";

/** The program's identity, the machines' by hand, and the media that held files. */
export const hardware = (reading: Reading): readonly Block[] => [
  subheading("Software"),
  facts([
    ...(Object.keys(NAMES) as (keyof Software)[]).map((name): Fact => {
      const [what, value] = [NAMES[name], reading.opened.software[name]];
      return [
        what,
        [
          value === undefined || value === "" || value === "unknown"
            ? ["Not in this record. By hand: ", blank()]
            : [valueOf(value)],
        ],
      ];
    }),
    ...imageFacts(imageIn(reading.opened.software.system)),
  ]),
  subheading("Machines"),
  paragraph("Serial numbers and installation images are not in the record; fill them in by hand:"),
  table(
    [
      ["Machine", 24],
      ["Make and serial number", 34],
      ["Image it runs from, its SHA-256", 42],
    ],
    ["Offline station", "Connected station", "Printer, other devices"].map((machine) => [
      [[machine]],
      "",
      "",
    ]),
  ),
  ...mediaBlocks(reading),
];

const NAMES: Readonly<Record<keyof Software, string>> = {
  version: "Version of the app",
  commit: "Built from commit",
  runtime: "Runtime",
  system: "Operating system",
  program: "SHA-256 of the program",
  verifier: "SHA-256 of verifier.html",
};

type Fact = readonly [string, readonly Line[]];

/** Of a station that was started from a live image, in the words that its first screen shows. */
const imageFacts = (sha256: string | null): readonly Fact[] =>
  sha256 === null ? [] : [["Live image, in words", [[allWordsOf(sha256).join(" ")]]]];

const valueOf = (value: string) =>
  /^[0-9a-f]{40,64}$/.test(value) ? digestIn(value) : theirs(value);

function mediaBlocks({ entries }: Reading): readonly Block[] {
  const media = mediaIn(entries);
  if (media.length === 0) return [];
  return [
    subheading("Media"),
    paragraph(
      "The app identifies a medium by the number that it wrote to it. Every file was read "
        + "back from the medium; the SHA-256 is that of the bytes read.",
    ),
    {
      ...table(
        [
          ["File", 28],
          ["SHA-256", 72],
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
  cells: [[[theirs(label)]], [["Number ", named(medium)]], [["Serial, by hand: ", blank()]]],
  again: [[[theirs(label), " (continued)"]], [], []],
});

interface Medium {
  readonly label: string;
  readonly medium: string;
  readonly files: readonly FileOnMedium[];
}

/** Each medium once, with the last that was recorded of each of its files. */
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
