// The commands of `sd` in the order of need, each declared once. Its implementation is loaded only when
// it is called, because it would slow the start of every other command. No example has a passphrase.
import type { HSM_COMMAND } from "../rehearse/hsm-process.ts";
import { TRIAL_NAMES } from "../rehearse/trial-names.ts";
import type { Command } from "./shared/command.ts";
import { CONTACT } from "./contact.ts";
import { CONFIRMING } from "./exchange/confirming.ts";
import { help } from "./help.ts";
import { HSM } from "./hsm.ts";
import { PLAN } from "./plan.ts";
import { RUNBOOK } from "./runbook.ts";
import { HEADS, OWN_SCRIPT } from "./heads.ts";
import { AUTHORITY_FLAGS, TIMESTAMP } from "./timestamp.ts";

const SD_FILE = "The security domain file, as Azure gave it.";
const KEYS = "Each officer's NAME.key, the original NAME.cer beside or in it; or PKCS#12.";
const EVERY = {
  "[--try-every-share]":
    "Tries a key on every share if none is named after its certificate, or that is lost.",
};
const PASSPHRASES =
  "Line 1 is the passphrase of key 1, and so on; an empty line for none. Without it sd asks.";
const ROOT = {
  "[--rehearsal-root PEM]": "The root of a rehearsal's quotes (sgx-root.pem), not Intel's.",
};
const COUNTS = {
  "[--officers N]":
    "How many officers there are, 3 to 10; 3 unless given, or those of the custody.",
  "[--quorum K]": "With --officers: how many of them open the security domain, 2 to N; else 2.",
};
const BITS = "The key's length: 2048, 3072 or 4096; 4096 unless given.";
const WRONG_KEY = {
  "E-KEY-PASSPHRASE": "Wrong passphrase: check keyboard layout and caps lock.",
  "E-CERT-UNKNOWN": "Not the original .cer, or other tools named it: add --try-every-share.",
  "E-SHARE-NONE": "The key is for another domain.",
  "E-QUORUM-SHORT": "More officers' keys are needed.",
};
const DAMAGED = { "E-LOG-...": "The record is altered or damaged: use another copy." };
const MEANS = {
  "E-MEAN-...": "Validly signed, but its entries contradict each other: do not use it.",
  "E-RULES-NEWER": "Newer than this program: use the one that wrote it, or a newer one.",
  "E-NOT-A-CEREMONY": "It names no script of this app: give your own with --script.",
};
const NOT_CLOSED = { "E-LOG-OPEN": "Not closed: signatures are missing." };
const HEAD = "The head that was read aloud: 64 hex digits, or at least its first ten words.";
const CARD =
  "A card: ten words or 20 hex digits, or more; with officer-1= before them, of that seat.";
/** What came from elsewhere than one record. */
const ANCHORS = {
  "[--head WORDS-OR-HEX ...]": HEAD,
  "[--officer WORDS ...]": CARD,
  "[--earlier RECORD ...]":
    "Records or bundles before it, and custodians' parts: they are compared.",
  "[--anchored]": "Exit code 3 if something was not compared: head, card, earlier record, part.",
  ...OWN_SCRIPT,
};
const NOT_ITS = {
  "E-LOG-HEAD": "The record was cut off, continues, or is another one.",
  "E-SIGNER-CARD": "A card belongs to nobody who signed: use the officer's own.",
};
const NOT_AFTER = { "E-EARLIER-...": "It does not continue the earlier record as that one ended." };

const REHEARSAL_HSM: typeof HSM_COMMAND = "rehearsal-hsm";

/** What people and programs may call. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map<string, Command>([
  [
    "restore-blob",
    {
      what: [
        "Makes the restore blob for a recovery, offline, as az keyvault security-domain restore-blob",
        "does. NAME.cer must be beside each NAME.key. It asks for passphrases, and first whose the",
        "exchange key is, unless --hsm-name, --exchange-sha256 or --exchange-words says so; without",
        "a terminal it then ends with exit code 3 and writes nothing.",
      ],
      flags: {
        "--sd-file FILE": SD_FILE,
        "--sd-exchange-key FILE": "The new HSM's exchange key, as az or Azure gave it.",
        "--sd-wrapping-keys A.key B.key": KEYS,
        "--sd-file-restore-blob OUT": "The new file for the blob.",
        "[--passphrase-file FILE]": PASSPHRASES,
        "(--passwords WORD ...)":
          "As in az. Others on the machine can read them: use --passphrase-file.",
        ...EVERY,
        ...CONFIRMING,
        "[--accept CODE ...]": "Continues despite this refusal, if it is not about cryptography.",
        ...ROOT,
      },
      example: [
        "sd restore-blob --sd-file Contoso-HSM-SD.json --sd-exchange-key exchange.pem \\",
        "  --sd-wrapping-keys officer-1/cert_0.key officer-2/cert_1.key \\",
        "  --sd-file-restore-blob blob.json --hsm-name Contoso-Recovery",
      ],
      wrong: {
        "E-XK-UNCONFIRMED": "Exit code 3: compare the key, and add the line that is printed.",
        "E-XK-DIFFERS": "Not the key that the connected side read: stop until you know why.",
        "E-XK-REHEARSAL": "A rehearsal's exchange key; the officers' keys are real.",
        ...WRONG_KEY,
        "E-XK-UNTRUSTED": "The exchange key's proof is wrong: fetch it again; never use this one.",
        "E-FILE-EXISTS": "Give another name for the blob.",
      },
      isSecret: true,
      run: async (given, voice) =>
        (await import("./exchange/restore-blob.ts")).restoreBlob(given, voice),
    },
  ],
  [
    "attest-exchange-key",
    {
      words: "FILE",
      what: [
        "Checks offline, by its Intel SGX quote, whether a genuine Managed HSM made this exchange",
        "key. Exit code 0: attested, 3: not attested, 1: refused. It shows a Managed HSM, not yours:",
        "give --hsm-name, and compare the thumbprint by words. Whether Intel has revoked the",
        "hardware or calls it out of date is checked only with --collateral.",
      ],
      flags: {
        "[--hsm-name NAME]": "The recovery HSM; the key's subject must be its name.",
        "[--collateral FILE ...]":
          "What Intel says about the hardware: TCB info, QE identity, root CRL, PCK CRL, issuer chain.",
        "[--at DATE]": "The day to check the collateral at, as 2026-11-27; today unless given.",
        ...ROOT,
      },
      example: ["sd attest-exchange-key exchange.pem --hsm-name Contoso-Recovery"],
      wrong: {
        "E-XK-UNTRUSTED": "The quote is wrong, or leads to another root: do not use the key.",
        "E-XK-REVOKED": "Intel revoked the hardware's key: do not use the exchange key.",
        "E-COLLATERAL-...": "A file is not Intel's, or is for other hardware: fetch it again.",
        "E-XK-WRONG-HSM": "The key belongs to another HSM.",
      },
      run: async (given, voice) =>
        (await import("./exchange/attest-exchange-key.ts")).attestExchangeKey(given, voice),
    },
  ],
  [
    "attest-key",
    {
      words: "FILE",
      what: [
        "Checks offline, by what a Managed HSM says of one of its keys, whether a genuine card keeps the",
        "key, made it, and never lets it out. Exit code 0: attested, 3: genuine, but brought in, or able",
        "to leave, or no key to compare; 1: refused. Any owner of such a card can imitate an HSM's name:",
        "note the root of your HSM that is shown at the first look, and give it from then on.",
      ],
      flags: {
        "[--key FILE]": "The key that is meant: what az keyvault key show printed.",
        "[--pool-root FILE|SHA256]":
          "The root of your HSM: its certificate, or the SHA-256 shown before.",
        "[--at DATE]": "The day to check the certificates at, as 2026-11-27; today unless given.",
        "[--rehearsal-root PEM]":
          "The root of a rehearsal's cards (card-root.pem), not the maker's.",
      },
      example: ["sd attest-key contoso-data-attestation.json --key contoso-data.json"],
      wrong: {
        "E-KA-SHAPE":
          "The file is another one: give the answer of az keyvault key get-attestation.",
        "E-KA-UNTRUSTED":
          "A certificate, a signature or the key is not right: do not rely on the key.",
      },
      run: async (given, voice) => (await import("./attest-key.ts")).attestKey(given, voice),
    },
  ],
  [
    "inspect",
    {
      words: "FILE",
      what: [
        "Says what a file is, by its content: security domain, restore blob, exchange key,",
        "certificate, private key, record, ... with its SHA-256, quorum and thumbprints in hex and",
        "words. Opens no key and asks for no passphrase.",
      ],
      example: ["sd inspect Contoso-HSM-SD.json"],
      wrong: {
        "E-SD-TRUNCATED": "The file ends early: use the other copy. The same for every E-SD- code.",
        ...DAMAGED,
        "E-KEY-WEAKKDF": "The key is protected by an outdated method: openssl converts it.",
      },
      run: async (given, voice) => (await import("./inspect.ts")).inspect(given, voice),
    },
  ],
  [
    "prove",
    {
      what: [
        "Proves, on an offline machine, that every quorum of these officers opens this security",
        "domain. Writes nothing. Officers whose keys were not given are named as not tested.",
      ],
      flags: {
        "--sd-file FILE": SD_FILE,
        "--sd-wrapping-keys A.key B.key C.key": `${KEYS} Give all.`,
        "[--passphrase-file FILE]": PASSPHRASES,
        ...EVERY,
      },
      example: [
        "sd prove --sd-file Contoso-HSM-SD.json \\",
        "  --sd-wrapping-keys officer-1/cert_0.key officer-2/cert_1.key officer-3/cert_2.key",
      ],
      wrong: {
        ...WRONG_KEY,
        "E-SHARE-FOREIGN": "A share is damaged or of another domain: use the domain's other copy.",
        "E-SHARE-DATA": "The shares belong together, but not with the data: use the other copy.",
      },
      isSecret: true,
      run: async (given, voice) => (await import("./prove.ts")).prove(given, voice),
    },
  ],
  [
    "verify",
    {
      words: "BUNDLE-OR-RECORD",
      what: [
        "Checks a ceremony's evidence: files, chain, signatures and close; that the record means what",
        "it says, by its script; and who closed it. With --head: that its end is the one read aloud.",
        "With --officer: that its signers are the ones you name. Exit code 0: good, anchored or not;",
        "1: refused; 3: fewer closed it than had to. One closed on paper is never called signed.",
      ],
      flags: {
        ...ANCHORS,
        ...AUTHORITY_FLAGS,
        "[--stamped]": "Exit code 3 unless each authority shows a time of the whole record.",
        "[--heads LIST]":
          "A list of heads: it may not fork, and its line of this record must be right; gaps are named.",
        "[--form-only]":
          "Checks only chain, signatures and close, not what the record means; not with --earlier.",
        "[--entries]": "Lists every entry, and the values in it that no rule compares.",
      },
      example: [
        'sd verify activation/record.jsonl --head "robust typewriter cobra adviser slingshot \\',
        '  apollo necklace norwegian gazelle enterprise"',
      ],
      wrong: {
        "E-BUNDLE-...": "A file is missing, unexpected, or changed: use another copy.",
        ...NOT_ITS,
        ...MEANS,
        ...NOT_AFTER,
        ...NOT_CLOSED,
        ...DAMAGED,
      },
      run: async (given) => (await import("./verify.ts")).verify(given),
    },
  ],
  ["timestamp", TIMESTAMP],
  ["heads", HEADS],
  [
    "minutes",
    {
      words: "BUNDLE|RECORD",
      what: [
        "Makes all papers of a ceremony again as PDFs, from its record alone: the minutes with the",
        "compliance view, the quorum certificate, the officers' cards, custody labels, and the",
        "custodians' acknowledgement. The same record gives the same bytes on every machine.",
      ],
      flags: {
        "--out DIR": "The folder for the PDFs; none of their names may be taken in it.",
        ...OWN_SCRIPT,
      },
      example: ["sd minutes activation --out papers"],
      wrong: {
        "E-PAPER": "Copy paper.cjs beside sd.cjs.",
        "E-FILE-EXISTS": "Give another folder: nothing is overwritten.",
        ...MEANS,
        ...DAMAGED,
      },
      run: async (given) => (await import("./minutes.ts")).minutes(given),
    },
  ],
  [
    "custody",
    {
      words: "RECORD-OR-FOLDER",
      what: [
        "Says, from a closed record, how custody is: whether a recovery could rely on it,",
        "what is due when, what one person, place, zone or journey leaves or gives alone, and",
        "which of Microsoft's rules are met. What sd verify refuses is refused; without its head or",
        "its signers' cards the report says that nothing vouches for the record.",
      ],
      flags: {
        ...ANCHORS,
        "[--on DATE]": "The day to count from, such as 2026-11-25; today unless given.",
        "[--key-list FILE]": "A key list with roles: names who can download the domain again.",
        "[--plan PLAN]": "With it: the plan that names these people and groups.",
        "[--calendar OUT.ics]": "The new file for a calendar (.ics) of what is due next.",
      },
      example: ["sd custody activation/record.jsonl --calendar custody.ics"],
      wrong: {
        ...NOT_ITS,
        ...MEANS,
        ...NOT_AFTER,
        ...NOT_CLOSED,
        ...DAMAGED,
        "E-FILE-EXISTS": "Give another name for the calendar.",
      },
      run: async (given) => (await import("./custody.ts")).custody(given),
    },
  ],
  [
    "reconcile",
    {
      words: "LOG-OR-FOLDER ...",
      mostWords: Infinity,
      what: [
        "Compares Azure Monitor's AuditEvents with records of ceremonies. A record decides if it is",
        "closed, not aborted, means what it says, and its head or its signers' cards are given, or one",
        "that decides continues it. Each explains its own requests, by caller, minutes, request and",
        "address. A download or upload that none explains is an alarm: exit code 1. Works offline.",
      ],
      flags: {
        "--record RECORD-OR-FOLDER ...":
          "The records, each a file, or the folder with record.jsonl, or a bundle.",
        '[--head "WORDS" ...] [--head "WORDS" ...]':
          "Heads of these records: 64 hex digits each, or at least the first ten words, in quotes.",
        '[--officer "WORDS" ...] [--officer "WORDS" ...]':
          "Cards of officers who signed: ten words or 20 hex digits each, or more.",
        ...OWN_SCRIPT,
        "[--rehearsal]":
          "The log and the records are a rehearsal's: without it those explain nothing.",
      },
      example: [
        "sd reconcile insights-logs-auditevent --record activation recovery \\",
        '  --officer "seabird revolver flatfoot chambermaid crusade exodus blackjack frequency \\',
        '  reindeer guitarist" "inverse bradbury preclude politeness deckhand confidence seabird \\',
        '  miracle tapeworm gossamer"',
      ],
      wrong: {
        "E-AUDIT-ALARM":
          "Find out today who did it, by caller and address. A station may have two.",
        "E-AUDIT-FORM": "Incomplete, or not such a log: export it again.",
        "E-AUDIT-FILES": "More than 10,000 files: give those of one year or less.",
        "E-AUDIT-SIZE": "A file of more than 256 MiB: export it in parts.",
        "E-AUDIT-MANY": "A file of more than 500,000 events: export it in parts.",
        "E-HEAD-OTHER": "A head belongs to none of the records: copy it again, or give its record.",
        ...NOT_ITS,
        ...MEANS,
        ...DAMAGED,
      },
      run: async (given) => (await import("./reconcile.ts")).reconcile(given),
    },
  ],
  [
    "words",
    {
      words: "HEX | WORDS | FILE",
      // As many as a digest of 64 bytes has.
      mostWords: 64,
      what: [
        "Turns hex digits (20 or more), or the SHA-256 of a file, into the words that are read",
        "aloud, and words back into hex digits.",
      ],
      example: ["sd words Contoso-HSM-SD.json", "sd words edict fortitude billiard document"],
      wrong: {
        "E-WORDS": "A word was misheard, dropped or swapped: read aloud again.",
        "E-FILE-MISSING": "No such file. Give a file whose name is all hex digits as ./NAME.",
      },
      run: async (given) => (await import("./words.ts")).words(given),
    },
  ],
  ["hsm", HSM],
  ["contact", CONTACT],
  ["runbook", RUNBOOK],
  ["plan", PLAN],
  [
    "keygen",
    {
      what: [
        "Makes an officer's wrapping key and certificate without a ceremony, in an emergency. In a",
        "ceremony the app makes the keys, proves every medium and records it; here nobody does.",
        "A kill may leave hidden .part files and a NAME.cer without its NAME.key: no key was made.",
        "The same command again removes them. If NAME.key is there, both files are proven.",
      ],
      flags: {
        "--out DIR": "The folder of the officer's medium; it must exist.",
        "--name cert_0": "The files' name: NAME.key and NAME.cer. Neither may exist.",
        "--subject CN": "Whose key it is: the certificate's common name, 1 to 64 characters.",
        "[--bits 2048|3072|4096]": BITS,
        "[--passphrase-file FILE]": "Line 1 is the passphrase. Without it sd asks, twice, unseen.",
      },
      example: ['sd keygen --out officer-1 --name cert_0 --subject "Officer 1"'],
      wrong: {
        "W-NET-UP": "The machine is connected: unplug it first, then start again.",
        "E-FILE-EXISTS": "There is already a key or certificate of this name.",
        "E-PASS-POLICY": "8 to 1024 printable ASCII characters, not only spaces.",
      },
      isSecret: true,
      run: async (given, voice) => (await import("./keygen.ts")).keygen(given, voice),
    },
  ],
  [
    "script",
    {
      words: "check|walk activation|recovery|SCRIPT",
      what: [
        "check runs a ceremony's script in a model of the room and refuses one that cannot",
        "work. walk does the same, and prints the script as a paper, in Markdown or as a PDF, on",
        "which the ceremony can be finished by hand.",
      ],
      flags: {
        ...COUNTS,
        "[--pdf OUT]": "walk only: the new PDF file (A4). The same script gives the same bytes.",
        "[--rehearsal]": "With --pdf: REHEARSAL is printed across every page.",
      },
      example: ["sd script check reviewed.yaml", "sd script walk activation --pdf activation.pdf"],
      wrong: {
        "E-FILE-EXISTS": "Give another name for the PDF.",
        "E-CHECK-...": "The script cannot work in the room; the message names the place.",
        "E-SCRIPT-...": "The script is not in the language: see ceremony-scripts/README.md.",
      },
      run: async (given) => (await import("./script.ts")).script(given),
    },
  ],
  [
    "rehearse",
    {
      words: "activation|recovery|SCRIPT|deployment|RUNBOOK",
      what: [
        "Runs a ceremony with simulated people and a built-in HSM. The same command again continues",
        "where it stopped. Everything is marked REHEARSAL. With --trial, something goes wrong on",
        "purpose; papers/trial-report.md says, from the record alone, whether it was found. With",
        "--plan, a deployment or a runbook of it; --out then gets what was read, and a report.",
      ],
      flags: {
        "[--media DIR]":
          "For a ceremony: the folder whose folders are the media; a recovery uses the activation's.",
        "--out DIR": "Where the closed record goes; an existing one is never overwritten.",
        ...COUNTS,
        "[--bits 2048|3072|4096]": BITS,
        "[--passphrase-file FILE]":
          "Line 1 for officer 1, and so on. Without it fixed, public ones.",
        "[--choose STEP ...]": "Steps to go to if the script has a choice; else its first one.",
        "[--officer N ...]": "The officers who come if not all do, or who get new keys.",
        "[--trial NAME|random|all]":
          "A drill of those below, one picked at random, or all that this ceremony has steps for.",
        "[--seed N]": "Picks the same again; the number that an earlier rehearsal printed.",
        "[--careless NAME]": "In this drill nobody checks: what only people can see is missed.",
        "[--plan FILE]": "For a deployment: its plan. A ceremony has none.",
        "[--wrong CHECK]": "For a deployment: Azure's answer to this check is wrong on purpose.",
      },
      names: { Drills: TRIAL_NAMES },
      example: [
        "sd rehearse activation --media media --out activation --officers 5 --quorum 3",
        "sd rehearse dry-run --media media --out dry-run --officer 2 4 5",
        "sd rehearse deployment --plan contoso.yaml --out rehearsal",
      ],
      wrong: { "E-REHEARSE-DONE": "There is a finished record in --out: give another folder." },
      run: async (given, voice) => (await import("./rehearse.ts")).rehearse(given, voice),
    },
  ],
  [
    REHEARSAL_HSM,
    {
      what: ["Serves the built-in HSM alone, until it is told to stop. It protects nothing."],
      flags: {
        "--dir DIR": "The HSM's own folder; made if it is missing.",
        "[--store DIR]": "Where backups go; HSMs that restore each other's backups share it.",
        "[--port N]": "A port on 127.0.0.1; a free one unless given.",
        "[--name NAME]": "The HSM's name, when it is made.",
        "[--pending SECONDS]": "How long its long operations take, in seconds; 2 unless given.",
        "[--quote known|unknown|none]":
          "The quote of a new exchange key: of the known signer, of another, or none.",
        "[--endpoints none|waiting|approved]":
          "Its private endpoints; with any, public access is off. None unless given.",
        "[--pilot]":
          "As a pilot is ordered: without keys and purge protection, with a retention of 7 days.",
        "[--otherwise ID ...]":
          "Beliefs about Azure that it turns around, by their ids in electron/beliefs/BELIEFS.md.",
      },
      example: ["sd rehearsal-hsm --dir hsm"],
      wrong: {
        "E-RHSM-PORT": "The port is taken: give another one, or none.",
        "E-RHSM-LOCK": "Another server uses this folder.",
      },
      run: async (given) => (await import("./rehearsal-hsm.ts")).serveHsm(given),
    },
  ],
  [
    "help",
    {
      words: "[COMMAND]",
      what: ["Shows all commands, or one in full. sd COMMAND --help does the same."],
      example: ["sd help restore-blob"],
      run: ({ words: [name] }) => help(COMMANDS, name),
    },
  ],
  ["version", { what: ["Says which build this is."], run: version }],
]);

/** Which build this is, and the verifier that goes with it. */
function version() {
  const { version: number, commit, verifier } = __BUILD__;
  const text = [`sd ${number} (${commit})`, `verifier.html has the SHA-256 ${verifier}`];
  return { text: text.join("\n"), data: { version: number, commit, verifier } };
}
