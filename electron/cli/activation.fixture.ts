// For tests: one rehearsed activation, played by the first test file that asks and shared by all.
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { madeOnce } from "../disk/made-once.fixture.ts";
import { PROGRAM, sd, type Ended } from "./program.fixture.ts";

/** What a rehearsal left. It is shared: copy what a test changes. */
export interface Activation {
  readonly media: string;
  readonly out: string;
  readonly record: string;
  readonly domain: string;
  readonly passphraseFile: string;
  readonly ended: Ended;
}

/** One for each officer, with what a careless reader of lines or words would lose. */
export const PASSPHRASES = [
  "  first officer, with spaces before",
  'second "officer" $HOME 100% \\n',
  "third officer's = last",
] as const;

export const HSM = "Contoso-Rehearsal-HSM";

/** Where officer `n` (from 1) keeps a key; its certificate is beside it. */
export const keyOf = ({ media }: Activation, n: number, backup = false): string =>
  join(media, `officer-${n}${backup ? "-backup" : ""}`, `cert_${n - 1}.key`);

/**
 * The shared activation: 2048 bits, with a passphrase file. Made once for each run of the tests and
 * for each build of the program.
 */
export async function rehearsedActivation(): Promise<Activation> {
  const { home, made: ended } = await madeOnce(
    `activation-${statSync(PROGRAM).mtimeMs}`,
    (folder) => {
      const { media, out, passphraseFile } = placesIn(folder);
      writeFileSync(passphraseFile, `${PASSPHRASES.join("\n")}\n`);
      return sd([
        "rehearse",
        "activation",
        "--media",
        media,
        "--out",
        out,
        "--bits",
        "2048",
        "--passphrase-file",
        passphraseFile,
      ]);
    },
  );
  if (ended.code !== 0) throw new Error(`The activation was not rehearsed: ${ended.errors}`);
  const { media, out, passphraseFile } = placesIn(home);
  const domain = join(media, "domain-copy", `${HSM}-SD.json`);
  return { media, out, record: join(out, "record.jsonl"), domain, passphraseFile, ended };
}

const placesIn = (home: string) => ({
  media: join(home, "media"),
  out: join(home, "out"),
  passphraseFile: join(home, "passphrases"),
});
