// The officer's card: what a person needs in ten years who holds this key and has never seen the
// app. Commands are those of az and openssl; no place stands on it, for it may lie beside the key.
import {
  blank, heading, named, paragraph, preformatted, table, theirs,
  type Block, type Cell, type Paper,
} from "../../ceremony-scripts/index.ts";
import type { OfficerStanding } from "../ceremony/ceremony.ts";
import { dayOf, digestLines, listed, pairOf, roleOf } from "./phrases.ts";
import type { Reading } from "./reading.ts";

/** One card for each officer whose certificate is known. */
export const officerCards = (reading: Reading): readonly (readonly [string, Paper])[] =>
  reading.after.domainSha256 === "" ? [] : reading.after.officers
    .filter(({ thumbprint, keyName }) => thumbprint !== "" && keyName !== "")
    .map((officer) => [officer.officer, card(reading, officer)]);

function card(reading: Reading, officer: OfficerStanding): Paper {
  const { after, opened, until } = reading;
  return {
    title: `Card of ${roleOf(officer.officer)}, ${officer.name}`,
    blocks: [
      paragraph(`You hold one of ${String(after.officers.length)} keys to `, theirs(after.hsm),
        `, an Azure Key Vault Managed HSM. If that HSM is lost, any ${String(after.required)} of `
        + "these keys together, the file called the security domain, and a full backup bring every "
        + "key in it back. Nobody, Microsoft included, can do it without them. No other program "
        + `than az and openssl is needed: this card is enough. As of ${dayOf(until)}.`),
      heading("If something happens to your medium, or somebody asks you for it"),
      paragraph("Give neither the medium nor the passphrase to anybody who is not one of these. "
        + "Call at once, also when a seal looks other than it did:"),
      table([["Whom to call", 30], ["Name", 35], ["Telephone, by hand", 35]], [
        ...["administrator", "witness"].map((role): readonly Cell[] =>
          [[[roleOf(role)]], [[theirs(nameOf(reading, role))]], ""]),
        ["", "", ""],
      ]),
      ...yourKey(officer, opened.mode === "REHEARSAL"),
      ...recovery(reading, officer),
    ],
  };
}

const nameOf = ({ opened }: Reading, role: string): string =>
  opened.participants.find((person) => person.role === role)?.name ?? "";

function yourKey(officer: OfficerStanding, rehearsal: boolean): readonly Block[] {
  const { keyName, thumbprint, signingName, signingThumbprint } = officer;
  return [
    heading("Your key"),
    paragraph("Your medium holds ", named(`${keyName}.key`), ", the key under your passphrase, "
      + "and ", named(`${keyName}.cer`), ", its certificate. Keep that very certificate: a new one "
      + "for the same key does not fit.", rehearsal ? " THIS KEY IS OF A REHEARSAL." : "",
      " The SHA-256 of the certificate, in words and in hex:"),
    preformatted(digestLines(thumbprint)),
    ...signingThumbprint === "" ? [] : [
      paragraph("You sign records with ", named(`${signingName}.key`), ". The SHA-256 of its "
        + "certificate; who checks a record compares these words:"),
      preformatted(digestLines(signingThumbprint)),
    ],
  ];
}

/** The commands, with the names of this HSM's files. */
function recovery(reading: Reading, officer: OfficerStanding): readonly Block[] {
  const { after } = reading;
  const { keyName } = officer;
  const domain = after.domainFile;
  const proven = after.subsets.length === 0 ? "No group of officers was proven to open it."
    : `Proven to open it, on ${dayOf(after.provenAt)}: ${listed(after.subsets.map(pairOf))}.`;
  return [
    heading("Bringing the HSM back, without the app"),
    paragraph("1. On a machine without a network: is your key the right one, and is this the "
      + "security domain? The first two lines print the same digits, the third those of your "
      + "certificate above, the last those below."),
    preformatted([
      `openssl pkey -in ${keyName}.key -pubout | openssl dgst -sha256`,
      `openssl x509 -in ${keyName}.cer -noout -pubkey | openssl dgst -sha256`,
      `openssl x509 -in ${keyName}.cer -outform DER | openssl dgst -sha256`,
      `openssl dgst -sha256 ${domain}`,
    ]),
    paragraph("SHA-256 of ", named(domain), ", in words and in hex. ", proven),
    preformatted(digestLines(after.domainSha256)),
    ...online(), ...together(reading, officer), ...afterwards(reading),
    paragraph("What has changed since, by hand: ", blank(2)),
  ];
}

const online = (): readonly Block[] => [
  paragraph("2. On a machine with a network an administrator makes a new Managed HSM and fetches "
    + "its exchange key. Its name stands for NEW:"),
  preformatted(["az keyvault security-domain init-recovery --hsm-name NEW "
    + "--sd-exchange-key NEW-exchange.pem"]),
];

/** This officer, and as many others as are needed. */
function together({ after }: Reading, officer: OfficerStanding): readonly Block[] {
  const others = after.officers.filter((one) =>
    one.officer !== officer.officer && one.keyName !== "" && one.trouble === "");
  const here = [officer, ...others].slice(0, after.required);
  return [
    paragraph(`3. On the machine without a network, ${String(after.required)} officers together. `
      + "Each .cer lies beside its .key. az takes the passphrases on the command line: use a "
      + "machine that nobody else uses, and put it away afterwards."),
    preformatted([
      `az keyvault security-domain restore-blob --sd-file ${after.domainFile} \\`,
      "--sd-exchange-key NEW-exchange.pem --sd-file-restore-blob NEW-restore-blob.json \\",
      `--sd-wrapping-keys ${here.map((one) => `${one.officer}/${one.keyName}.key`).join(" ")} \\`,
      `--passwords ${here.map((_, i) => `PASSPHRASE-${String(i + 1)}`).join(" ")}`,
    ]),
  ];
}

function afterwards({ after: { backup } }: Reading): readonly Block[] {
  const known = backup.folder === "" ? "none is recorded"
    : theirs(`${backup.folder} in ${backup.container}, ${dayOf(backup.at)}`);
  return [
    paragraph("4. On the machine with a network. The blob is good for this HSM, and once. After an "
      + "error ask first whether the HSM is active; only if it is not, begin again at 2:"),
    preformatted([
      "az keyvault security-domain upload --hsm-name NEW --restore-blob "
        + "--sd-file NEW-restore-blob.json",
      "az keyvault show --hsm-name NEW --query properties.statusMessage",
    ]),
    paragraph("5. Azure wants the empty HSM backed up before anything is restored into it. The "
      + "second command brings the keys back. The newest full backup that is known: ", known, "."),
    preformatted([
      "az keyvault backup start --hsm-name NEW --storage-account-name ACCOUNT \\",
      "--blob-container-name CONTAINER --storage-container-SAS-token TOKEN",
      "az keyvault restore start --hsm-name NEW --storage-account-name ACCOUNT \\",
      "--blob-container-name CONTAINER --storage-container-SAS-token TOKEN \\",
      `--backup-folder ${backup.folder === "" ? "FOLDER" : backup.folder}`,
    ]),
  ];
}
