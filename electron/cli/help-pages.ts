// What help says of each command, in the order of need. No example has a passphrase in it.
import { HSM_PAGE, RECONCILE_PAGE } from "./hsm-page.ts";

export interface Page {
  /** How it is called, as lines. */
  readonly usage: readonly string[];
  /** One short paragraph. */
  readonly what: readonly string[];
  /** Every flag, with what it is for. */
  readonly flags: Readonly<Record<string, string>>;
  readonly example: readonly string[];
  /** Codes, each with what to think of first. */
  readonly wrong: readonly string[];
}

const SD_FILE = "The security domain file, as Azure gave it.";
const KEYS = "Each officer's NAME.key; the original NAME.cer must lie beside it.";
const PASSPHRASES =
  "Line 1 is the passphrase of key 1, and so on; an empty line for none. Else they are asked for.";
const ROOT = "The root of a rehearsal's quotes (sgx-root.pem) in place of Intel's.";
const WRONG_PASSPHRASE = "E-KEY-PASSPHRASE  Wrong passphrase: mind keyboard layout and caps lock.";
const WRONG_CERTIFICATE =
  "E-CERT-UNKNOWN    The .cer is not the original one, or the key is for another domain.";

export const PAGES: ReadonlyMap<string, Page> = new Map<string, Page>([
  ["restore-blob", {
    usage: [
      "sd restore-blob --sd-file FILE --sd-exchange-key FILE",
      "                --sd-wrapping-keys A.key B.key --sd-file-restore-blob OUT",
      "                [--passphrase-file FILE] [--accept CODE ...] [--rehearsal-root PEM]",
    ],
    what: [
      "Makes the restore blob for a recovery, on an offline machine, as",
      "az keyvault security-domain restore-blob does. NAME.cer lies beside each NAME.key.",
      "Passphrases are asked for, or come from the file.",
    ],
    flags: {
      "--sd-file": SD_FILE,
      "--sd-exchange-key": "The new HSM's exchange key, as az or Azure gave it.",
      "--sd-wrapping-keys": KEYS,
      "--sd-file-restore-blob": "Where the blob goes; nothing may stand there.",
      "--passphrase-file": PASSPHRASES,
      "--passwords": "As in az. Others on the machine can read them: use --passphrase-file.",
      "--accept": "Goes on in spite of this refusal, where it is not about cryptography.",
      "--rehearsal-root": ROOT,
    },
    example: [
      "sd restore-blob --sd-file Contoso-HSM-SD.json --sd-exchange-key exchange.pem \\",
      "  --sd-wrapping-keys officer-1/cert_0.key officer-2/cert_1.key \\",
      "  --sd-file-restore-blob blob.json",
    ],
    wrong: [
      WRONG_PASSPHRASE,
      WRONG_CERTIFICATE,
      "E-QUORUM-SHORT    More officers' keys are needed.",
      "E-XK-UNTRUSTED    The exchange key's proof is wrong: fetch it again; never go on with it.",
      "E-FILE-EXISTS     Give another name for the blob.",
    ],
  }],
  ["attest-exchange-key", {
    usage: ["sd attest-exchange-key FILE [--hsm-name NAME] [--rehearsal-root PEM]"],
    what: [
      "Judges offline, by its Intel SGX quote, whether a genuine Managed HSM made this exchange",
      "key. Exit code 0: attested, 3: not attested, 1: refused. It shows a Managed HSM, not yours:",
      "give --hsm-name, and compare the thumbprint by words.",
    ],
    flags: {
      "--hsm-name": "The recovery HSM; the key's subject must be its name.",
      "--rehearsal-root": ROOT,
    },
    example: ["sd attest-exchange-key exchange.pem --hsm-name Contoso-Recovery"],
    wrong: [
      "E-XK-UNTRUSTED    The quote is wrong, or leads to another root: do not use the key.",
      "E-XK-WRONG-HSM    The key is of another HSM.",
    ],
  }],
  ["inspect", {
    usage: ["sd inspect FILE"],
    what: [
      "Tells what a file is, by its content: security domain, restore blob, exchange key,",
      "certificate, private key, record, ... with its SHA-256, quorum and thumbprints in hex and",
      "words. Opens no key and asks for no passphrase.",
    ],
    flags: {},
    example: ["sd inspect Contoso-HSM-SD.json"],
    wrong: [
      "E-SD-TRUNCATED    The file ends early: take the other copy. So for every E-SD- code.",
      "E-LOG-...         The record was altered: take the other station's copy.",
      "E-KEY-WEAKKDF     The key is protected by an outdated method: openssl converts it.",
    ],
  }],
  ["prove", {
    usage: [
      "sd prove --sd-file FILE --sd-wrapping-keys A.key B.key C.key",
      "         [--passphrase-file FILE]",
    ],
    what: [
      "Proves, on an offline machine, that every quorum of these officers opens this security",
      "domain. Writes nothing. Officers whose keys were not given are named as not tested.",
    ],
    flags: {
      "--sd-file": SD_FILE,
      "--sd-wrapping-keys": `${KEYS} Give all.`,
      "--passphrase-file": PASSPHRASES,
    },
    example: [
      "sd prove --sd-file Contoso-HSM-SD.json \\",
      "  --sd-wrapping-keys officer-1/cert_0.key officer-2/cert_1.key officer-3/cert_2.key",
    ],
    wrong: [
      WRONG_PASSPHRASE,
      WRONG_CERTIFICATE,
      "E-QUORUM-SHORT    More officers' keys are needed.",
      "E-SHARE-FOREIGN   A share is damaged or of another domain: use the domain's other copy.",
      "E-SHARE-DATA      The shares belong together, but not with the data: use the other copy.",
    ],
  }],
  ["verify", {
    usage: ["sd verify BUNDLE-OR-RECORD [--head WORDS-OR-HEX] [--officer WORDS ...]"],
    what: [
      "Checks a ceremony's evidence: that the bundle's files are all there and as they were",
      "written, and of its record chain, signatures, close. With --head: that its end is the one",
      "read aloud. With --officer: that its signers are the ones you name. A record that was",
      "closed on paper is never called signed. A record alone is checked by itself.",
    ],
    flags: {
      "--head": "The head that was read aloud: 64 hex digits, or at least its first ten words.",
      "--officer": "A signing certificate: ten words or 20 hex digits of its SHA-256, or more.",
    },
    example: [
      "sd verify activation/record.jsonl --head \"robust typewriter cobra adviser slingshot \\",
      "  apollo necklace norwegian gazelle enterprise\"",
    ],
    wrong: [
      "E-BUNDLE-...      A file is missing, too many, or changed: use another copy.",
      "E-LOG-HEAD        It was cut off, goes on, or is another record.",
      "E-LOG-OPEN        Not closed: signatures are missing.",
      "E-LOG-...         It was altered, or damaged: use another copy.",
    ],
  }],
  ["minutes", {
    usage: ["sd minutes BUNDLE|RECORD --out DIR"],
    what: [
      "Makes all papers of a ceremony again as PDFs, from its record alone: the minutes with the",
      "compliance view, the quorum certificate, the officers' cards, custody labels, and the",
      "custodians' acknowledgement. The same record gives the same bytes on every machine.",
    ],
    flags: { "--out": "The folder for the PDFs; none of their names may be taken in it." },
    example: ["sd minutes activation --out papers"],
    wrong: [
      "E-PAPER           Copy paper.cjs beside sd.cjs.",
      "E-FILE-EXISTS     Give another folder: nothing is written over.",
      "E-LOG-...         The record was altered: take the other station's copy.",
    ],
  }],
  ["custody", {
    usage: ["sd custody RECORD-OR-FOLDER [--on DATE] [--calendar OUT.ics]"],
    what: [
      "Tells what a closed record leaves of the custody: whether a recovery could count on it,",
      "what is due when, what is left if a site burns, a person leaves or a medium is lost, and",
      "which of Microsoft's rules are kept.",
    ],
    flags: {
      "--on": "The day to count from, such as 2026-11-25; today unless given.",
      "--calendar": "Where a calendar (.ics) of what is due next goes; nothing may stand there.",
    },
    example: ["sd custody activation/record.jsonl --calendar custody.ics"],
    wrong: [
      "E-LOG-OPEN        Not closed: signatures are missing.",
      "E-LOG-...         It was altered, or damaged: use another copy.",
      "E-FILE-EXISTS     Give another name for the calendar.",
    ],
  }],
  ["reconcile", RECONCILE_PAGE],
  ["words", {
    usage: ["sd words HEX | WORDS | FILE"],
    what: [
      "Turns hex digits (20 or more), or the SHA-256 of a file, into the words that are read",
      "aloud, and words back into hex digits.",
    ],
    flags: {},
    example: ["sd words Contoso-HSM-SD.json", "sd words edict fortitude billiard document"],
    wrong: [
      "E-WORDS           A word was misheard, dropped or swapped: read aloud again.",
      "E-FILE-MISSING    No such file. A file whose name is all hex digits is given as ./NAME.",
    ],
  }],
  ["hsm", HSM_PAGE],
  ["keygen", {
    usage: [
      "sd keygen --out DIR --name cert_0 --subject CN [--bits 2048|3072|4096]",
      "          [--passphrase-file FILE]",
    ],
    what: [
      "Makes an officer's wrapping key and certificate, without a ceremony. To break glass: in a",
      "ceremony the app makes the keys, proves every medium and records it; here nobody does.",
      "A kill may leave hidden .part files and a NAME.cer without its NAME.key: no key was made.",
      "The same command again takes them away. Where NAME.key stands, both files are proven.",
    ],
    flags: {
      "--out": "The folder of the officer's medium; it must be there.",
      "--name": "The files' name: NAME.key and NAME.cer. Neither may stand there.",
      "--subject": "Whose key it is: the certificate's common name, 1 to 64 characters.",
      "--bits": "The key's length: 2048, 3072 or 4096; 4096 unless given.",
      "--passphrase-file": "Line 1 is the passphrase. Else it is asked for, twice, unseen.",
    },
    example: ["sd keygen --out officer-1 --name cert_0 --subject \"Officer 1\""],
    wrong: [
      "W-NET-UP          The machine is connected: better pull the cable first, and begin again.",
      "E-FILE-EXISTS     A key or certificate of this name stands there already.",
      "E-PASS-POLICY     8 to 1024 printable ASCII characters, not only spaces.",
    ],
  }],
  ["script", {
    usage: [
      "sd script check|walk activation|recovery|SCRIPT",
      "sd script walk activation|recovery|SCRIPT --pdf OUT [--rehearsal]",
    ],
    what: [
      "check walks a model of the room through a ceremony's script and refuses one that cannot",
      "work. walk does so too, and prints the script as a paper, in Markdown or as a PDF, on",
      "which the ceremony can be finished by hand.",
    ],
    flags: {
      "--pdf": "Where the PDF goes (A4); nothing may stand there. The same script, the same bytes.",
      "--rehearsal": "REHEARSAL stands across every page.",
    },
    example: ["sd script check reviewed.yaml", "sd script walk activation --pdf activation.pdf"],
    wrong: [
      "E-FILE-EXISTS     Give another name for the PDF.",
      "E-CHECK-...       The room stands against the script at the place that is named.",
      "E-SCRIPT-...      The script is not of the language: see ceremony-scripts/README.md.",
    ],
  }],
  ["rehearse", {
    usage: [
      "sd rehearse activation|recovery|SCRIPT --media DIR --out DIR",
      "            [--bits 2048|3072|4096] [--passphrase-file FILE] [--choose STEP ...]",
      "            [--officer N] [--trial NAME|random|all] [--seed N] [--careless NAME]",
    ],
    what: [
      "Plays a ceremony with simulated people against a built-in HSM. The same command again",
      "goes on where it stopped. Everything is marked REHEARSAL. With --trial something is done to",
      "it on purpose; whether that was found is scored from the record, in papers/trial-report.md.",
    ],
    flags: {
      "--media": "The folder whose folders are the media; a recovery takes the activation's.",
      "--out": "Where the closed record goes; one that stands there is never written over.",
      "--bits": "The length of the officers' keys: 2048, 3072 or 4096; 4096 unless given.",
      "--passphrase-file": "Line 1 for officer 1, and so on. Else fixed ones anyone can compute.",
      "--officer": "Who comes where one officer comes alone, or whose key is made anew.",
      "--choose": "Ids of the steps to go to where the script has a choice; else its first one.",
      "--trial": "One trial by name, one drawn by chance, or all that this ceremony has steps for.",
      "--seed": "Draws the same again; the number that an earlier rehearsal printed.",
      "--careless": "In this trial the people do not look: what only they can see is missed.",
    },
    example: ["sd rehearse activation --media media --out activation"],
    wrong: ["E-REHEARSE-DONE   There is a finished record in --out: give another folder."],
  }],
  ["rehearsal-hsm", {
    usage: [
      "sd rehearsal-hsm --dir DIR [--store DIR] [--port N] [--name NAME]",
      "                 [--pending SECONDS] [--quote known|unknown|none]",
      "                 [--endpoints none|waiting|approved]",
    ],
    what: ["Serves the built-in HSM alone, until it is told to stop. It protects nothing."],
    flags: {
      "--dir": "The HSM's own folder; made if it is missing.",
      "--store": "Where backups go; HSMs that shall restore each other's share it.",
      "--port": "A port on 127.0.0.1; a free one unless given.",
      "--name": "The HSM's name, when it is made.",
      "--pending": "How long its long operations take, in seconds; 2 unless given.",
      "--quote": "What quote a new exchange key carries: of the known signer, of another, or none.",
      "--endpoints": "Its private endpoints; with any, public access is off. None unless given.",
    },
    example: ["sd rehearsal-hsm --dir hsm"],
    wrong: [
      "E-RHSM-PORT       The port is taken: give another one, or none.",
      "E-RHSM-LOCK       Another server uses this folder.",
    ],
  }],
  ["help", {
    usage: ["sd help [COMMAND]"],
    what: ["Tells all commands, or one in full. sd COMMAND --help does the same."],
    flags: {}, example: ["sd help restore-blob"], wrong: [],
  }],
  ["version", {
    usage: ["sd version"],
    what: ["Tells which build this is."],
    flags: {}, example: [], wrong: [],
  }],
]);
