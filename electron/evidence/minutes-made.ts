// Minutes, 4, continued: keys, security domain, proof, recovery and dry run, each with its digests.
import {
  named,
  paragraph,
  subheading,
  table,
  theirs,
  type Band,
  type Block,
  type Cell,
  type Line,
  type Span,
} from "../../ceremony-scripts/index.ts";
import { isFault, readCertificate, utf8, type Certificate } from "../../crypto/index.ts";
import { andNone, firstRole, grouped, timeOf, type EventData } from "../ceremony/ceremony.ts";
import { list, sentence } from "../text/sentence.ts";
import { dayOf, digestCell, digestIn, facts, seatsOf, withName, type Fact } from "./phrases.ts";
import { dryRunPart } from "./dry-run-blocks.ts";
import { proofBlocks } from "./proof-blocks.ts";
import { sentenceOf, allOf, wordsOf, type Reading, type EntryOf } from "./reading.ts";

/** Whatever there is; a ceremony that made nothing has none of these. */
export const made = (reading: Reading): readonly Block[] => [
  ...keys(reading),
  ...domain(reading),
  ...proof(reading),
  ...opened(reading),
  ...recovery(reading),
  ...dryRunPart(reading),
];

function keys(reading: Reading): readonly Block[] {
  const all = allOf(reading.entries, "key-made");
  if (all.length === 0) return [];
  return [
    subheading(sentence("minutes-made.keys")),
    paragraph(sentence("minutes-made.keysMade")),
    {
      ...table(
        [
          [sentence("minutes-made.certificate"), 22],
          [sentence("paper.digestAndWords"), 78],
        ],
        all.flatMap(({ data }): readonly (readonly Cell[])[] => [
          [[[sentence("minutes-made.wrapping")]], digestCell(data.thumbprint)],
          [[[sentence("minutes-made.signing")]], digestCell(data.signingThumbprint)],
        ]),
      ),
      bands: all.flatMap(({ data }) => [bandOf(reading, data), null]),
    },
  ];
}

function bandOf({ after }: Reading, made: EventData["key-made"]): Band {
  const name = after.officers.find(({ officer }) => officer === made.officer)?.name ?? "";
  const seat = firstRole(made.officer);
  const what = name === "" ? seat : withName(seat, name);
  return {
    shares: [36, 34, 30],
    cells: [
      [[what]],
      [[sentence("minutes-made.rsa", { bits: made.bits })]],
      validity(certificateIn(made.certificate)),
    ],
    again: [[[sentence("paper.continued", { what })]], [], []],
  };
}

/** Null if it cannot be read: the record has it anyway. */
function certificateIn(pem: string): Certificate | null {
  try {
    return readCertificate(utf8(pem));
  } catch (error) {
    if (isFault(error)) return null;
    throw error;
  }
}

const validity = (certificate: Certificate | null): Cell =>
  certificate === null
    ? [["-"]]
    : [
        [
          sentence("minutes-made.valid", {
            from: dayOf(certificate.notBefore.toISOString()),
            to: dayOf(certificate.notAfter.toISOString()),
          }),
        ],
      ];

function domain({ entries, opened: { hsm } }: Reading): readonly Block[] {
  const written = allOf(entries, "domain-written").at(-1);
  if (written === undefined) return [];
  const matched = allOf(entries, "domain-matched").at(-1);
  const { sha256, size, files } = written.data;
  return [
    subheading(sentence("minutes-made.domain")),
    facts([
      [sentence("paper.hsm"), [[theirs(hsm)]]],
      [sentence("minutes-made.domainDigest"), [[digestIn(sha256)], [wordsOf(sha256)]]],
      [
        sentence("minutes-made.sizeAndMedia"),
        [
          [
            sentence("minutes-made.readBack", {
              size: grouped(size),
              media: list(files.map(({ label }) => named(label))),
            }),
          ],
        ],
      ],
      [sentence("minutes-made.received"), [[timeOf(written.at)]]],
      [
        sentence("minutes-made.quorum"),
        matched === undefined
          ? [[sentence("minutes-made.notMatched")]]
          : [
              [
                sentence("minutes-made.matched", {
                  required: matched.data.required,
                  n: matched.data.thumbprints.length,
                }),
              ],
              ...matched.data.thumbprints.map((hex): Line => [digestIn(hex)]),
            ],
      ],
    ]),
  ];
}

const proof = (reading: Reading): readonly Block[] => {
  const blocks = proofBlocks(reading, "all");
  return blocks.length === 0 ? [] : [subheading(sentence("minutes-made.proof")), ...blocks];
};

/** Keys that opened a challenge in an attestation. */
function opened({ entries }: Reading): readonly Block[] {
  const checks = allOf(entries, "key-checked");
  if (checks.length === 0) return [];
  return [
    subheading(sentence("minutes-made.checked")),
    table(
      [
        [sentence("minutes-made.who"), 26],
        [sentence("minutes-made.digests"), 74],
      ],
      checks.map(({ at, data }): readonly Cell[] => [
        [[firstRole(data.officer)], [named(data.medium)], [timeOf(at)]],
        [
          [sentence("minutes-made.ofCertificate", { digest: digestIn(data.thumbprint) })],
          [wordsOf(data.thumbprint)],
          [sentence("minutes-made.ofChallenge", { digest: digestIn(data.challengeSha256) })],
        ],
      ]),
    ),
  ];
}

/** How storage was reached, when it was restored, who listed the keys, what came back. */
const atTheNewHsm = (entries: Reading["entries"]): readonly Fact[] =>
  (
    [
      "backup-began",
      "restore-waited",
      "key-reader-named",
      "key-reader-removed",
      "recovery-compared",
      "keys-not-compared",
    ] as const
  ).flatMap((type): readonly Fact[] => {
    const entry = entries.findLast((one) => one.type === type);
    return entry === undefined ? [] : [[sentence(`minutes-made.new.${type}`), [sentenceOf(entry)]]];
  });

/** How current the hardware is, by Intel's files, at the entry's date; or that it is unknown. */
function hardwareRow({ at, data: { collateral } }: EntryOf<"exchange-key-judged">): Fact {
  const title = sentence("minutes-made.hardware");
  if (collateral === undefined) return [title, [[sentence("minutes-made.noCollateral")]]];
  const { files: brought, levels } = collateral;
  return [
    title,
    [
      [sentence("minutes-made.validated", { day: dayOf(at) })],
      ...brought.map(({ file, sha256, issued, next }): Line => {
        const days = daysBetween(issued, at);
        return [
          sentence("minutes-made.collateral", {
            file: theirs(file),
            issued: dayOf(issued),
            age: days < 0 ? "before" : "known",
            days,
            next: dayOf(next),
            overdue: next < at,
            digest: digestIn(sha256),
          }),
        ];
      }),
      ...levels.map(({ check, status, date, advisories }): Line => [
        list([
          sentence("minutes-made.level", {
            hardware: check === "tcb-level",
            status: theirs(status),
            day: dayOf(date),
          }),
          ...advisories.map(theirs),
        ]),
      ]),
    ],
  ];
}

const DAY_MS = 86_400_000;

/** Whole days from one time to another. */
const daysBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS);

function recovery({ entries }: Reading): readonly Block[] {
  const fetched = allOf(entries, "exchange-key-fetched").at(-1);
  if (fetched === undefined) return [];
  const judgement = allOf(entries, "exchange-key-judged").at(-1);
  const judged = judgement?.data;
  const blob = allOf(entries, "blob-made").at(-1);
  const backup = allOf(entries, "backup-known").at(-1)?.data;
  const found = allOf(entries, "keys-compared").at(-1);
  return [
    subheading(sentence("minutes-made.recovery")),
    facts([
      [
        sentence("minutes-made.exchangeKey"),
        [[digestIn(fetched.data.thumbprint)], [wordsOf(fetched.data.thumbprint)]],
      ],
      [
        sentence("minutes-made.attested"),
        judged === undefined
          ? [[sentence("minutes-made.notChecked")]]
          : [
              [
                sentence("minutes-made.judged", {
                  verdict: sentence(`entries.verdict.${judged.verdict}`),
                  held: checksIn(judged.held),
                  failed: checksIn(judged.failed),
                }),
              ],
            ],
      ],
      ...(judgement === undefined ? [] : [hardwareRow(judgement)]),
      [
        sentence("minutes-made.clearText"),
        blob === undefined
          ? [[sentence("minutes-made.noBlob")]]
          : [
              [
                sentence("minutes-made.handled", {
                  officers: seatsOf(blob.data.officers),
                  time: timeOf(blob.at),
                }),
              ],
            ],
      ],
      [
        sentence("minutes-made.blobDigest"),
        blob === undefined ? [["-"]] : [[digestIn(blob.data.sha256)], [wordsOf(blob.data.sha256)]],
      ],
      [
        sentence("minutes-made.backup"),
        backup === undefined
          ? [["-"]]
          : [
              [theirs(backup.folder)],
              [sentence("minutes-made.inContainer", { container: theirs(backup.container) })],
            ],
      ],
      ...atTheNewHsm(entries),
      [
        sentence("minutes-made.keysFound"),
        found === undefined
          ? [[sentence("minutes-made.keysNotCompared")]]
          : found.data.keys.map(({ name, version }): Line => [theirs(name), " ", named(version)]),
      ],
    ]),
  ];
}

const checksIn = (checks: readonly string[]): Span => andNone(checks.map(theirs));
