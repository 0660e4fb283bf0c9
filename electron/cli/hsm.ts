// `sd hsm`: asks a Managed HSM from the command line, with the guarantees of a ceremony. Each
// question is declared once, with its flags; its implementation is loaded only when it is asked.
import { usage, type Given } from "./shared/arguments.ts";
import { formsOf, usageLines, type Command, type FlagTexts, type Run } from "./shared/command.ts";
import { CONFIRMING_SENT } from "./exchange/confirming.ts";
import type { Outcome, Voice } from "./shared/outcome.ts";

const SITE: FlagTexts = {
  "--site FILE": "A file with these settings (JSON, see README). A flag beside it overrides it.",
};

const REAL: FlagTexts = {
  "--hsm-url URL": "The HSM's address, such as https://contoso.managedhsm.azure.net.",
  "--resource-id ID": "/subscriptions/.../providers/Microsoft.KeyVault/managedHSMs/NAME.",
  "--tenant ID": "The tenant's id; no token is sent to an HSM of another tenant.",
  "[--cloud public|usgov|china]": "Whose addresses are used; public unless given.",
  "[--sign-in browser|device-code|azure-cli|managed-identity|client-certificate]":
    "How you sign in; browser unless given. Tokens stay in memory.",
  "[--client-id ID]": "The application or managed identity that signs in.",
  "[--client-certificate PEM]": "Its certificate with its key (PEM). Never an officer's key.",
};

const REHEARSAL: FlagTexts = {
  "--hsm-url URL": REAL["--hsm-url URL"] ?? "",
  "--hsm-name NAME": "For a rehearsal HSM: its name.",
  "--ca-file PEM": "For a rehearsal HSM: the one authority to trust (PEM).",
  "--token-file FILE": "For a rehearsal HSM: its token, instead of a sign-in.",
};

const CERTIFICATES = "The officers' certificates (.cer). Never a key.";
const QUORUM: FlagTexts = {
  "[--sd-quorum N]": "How many officers will be needed: 2 to 10; 2 unless given.",
};
const OUT = "Two folders, on two media: new, empty, or of an earlier run. For keys: a new file.";
const EXCHANGE = "The exchange key: transfer-key writes it, upload compares it.";
const DOMAIN = "The security domain that the blob must be complete for, or that was downloaded.";
const WAIT: FlagTexts = {
  "[--every SECONDS]": "Seconds between two questions while the HSM works; 30 unless given.",
  "[--wait SECONDS]": "How long to wait at most; an hour unless given. Nothing is lost then.",
};

interface Question {
  readonly flags: FlagTexts;
  readonly run: Run;
}

const QUESTIONS: ReadonlyMap<string, Question> = new Map<string, Question>([
  [
    "status",
    {
      flags: {},
      run: async (given, voice) => (await import("./hsm/status.ts")).status(given, voice),
    },
  ],
  [
    "check",
    {
      flags: {
        "[--sd-wrapping-keys A.cer B.cer C.cer]": CERTIFICATES,
        ...QUORUM,
        "[--record RECORD]": "The ceremony's record, whose certificates they must be.",
        "[--out DIR DIR]": OUT,
      },
      run: async (given, voice) => (await import("./hsm/check.ts")).check(given, voice),
    },
  ],
  [
    "after",
    {
      flags: {
        "[--sd-file FILE]": DOMAIN,
        "[--sd-wrapping-keys A.cer B.cer C.cer]": CERTIFICATES,
        ...QUORUM,
        "[--roles FILE]":
          'JSON list of {"role","principal","scope"}; the roles of the first administrators unless given.',
      },
      run: async (given, voice) => (await import("./hsm/after.ts")).after(given, voice),
    },
  ],
  [
    "download",
    {
      flags: {
        "--sd-wrapping-keys A.cer B.cer C.cer": CERTIFICATES,
        ...QUORUM,
        "--out DIR DIR": OUT,
        "[--again]": "The HSM is active and its domain is wanted again: two people decided so.",
        ...WAIT,
      },
      run: async (given, voice) => (await import("./hsm/download.ts")).download(given, voice),
    },
  ],
  [
    "keys",
    {
      flags: { "--out FILE": OUT },
      run: async (given, voice) => (await import("./hsm/keys.ts")).keys(given, voice),
    },
  ],
  [
    "transfer-key",
    {
      flags: {
        "--sd-exchange-key OUT": EXCHANGE,
        "[--rehearsal-root PEM]": "The root of a rehearsal's quotes (sgx-root.pem), not Intel's.",
      },
      run: async (given, voice) =>
        (await import("./hsm/transfer-key.ts")).transferKey(given, voice),
    },
  ],
  [
    "upload",
    {
      flags: {
        "--sd-file-restore-blob FILE": "The restore blob to send.",
        ...WAIT,
        "[--sd-exchange-key FILE]": EXCHANGE,
        "[--sd-file FILE]": DOMAIN,
        ...CONFIRMING_SENT,
      },
      run: async (given, voice) => (await import("./hsm/upload.ts")).upload(given, voice),
    },
  ],
]);

/** The flags that say which HSM is asked. */
export const CONNECTION: FlagTexts = { ...SITE, ...REAL, ...REHEARSAL };

/** The same as lines of a usage. */
export const CONNECTION_USAGE: readonly string[] = [
  ...usageLines("CONNECTION: --site FILE, or", REAL),
  ...usageLines("   for a rehearsal HSM:", REHEARSAL),
];

/** The declaration of `sd hsm`. */
export const HSM: Command = {
  words: "QUESTION",
  flags: [...QUESTIONS.values()].reduce((all, { flags }) => ({ ...all, ...flags }), CONNECTION),
  usage: [
    ...[...QUESTIONS].flatMap(([name, { flags }]) =>
      usageLines(`sd hsm ${name} CONNECTION`, flags),
    ),
    ...CONNECTION_USAGE,
  ],
  what: [
    "Asks a Managed HSM. check: before it is activated; after: domain, roles, query of the log;",
    "keys: the list to keep with a full backup. download stores the answer in two folders, reads it",
    "back before it parses it or waits, and continues after a crash. Nothing that changes the HSM is",
    "sent twice without asking. Only commands with a CONNECTION use the network.",
  ],
  example: [
    "sd hsm download --site contoso.json \\",
    "  --sd-wrapping-keys cert_0.cer cert_1.cer cert_2.cer --out stick-1 stick-2",
  ],
  wrong: {
    "E-HSM-UNKNOWN-OUTCOME": "Run sd hsm status: nothing is ever sent again blindly.",
    "E-HSM-ACTIVE": "Nothing was changed. --again downloads the same domain again.",
    "E-SIGN-IN": "Copy sign-in.cjs beside sd.cjs, on the connected machine only.",
    "E-HSM-TLS": "Something on the way opens the connection; the message names it.",
    "E-KEYS-READER": "Have someone with the role Managed HSM Crypto Auditor at / run it.",
    "E-MEDIA-ANSWER":
      "Keep both folders. With --again and two others the domain is downloaded again.",
    "E-XK-UNSENT": "Exit code 3: compare the blob's key, and add the line that is printed.",
    "E-MEDIA-SECRET": "A private key is in a folder of --out: remove it, record an incident.",
  },
  run: ask,
};

/** @throws Fault E-USAGE, and as each question */
async function ask(given: Given, voice: Voice): Promise<Outcome | null> {
  const [word = ""] = given.words;
  const question = QUESTIONS.get(word);
  if (question === undefined) throw usage(`Say what to ask: ${[...QUESTIONS.keys()].join(", ")}.`);
  const known = formsOf({ ...CONNECTION, ...question.flags });
  const other = [...given.values.keys()].find((flag) => !Object.hasOwn(known, flag));
  if (other !== undefined) throw usage(`The flag ${other} does not go with hsm ${word}.`);
  return question.run(given, voice);
}
