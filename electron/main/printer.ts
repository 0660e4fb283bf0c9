// The printer of this computer, if there is one: used through CUPS's own programs, by absolute
// path, in limited time. A paper goes to it through a pipe; we write no file for it.
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { toolEnvironment } from "../disk/own-environment.ts";

/** CUPS's programs, by path. */
export interface PrintPrograms {
  readonly lpstat: string;
  readonly lp: string;
}

export interface PrintJob {
  /** Its title in the printer's queue. */
  readonly title: string;
  /** A PDF. */
  readonly bytes: Uint8Array;
  /** Only its first page. */
  readonly isFirstPage: boolean;
}

/** Milliseconds; a queue answers at once or not at all. */
const ASKED_MS = 3_000;
const SENT_MS = 30_000;
const ANSWER_CHARACTERS_MAX = 64 * 1024;

/** Names that CUPS allows and no program takes for an option. */
const NAME = /^[!-,.0-~][!-~]{0,126}$/;

/** Those of this computer; null if CUPS's programs are not installed, and on Windows. */
export function printPrograms(): PrintPrograms | null {
  const [lpstat, lp] = ["/usr/bin/lpstat", "/usr/bin/lp"] as const;
  return existsSync(lpstat) && existsSync(lp) ? { lpstat, lp } : null;
}

/** The default printer's name, else the first one's; null if there is none. */
export async function printerOf({ lpstat }: PrintPrograms): Promise<string | null> {
  const chosen = await answerOf(lpstat, ["-d"], ASKED_MS);
  const [, name] = /^system default destination: (\S+)$/m.exec(chosen ?? "") ?? [];
  const first = name ?? (await answerOf(lpstat, ["-e"], ASKED_MS))?.split("\n")[0] ?? "";
  return NAME.test(first) ? first : null;
}

/** @returns whether the printer's queue accepted it */
export async function printOn(
  { lp }: PrintPrograms,
  printer: string,
  { title, bytes, isFirstPage }: PrintJob,
): Promise<boolean> {
  const pages = isFirstPage ? ["-o", "page-ranges=1"] : [];
  const args = ["-d", printer, "-t", title, "-o", "media=A4", "-o", "fit-to-page", ...pages];
  return (await answerOf(lp, args, SENT_MS, bytes)) !== null;
}

/** The program's output; null if it failed, or printed nothing in time. */
const answerOf = (
  path: string,
  args: readonly string[],
  timeout: number,
  input: Uint8Array = new Uint8Array(),
): Promise<string | null> =>
  new Promise((resolve) => {
    const child = execFile(
      path,
      args,
      {
        // Nothing of our own environment: no other server, no other language.
        env: toolEnvironment(),
        maxBuffer: ANSWER_CHARACTERS_MAX,
        timeout,
        killSignal: "SIGKILL",
      },
      (error, output) => resolve(error === null ? output : null),
    );
    // A program that ended early accepts no more input.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(input);
  });
