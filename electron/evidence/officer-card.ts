// The officer's card: what a person needs who has this key in ten years and has never seen the
// app. Commands are those of az and openssl; it names no place, as it may be kept with the key.
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
} from "../../ceremony-scripts/index.ts";
import {
  listed,
  pairOf,
  roleOf,
  type EventData,
  type OfficerStanding,
} from "../ceremony/ceremony.ts";
import { dayOf, digestWords } from "./phrases.ts";
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
    title: `Card of ${roleOf(officer.officer)}, ${officer.name}`,
    blocks: [
      paragraph(
        `You keep one of ${String(after.officers.length)} keys to `,
        theirs(after.hsm),
        `, an Azure Key Vault Managed HSM. If that HSM is lost, any ${String(after.required)} of `
          + "these keys together, the file called the security domain, and a full backup bring every "
          + "key in it back. Nobody, not even Microsoft, can do it without them. This card, az and "
          + `openssl are enough. As of ${dayOf(until)}.`,
      ),
      ...whomToCall(reading),
      ...yourKey(reading, officer),
      newPage,
      heading("Bringing the HSM back, without the app"),
      ...offline(reading, officer),
      ...online(),
      ...together(reading, officer),
      ...afterwards(reading),
      newPage,
      ...largePrint(officer),
      newPage,
      heading("The words of the security domain"),
      digestWords(reading.after.domainSha256),
      paragraph("What has changed since, by hand: ", blank(6)),
      ...app(reading.opened),
    ],
  };
}

const whomToCall = (reading: Reading): readonly Block[] => [
  heading("If something happens to your medium, or someone asks you for it"),
  paragraph(
    "Give the medium or the passphrase only to one of these people. "
      + "Call them at once, also if a seal looks different from before:",
  ),
  table(
    [
      ["Whom to call", 30],
      ["Name", 35],
      ["Telephone, by hand", 35],
    ],
    [
      ...["administrator", "witness"].map((role): readonly Cell[] => [
        [[roleOf(role)]],
        [[theirs(nameOf(reading, role))]],
        "",
      ]),
      [[["Their successor"]], "", ""],
    ],
  ),
];

const nameOf = ({ opened }: Reading, role: string): string =>
  opened.participants.find((person) => person.role === role)?.name ?? "";

/** The key's file: as ours, or as another tool called it and this record's proof found it. */
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
    heading("Your key"),
    paragraph(
      "Your medium contains ",
      named(keyFileOf(reading, officer)),
      ", the key, protected by your " + "passphrase, and ",
      named(`${keyName}.cer`),
      ", its certificate. Keep exactly this "
        + "certificate: a new one for the same key does not work.",
      opened.mode === "REHEARSAL" ? " THIS IS A REHEARSAL KEY." : "",
      " The SHA-256 of the certificate, in words and in hex:",
    ),
    digestWords(thumbprint),
    ...(signingThumbprint === ""
      ? []
      : [
          paragraph(
            "You sign records with ",
            named(`${signingName}.key`),
            ". The SHA-256 of its "
              + "certificate; anyone who verifies a record compares these words:",
          ),
          digestWords(signingThumbprint),
        ]),
  ];
}

/** For people who see badly, or read from afar. */
const largePrint = ({ thumbprint, signingThumbprint }: OfficerStanding): readonly Block[] => [
  heading("The words of your certificates in large print"),
  ...[thumbprint, signingThumbprint]
    .filter((digest) => digest !== "")
    .map((digest) => digestWords(digest, true)),
];

/** The app is not needed, but checks more; anyone who has it can tell whether it is this one. */
function app({ software: { version, program } }: Reading["opened"]): readonly Block[] {
  if (program === undefined || program === "") return [];
  return [
    paragraph(
      `If you have the app, you can use it for 1 and 3 (sd prove, sd restore-blob); `
        + "it checks more, and asks whose the exchange key is: add --exchange-sha256 and the SHA-256 "
        + `that was written down at 2. This card was made from a record of its version ${version}; the SHA-256 of `
        + "that program: ",
      named(program),
      ".",
    ),
  ];
}

function offline(reading: Reading, officer: OfficerStanding): readonly Block[] {
  const { after } = reading;
  const { keyName } = officer;
  const file = keyFileOf(reading, officer);
  const asPem = /\.(?:pfx|p12)$/.test(file)
    ? [
        paragraph("az takes a key in PEM; this command writes it, under a passphrase:"),
        preformatted([`openssl pkey -in ${file} -aes256 -out ${keyName}.key`]),
      ]
    : [];
  const proven =
    after.subsets.length === 0
      ? "No group of officers has been proven to open it."
      : `Proven to open it, on ${dayOf(after.provenAt)}: ${listed(after.subsets.map(pairOf))}.`;
  return [
    paragraph(
      "1. Without a network, in the folder with your files. The first command asks for the "
        + "passphrase and prints the same as the second; the third prints your certificate's SHA-256 "
        + "(overleaf), the last that of the security domain (below).",
    ),
    preformatted([
      `openssl pkey -in ${file} -pubout | openssl dgst -sha256`,
      `openssl x509 -in ${keyName}.cer -noout -pubkey | openssl dgst -sha256`,
      `openssl x509 -in ${keyName}.cer -outform DER | openssl dgst -sha256`,
      `openssl dgst -sha256 ${quoted(after.domainFile)}`,
    ]),
    ...asPem,
    paragraph(
      "The SHA-256 of ",
      named(after.domainFile),
      " (its words are on the last page): ",
      named(after.domainSha256),
      `. ${proven}`,
    ),
  ];
}

const online = (): readonly Block[] => [
  paragraph(
    "2. With a network. An administrator makes a new Managed HSM, here called NEW, and "
      + "fetches its exchange key. Write the SHA-256 down that the last command prints:",
  ),
  preformatted([
    ...command(
      "az keyvault security-domain init-recovery",
      "--hsm-name NEW",
      "--sd-exchange-key NEW-exchange.pem",
    ),
    EXCHANGE_DIGEST,
  ]),
];

/** Whose exchange key it is, compared by hand: az takes any. */
const EXCHANGE_DIGEST = "openssl x509 -in NEW-exchange.pem -outform DER | openssl dgst -sha256";

/** This officer, and as many others as are needed. */
function together(reading: Reading, officer: OfficerStanding): readonly Block[] {
  const { after } = reading;
  const others = after.officers.filter(
    (one) => one.officer !== officer.officer && one.keyName !== "" && one.trouble === "",
  );
  const here = [officer, ...others].slice(0, after.required);
  return [
    paragraph(
      `3. Without a network, ${String(after.required)} officers together; put each .cer `
        + "beside its .key. The person who made the exchange key can open the whole domain: the first "
        + "command must print the SHA-256 that was written down. az takes the passphrases on the "
        + "command line: use a machine that nobody else uses, and lock it away afterwards.",
    ),
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
  const known =
    backup.folder === ""
      ? "none is recorded"
      : theirs(`${backup.folder} in ${backup.container}, ${dayOf(backup.at)}`);
  const storage = [
    "--storage-account-name ACCOUNT",
    "--blob-container-name CONTAINER",
    "--storage-container-SAS-token TOKEN",
  ];
  return [
    paragraph(
      "4. With a network. The blob works for this HSM only, and only once. After an error, "
        + "check first: for an active HSM the second command prints Active. Only if it does not, "
        + "start again at 2:",
    ),
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
    paragraph(
      "5. Azure requires a backup of the empty HSM first; the second command brings the "
        + "keys back. The newest full backup on record: ",
      known,
      ".",
    ),
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

/** A flag with the first of its values, and each other: as many as a line has room for. */
const withValues = (flag: string, [first = "", ...others]: readonly string[]) => [
  `${flag} ${first}`,
  ...others,
];

/** What a line of a command holds, with the backslash behind it. */
const COLUMNS = 80;

/** A line on which the values of the flag above go on. */
const VALUES = /^ {2}[^-]/;

/**
 * A command for a shell on as many lines as it needs; each part stays on one, and no flag stands
 * behind values that its own line had no room for.
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
