// `sd contact`: the first hours with a real HSM as an instrument. Each level is asked for by name; its
// implementation is loaded only then.
import { CONNECTION, CONNECTION_USAGE } from "./hsm.ts";
import { usage, type Given } from "./shared/arguments.ts";
import { formsOf, usageLines, type Command, type FlagTexts, type Run } from "./shared/command.ts";
import type { Outcome, Voice } from "./shared/outcome.ts";

interface Level {
  /** Besides those of a connection. */
  readonly own: FlagTexts;
  readonly isConnected: boolean;
  readonly run: Run;
}

/** Of each level that changes something. */
const BEGIN_FLAGS: FlagTexts = {
  "[--plan FILE]": "A deployment's plan: an HSM that it names is refused.",
  "[--begin NAME]": "The HSM's name, from a person who has read what is shown: nobody is asked.",
};

const LEVELS: ReadonlyMap<string, Level> = new Map<string, Level>([
  [
    "look",
    {
      isConnected: true,
      own: {
        "[--recording FILE]":
          "Each exchange is added to FILE.part, without anything of its owner. An earlier one is continued.",
      },
      run: async (given, voice) => (await import("./contact/look.ts")).look(given, voice),
    },
  ],
  [
    "key",
    {
      isConnected: true,
      own: {
        "--recording FILE":
          "Each exchange is added to FILE.part, without anything of its owner. An earlier one is continued.",
        ...BEGIN_FLAGS,
        "[--rehearsal-root PEM]":
          "The root of a rehearsal's cards (card-root.pem), not their maker's.",
      },
      run: async (given, voice) => (await import("./contact/key.ts")).key(given, voice),
    },
  ],
  [
    "check",
    {
      own: {},
      isConnected: false,
      run: async (given) => (await import("./contact/check.ts")).check(given),
    },
  ],
  [
    "save",
    {
      isConnected: false,
      own: { "[--read]": "Someone has read the recording, as it was shown: nobody is asked." },
      run: async (given, voice) => (await import("./contact/check.ts")).save(given, voice),
    },
  ],
]);

/** The declaration of `sd contact`. */
export const CONTACT: Command = {
  words: "LEVEL [RECORDING]",
  flags: [...LEVELS.values()].reduce((all, { own }) => ({ ...all, ...own }), CONNECTION),
  usage: [
    ...usageLines("sd contact look CONNECTION", LEVELS.get("look")?.own),
    ...usageLines("sd contact key CONNECTION", LEVELS.get("key")?.own),
    ...usageLines("sd contact save RECORDING", LEVELS.get("save")?.own),
    ...usageLines("sd contact check RECORDING"),
    ...CONNECTION_USAGE,
  ],
  what: [
    "Compares a real HSM with what this program believes of Azure (electron/beliefs/BELIEFS.md). look",
    "only reads, of any HSM; key makes, rotates, attests, deletes and purges one key of its own, in a",
    "pilot. save shows a recording and keeps it; check reads it. Exit code 3: a row is otherwise, a",
    "question was not answered, or something of its own is left in the HSM.",
  ],
  example: [
    "sd contact look --site pilot.json --recording pilot.jsonl",
    "sd contact key --site pilot.json --recording pilot.jsonl --plan contoso.yaml",
    "sd contact save pilot.jsonl",
  ],
  wrong: {
    "E-CONTACT-FORM": "Something was not replaced, or the file was changed: do not send it.",
    "E-CONTACT-UNREAD": "Read all that is shown, and run it again at a terminal, or with --read.",
    "E-CONTACT-BEGIN": "Read what it says it will do, then type the HSM's name.",
    "E-CONTACT-FOREIGN": "The HSM is in use: take a pilot without keys.",
    "E-CONTACT-OWN": "Another HSM's key is noted beside the recording: remove that one first.",
    "E-KEYS-READER": "The keys were not asked for: it needs the role Managed HSM Crypto Auditor.",
  },
  run: contact,
};

/** @throws Fault E-USAGE, and as each level */
async function contact(given: Given, voice: Voice): Promise<Outcome | null> {
  const [word = ""] = given.words;
  const level = LEVELS.get(word);
  if (level === undefined) throw usage(`Say what to do: ${[...LEVELS.keys()].join(", ")}.`);
  const known = formsOf(level.isConnected ? { ...CONNECTION, ...level.own } : level.own);
  const other = [...given.values.keys()].find((flag) => !Object.hasOwn(known, flag));
  if (other !== undefined) throw usage(`The flag ${other} does not go with contact ${word}.`);
  return level.run(given, voice);
}
