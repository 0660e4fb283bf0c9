// The officer's card: what a person needs who has this key in ten years and has never seen the app.
// Commands are those of az and openssl; it names no place, because it may be kept with the key.
import {
  blank,
  heading,
  named,
  newPage,
  paragraph,
  preformatted,
  table,
  theirs,
  type Block,
  type Cell,
  type Paper,
  type Span,
} from "../../ceremony-scripts/index.ts";
import {
  firstRole,
  groupsIn,
  type EventData,
  type OfficerStanding,
  type Standing,
} from "../ceremony/ceremony.ts";
import { sentence } from "../text/sentence.ts";
import { dayOf, digestWords, roleOf } from "./phrases.ts";
import type { Reading } from "./reading.ts";

/** One card for each officer whose certificate is known. */
export const officerCards = (reading: Reading): readonly (readonly [string, Paper])[] =>
  reading.after.domainSha256 === ""
    ? []
    : reading.after.officers
        .filter(({ thumbprint, keyName }) => thumbprint !== "" && keyName !== "")
        .map((officer) => [officer.officer, card(reading, officer)]);

function card(reading: Reading, officer: OfficerStanding): Paper {
  const { after, until } = reading;
  return {
    title: sentence("officer-card.title", { who: roleOf(officer.officer), name: officer.name }),
    blocks: [
      paragraph(
        sentence("officer-card.keep", {
          all: after.officers.length,
          hsm: theirs(after.hsm),
          required: after.required,
          day: dayOf(until),
        }),
      ),
      ...whomToCall(reading),
      ...yourKey(reading, officer),
      newPage,
      heading(sentence("officer-card.back")),
      ...offline(reading, officer),
      ...online(),
      ...together(reading, officer),
      ...afterwards(reading),
      newPage,
      ...largePrint(officer),
      newPage,
      heading(sentence("officer-card.domain")),
      digestWords(reading.after.domainSha256),
      paragraph(sentence("officer-card.changed", { room: blank(6) })),
      ...app(reading.opened),
    ],
  };
}

const whomToCall = (reading: Reading): readonly Block[] => [
  heading(sentence("officer-card.happens")),
  paragraph(sentence("officer-card.give")),
  table(
    [
      [sentence("officer-card.whom"), 30],
      [sentence("paper.name"), 35],
      [sentence("officer-card.telephone"), 35],
    ],
    [
      ...["administrator", "witness"].map((role): readonly Cell[] => [
        [[firstRole(role)]],
        [[theirs(nameOf(reading, role))]],
        "",
      ]),
      [[[sentence("officer-card.successor")]], "", ""],
    ],
  ),
];

const nameOf = ({ opened }: Reading, role: string): string =>
  opened.participants.find((person) => person.role === role)?.name ?? "";

/** The key's file: our name, or that of another tool, as this record's proof found it. */
function keyFileOf({ entries }: Reading, { officer, keyName }: OfficerStanding): string {
  const media = entries.flatMap(({ type, data }) =>
    type === "quorum-proven" ? (data as EventData["quorum-proven"]).media : [],
  );
  const theirs = media.filter(({ label, name }) => label === officer && !name.endsWith(".cer"));
  const found = theirs.findLast(({ name }) => name.startsWith(`${keyName}.`));
  return found?.name ?? `${keyName}.key`;
}

/** The certificates that are compared, in words and in hex. */
function yourKey(reading: Reading, officer: OfficerStanding): readonly Block[] {
  const { opened } = reading;
  const { keyName, thumbprint, signingName, signingThumbprint } = officer;
  return [
    heading(sentence("officer-card.key")),
    paragraph(
      sentence("officer-card.medium", {
        key: named(keyFileOf(reading, officer)),
        certificate: named(`${keyName}.cer`),
        rehearsal: opened.mode === "REHEARSAL",
      }),
    ),
    digestWords(thumbprint),
    ...(signingThumbprint === ""
      ? []
      : [
          paragraph(sentence("officer-card.sign", { key: named(`${signingName}.key`) })),
          digestWords(signingThumbprint),
        ]),
  ];
}

/** For people with poor sight, or who read from afar. */
const largePrint = ({ thumbprint, signingThumbprint }: OfficerStanding): readonly Block[] => [
  heading(sentence("officer-card.large")),
  ...[thumbprint, signingThumbprint]
    .filter((digest) => digest !== "")
    .map((digest) => digestWords(digest, true)),
];

/** The app is not needed, but checks more; anyone who has it can check whether it is this one. */
function app({ software: { version, program } }: Reading["opened"]): readonly Block[] {
  if (program === undefined || program === "") return [];
  return [
    paragraph(sentence("officer-card.app", { version: theirs(version), digest: named(program) })),
  ];
}

function offline(reading: Reading, officer: OfficerStanding): readonly Block[] {
  const { after } = reading;
  const { keyName } = officer;
  const file = keyFileOf(reading, officer);
  const asPem = /\.(?:pfx|p12)$/.test(file)
    ? [
        paragraph(sentence("officer-card.pem")),
        preformatted([`openssl pkey -in ${file} -aes256 -out ${keyName}.key`]),
      ]
    : [];
  const domain = { file: named(after.domainFile), digest: named(after.domainSha256) };
  return [
    paragraph(sentence("officer-card.offline")),
    preformatted([
      `openssl pkey -in ${file} -pubout | openssl dgst -sha256`,
      `openssl x509 -in ${keyName}.cer -noout -pubkey | openssl dgst -sha256`,
      `openssl x509 -in ${keyName}.cer -outform DER | openssl dgst -sha256`,
      `openssl dgst -sha256 ${quoted(after.domainFile)}`,
    ]),
    ...asPem,
    paragraph(
      after.subsets.length === 0
        ? sentence("officer-card.provenByNone", domain)
        : sentence("officer-card.provenBy", {
            ...domain,
            day: dayOf(after.provenAt),
            groups: groupsIn(after.subsets),
          }),
    ),
  ];
}

const online = (): readonly Block[] => [
  paragraph(sentence("officer-card.online")),
  preformatted([
    ...command(
      "az keyvault security-domain init-recovery",
      "--hsm-name NEW",
      "--sd-exchange-key NEW-exchange.pem",
    ),
    EXCHANGE_DIGEST,
  ]),
];

/** Whose exchange key it is, compared by hand: az accepts any. */
const EXCHANGE_DIGEST = "openssl x509 -in NEW-exchange.pem -outform DER | openssl dgst -sha256";

/** This officer, and as many others as are needed. */
function together(reading: Reading, officer: OfficerStanding): readonly Block[] {
  const { after } = reading;
  const others = after.officers.filter(
    (one) => one.officer !== officer.officer && one.keyName !== "" && one.trouble === "",
  );
  const here = [officer, ...others].slice(0, after.required);
  return [
    paragraph(sentence("officer-card.together", { required: after.required })),
    preformatted([
      EXCHANGE_DIGEST,
      ...command(
        "az keyvault security-domain restore-blob",
        `--sd-file ${quoted(after.domainFile)}`,
        "--sd-exchange-key NEW-exchange.pem",
        "--sd-file-restore-blob NEW-restore-blob.json",
        ...withValues(
          "--sd-wrapping-keys",
          here.map(
            (one) => `${one.officer}/${keyFileOf(reading, one).replace(/\.(?:pfx|p12)$/, ".key")}`,
          ),
        ),
        ...withValues(
          "--passwords",
          here.map((_, i) => `PASSPHRASE-${String(i + 1)}`),
        ),
      ),
    ]),
  ];
}

function afterwards({ after: { backup } }: Reading): readonly Block[] {
  const storage = [
    "--storage-account-name ACCOUNT",
    "--blob-container-name CONTAINER",
    "--storage-container-SAS-token TOKEN",
  ];
  return [
    paragraph(sentence("officer-card.upload")),
    preformatted([
      ...command(
        "az keyvault security-domain upload",
        "--hsm-name NEW",
        "--restore-blob",
        "--sd-file NEW-restore-blob.json",
      ),
      ...command(
        "az keyvault show",
        "--hsm-name NEW",
        "--query properties.securityDomainProperties.activationStatus",
      ),
    ]),
    paragraph(sentence("officer-card.restore", { backup: newest(backup) })),
    preformatted([
      ...command("az keyvault backup start", "--hsm-name NEW", ...storage),
      ...command(
        "az keyvault restore start",
        "--hsm-name NEW",
        ...storage,
        `--backup-folder ${backup.folder === "" ? "FOLDER" : quoted(backup.folder)}`,
      ),
    ]),
  ];
}

const newest = ({ folder, container, at }: Standing["backup"]): Span =>
  folder === ""
    ? sentence("officer-card.noBackup")
    : sentence("officer-card.backup", {
        folder: theirs(folder),
        container: theirs(container),
        day: dayOf(at),
      });

/** A flag with the first of its values, and the others: as many as fit on a line. */
const withValues = (flag: string, [first = "", ...others]: readonly string[]) => [
  `${flag} ${first}`,
  ...others,
];

/** The width of a command's line, with the backslash at its end. */
const COLUMNS = 88;

/** A line with more values of the flag above. */
const VALUES = /^ {2}[^-]/;

/**
 * A command for a shell on as many lines as it needs; each part stays on one, and no flag follows
 * values that did not fit on its own line.
 */
const command = (...parts: readonly string[]): readonly string[] =>
  parts.reduce<readonly string[]>((lines, part) => {
    const [last, longer] = [lines.at(-1), `${lines.at(-1) ?? ""} ${part}`];
    if (last === undefined) return [part];
    const mayFollow = !(part.startsWith("--") && VALUES.test(last));
    return mayFollow && longer.length + 2 <= COLUMNS
      ? [...lines.slice(0, -1), longer]
      : [...lines.slice(0, -1), `${last} \\`, `  ${part}`];
  }, []);

/** A name as one word of a shell. */
const quoted = (name: string): string =>
  /^[\w.:/-]+$/.test(name) ? name : `'${name.replaceAll("'", "'\\''")}'`;
