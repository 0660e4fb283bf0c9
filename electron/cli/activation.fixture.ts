// For tests: one rehearsed activation, played by the first test file that asks and shared by all.
import {
  existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout } from "node:timers/promises";
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
  "second \"officer\" $HOME 100% \\n",
  "third officer's = last",
] as const;

export const HSM = "Contoso-Rehearsal-HSM";

/** Where officer `n` (from 1) keeps a key; its certificate lies beside it. */
export const keyOf = ({ media }: Activation, n: number, backup = false): string =>
  join(media, `officer-${n}${backup ? "-backup" : ""}`, `cert_${n - 1}.key`);

const PREFIX = "sd-rehearsed-";
const WAIT_MS = 110_000;

/**
 * The shared activation: 2048 bits, with a passphrase file. Made once for each run of the tests
 * (the workers of a run have one parent) and for each build of the program.
 */
export async function rehearsedActivation(): Promise<Activation> {
  sweep();
  const home = join(tmpdir(), `${PREFIX}${process.ppid}-${statSync(PROGRAM).mtimeMs}`);
  const [media, out] = [join(home, "media"), join(home, "out")];
  const [passphraseFile, marker] = [join(home, "passphrases"), join(home, "ended.json")];
  if (isFirst(home)) {
    writeFileSync(passphraseFile, `${PASSPHRASES.join("\n")}\n`);
    const ended = await sd(["rehearse", "activation", "--media", media, "--out", out,
      "--bits", "2048", "--passphrase-file", passphraseFile]);
    writeFileSync(`${marker}.part`, JSON.stringify(ended));
    renameSync(`${marker}.part`, marker);
  }
  for (let waited = 0; !existsSync(marker) && waited < WAIT_MS; waited += 100)
    await setTimeout(100);
  const ended = JSON.parse(readFileSync(marker, "utf8")) as Ended;
  if (ended.code !== 0) throw new Error(`The activation was not rehearsed: ${ended.errors}`);
  const domain = join(media, "domain-copy", `${HSM}-SD.json`);
  return { media, out, record: join(out, "record.jsonl"), domain, passphraseFile, ended };
}

/** Making a folder is for one alone. */
function isFirst(home: string): boolean {
  try {
    mkdirSync(home);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** What runs that are over have left: nobody can tell which of a run's files is the last. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const [, parent] = new RegExp(`^${PREFIX}(\\d+)-`).exec(name) ?? [];
    if (parent !== undefined && !isAlive(Number(parent)))
      rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
