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
} from "../../ceremony-scripts/index.ts";
import { isFault, readCertificate, utf8, type Certificate } from "../../crypto/index.ts";
import {
  bytesOf,
  counted,
  joined,
  listed,
  roleOf,
  timeOf,
  type EventData,
} from "../ceremony/ceremony.ts";
import { dayOf, digestCell, digestIn, facts } from "./phrases.ts";
import { dryRunPart } from "./dry-run-blocks.ts";
import { proofBlocks } from "./proof-blocks.ts";
import { sentenceOf, toldOf, wordsOf, type Reading, type Told } from "./reading.ts";

/** What there is of it; a ceremony that made nothing has none of these. */
export const made = (reading: Reading): readonly Block[] => [
  ...keys(reading),
  ...domain(reading),
  ...proof(reading),
  ...opened(reading),
  ...recovery(reading),
  ...dryRunPart(reading),
];

function keys(reading: Reading): readonly Block[] {
  const all = toldOf(reading.entries, "key-made");
  if (all.length === 0) return [];
  return [
    subheading("The officers' keys"),
    paragraph(
      "Made on the offline station with the cryptography and random numbers of the app's "
        + "runtime (see 3), as FIPS 186-5, A.1.3, requires; each protected by a passphrase that only "
        + "its officer typed. The app accepted it only if it was strong enough, and recorded none "
        + "of it.",
    ),
    {
      ...table(
        [
          ["Certificate", 22],
          ["SHA-256, and its words", 78],
        ],
        all.flatMap(({ data }): readonly (readonly Cell[])[] => [
          [[["of the wrapping key"]], digestCell(data.thumbprint)],
          [[["of the signing key"]], digestCell(data.signingThumbprint)],
        ]),
      ),
      bands: all.flatMap(({ data }) => [bandOf(reading, data), null]),
    },
  ];
}

function bandOf({ after }: Reading, made: EventData["key-made"]): Band {
  const name = after.officers.find(({ officer }) => officer === made.officer)?.name ?? "";
  const who: Line = [roleOf(made.officer), name === "" ? "" : ", ", theirs(name)];
  return {
    shares: [36, 34, 30],
    cells: [
      [who],
      [[`RSA ${String(made.bits)}; key file: PBES2, AES-256`]],
      validity(certificateIn(made.certificate)),
    ],
    again: [[[...who, " (continued)"]], [], []],
  };
}

/** Null of what cannot be read: the record has it all the same. */
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
          `Valid ${dayOf(certificate.notBefore.toISOString())} to ${dayOf(
            certificate.notAfter.toISOString(),
          )}`,
        ],
      ];

function domain({ entries, opened: { hsm } }: Reading): readonly Block[] {
  const written = toldOf(entries, "domain-written").at(-1);
  if (written === undefined) return [];
  const matched = toldOf(entries, "domain-matched").at(-1);
  const { sha256, size, files } = written.data;
  return [
    subheading("The security domain"),
    facts([
      ["HSM", [[theirs(hsm)]]],
      ["SHA-256 of the file", [[digestIn(sha256)], [wordsOf(sha256)]]],
      [
        "Size and media",
        [
          [
            `${bytesOf(size)}, read back from `,
            ...joined(files.map(({ label }): Line => [named(label)])),
          ],
        ],
      ],
      ["Received (UTC)", [[timeOf(written.at)]]],
      [
        "Quorum and certificates in it",
        matched === undefined
          ? [["Not compared with the certificates."]]
          : [
              [
                `${String(matched.data.required)} of ${counted(
                  matched.data.thumbprints.length,
                  "certificate",
                )}:`,
              ],
              ...matched.data.thumbprints.map((hex): Line => [digestIn(hex)]),
            ],
      ],
    ]),
  ];
}

const proof = (reading: Reading): readonly Block[] => {
  const blocks = proofBlocks(reading, "all");
  return blocks.length === 0 ? [] : [subheading("The proof of the quorum"), ...blocks];
};

/** Keys that opened a challenge in an attestation. */
function opened({ entries }: Reading): readonly Block[] {
  const checks = toldOf(entries, "key-checked");
  if (checks.length === 0) return [];
  return [
    subheading("Keys that were checked"),
    table(
      [
        ["Officer, medium, time UTC", 26],
        ["SHA-256 of certificate and of challenge", 74],
      ],
      checks.map(({ at, data }): readonly Cell[] => [
        [[roleOf(data.officer)], [named(data.medium)], [timeOf(at)]],
        [
          ["Certificate ", digestIn(data.thumbprint)],
          [wordsOf(data.thumbprint)],
          ["Challenge ", digestIn(data.challengeSha256)],
        ],
      ]),
    ),
  ];
}

/** How storage was reached, when it was restored, who listed the keys, what came back. */
function atTheNewHsm(entries: Reading["entries"]): readonly (readonly [string, readonly Line[]])[] {
  const types = [
    ["Backup of the empty HSM", "backup-began"],
    ["Waiting before the restore", "restore-waited"],
    ["Who listed the keys", "key-reader-named"],
    ["Until when", "key-reader-removed"],
    ["What came back", "recovery-compared"],
    ["What is there now", "keys-not-compared"],
  ] as const;
  return types.flatMap(([title, type]) => {
    const entry = entries.findLast((one) => one.type === type);
    return entry === undefined ? [] : [[title, [sentenceOf(entry)]] as const];
  });
}

/** How current the key's hardware is, by Intel's files, at the date of the entry; or that nobody knows. */
function hardwareRow({
  at,
  data: { collateral },
}: Told<"exchange-key-judged">): readonly [string, readonly Line[]] {
  const title = "How current is its hardware?";
  if (collateral === undefined)
    return [
      title,
      [
        [
          "Not validated, nor what Intel has revoked: nobody brought Intel's files (TCB info, QE "
            + "identity, CRLs).",
        ],
      ],
    ];
  const { files: brought, levels } = collateral;
  return [
    title,
    [
      [`Validated on ${dayOf(at)} by these files of Intel's; what is not named was not brought:`],
      ...brought.map(({ file, sha256, issued, next }): Line => [
        `${file}: issued ${dayOf(issued)}, ${ageOf(issued, at)}; next update by ${dayOf(next)}`
          + `${next < at ? ", overdue" : ""}; SHA-256 `,
        digestIn(sha256),
      ]),
      ...levels.map(({ check, status, date, advisories }): Line => [
        `${check === "tcb-level" ? "Hardware" : "Quoting enclave"}: `
          + [`${status} since ${dayOf(date)}`, ...advisories].join(", "),
      ]),
    ],
  ];
}

const DAY_MS = 86_400_000;

/** A file's age at a time, in whole days. */
function ageOf(issued: string, at: string): string {
  const days = Math.floor((Date.parse(at) - Date.parse(issued)) / DAY_MS);
  return days < 0 ? "after that day" : `${counted(days, "day")} old`;
}

function recovery({ entries }: Reading): readonly Block[] {
  const fetched = toldOf(entries, "exchange-key-fetched").at(-1);
  if (fetched === undefined) return [];
  const judgement = toldOf(entries, "exchange-key-judged").at(-1);
  const judged = judgement?.data;
  const blob = toldOf(entries, "blob-made").at(-1);
  const backup = toldOf(entries, "backup-known").at(-1)?.data;
  const found = toldOf(entries, "keys-compared").at(-1);
  return [
    subheading("The recovery"),
    facts([
      [
        "Exchange key of the new HSM",
        [[digestIn(fetched.data.thumbprint)], [wordsOf(fetched.data.thumbprint)]],
      ],
      [
        "Was it made by a Managed HSM?",
        judged === undefined
          ? [["Not checked offline."]]
          : [
              [
                `${judged.verdict}; checks passed: ${listed(judged.held, "none")}; failed: ${listed(
                  judged.failed,
                  "none",
                )}`,
              ],
            ],
      ],
      ...(judgement === undefined ? [] : [hardwareRow(judgement)]),
      [
        "Clear text handled by",
        blob === undefined
          ? [["Nobody: no blob was made."]]
          : [
              [
                `${listed(blob.data.officers.map(roleOf))}, together, at ${timeOf(blob.at)} UTC: the `
                  + "only moment at which the domain was open, in a process that ended with the step",
              ],
            ],
      ],
      [
        "SHA-256 of the restore blob",
        blob === undefined ? [["-"]] : [[digestIn(blob.data.sha256)], [wordsOf(blob.data.sha256)]],
      ],
      [
        "Full backup",
        backup === undefined
          ? [["-"]]
          : [[theirs(backup.folder)], ["in ", theirs(backup.container)]],
      ],
      ...atTheNewHsm(entries),
      [
        "Keys found again",
        found === undefined
          ? [["Not compared."]]
          : found.data.keys.map(({ name, version }): Line => [theirs(name), " ", named(version)]),
      ],
    ]),
  ];
}
