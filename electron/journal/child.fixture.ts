// Real processes for tests: they open records as the app does, and can be killed or made to fail.
import { spawn, type ChildProcessByStdio } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Readable } from "node:stream";
import { buildSync } from "esbuild";
import { temporaryFolder } from "./record.fixture.ts";

/** Opens the record of a folder and appends entries; reports what was accepted or refused. */
const APPENDER = `
  import { writeSync } from "node:fs";
  import { openJournal } from "./journal.ts";
  const [folder, count, stay] = process.argv.slice(2);
  const attempt = (work) => {
    let said;
    try { said = work(); } catch (error) { said = error.code; }
    writeSync(1, said + "\\n");
  };
  let journal;
  attempt(() => {
    journal = openJournal({ folder, station: "offline", clock: () => new Date() });
    return "open";
  });
  for (let n = 0; journal && n < Number(count); n++) attempt(() => {
    const data = { n, note: "x".repeat((n * 97) % 900) };
    const [entry] = journal.append([{ by: "administrator", type: "noted", data }]);
    return entry.seq + " " + entry.hash;
  });
  if (journal && stay) setInterval(() => {}, 60_000);
`;

/** A record as the process reported it accepted: hash by number. */
export type Accepted = ReadonlyMap<number, string>;

export class Child {
  readonly #process: ChildProcessByStdio<null, Readable, null>;
  readonly #said: Promise<string>;

  /**
   * Stays until it is killed, unless another program starts it.
   * @param before that program, with its arguments
   */
  constructor(program: string, folder: string, count: number, before: readonly string[] = []) {
    const stay = before.length === 0 ? ["stay"] : [];
    const [command = process.execPath, ...args] = [
      ...before,
      process.execPath,
      program,
      folder,
      String(count),
      ...stay,
    ];
    this.#process = spawn(command, args, { stdio: ["ignore", "pipe", "ignore"] });
    this.#said = text(this.#process.stdout);
  }

  get pid(): number {
    return this.#process.pid ?? 0;
  }

  /** Waits until the child has printed this many lines, or ended. */
  async lines(count: number): Promise<void> {
    let seen = 0;
    const counted = new Promise<void>((resolve) => {
      this.#process.stdout.on("data", (chunk: Buffer) => {
        seen += chunk.toString().split("\n").length - 1;
        if (seen >= count) resolve();
      });
    });
    await Promise.race([counted, this.#said]);
  }

  /** Ends it with a signal and returns everything it printed. */
  async kill(): Promise<readonly string[]> {
    this.#process.kill("SIGKILL");
    return this.end();
  }

  /** Waits for its end and returns everything it printed. */
  async end(): Promise<readonly string[]> {
    if (this.#process.exitCode === null && this.#process.signalCode === null)
      await once(this.#process, "exit");
    return (await this.#said).split("\n").filter((line) => line !== "");
  }
}

/** Builds the child's program. */
export function buildAppender(): string {
  const outfile = join(temporaryFolder(), "appender.cjs");
  const stdin = { contents: APPENDER, resolveDir: import.meta.dirname };
  buildSync({ stdin, outfile, bundle: true, platform: "node", format: "cjs", logLevel: "error" });
  return outfile;
}

export function acceptedOf(said: readonly string[]): Accepted {
  const pairs = said.map((line) => /^(\d+) (\w{64})$/.exec(line));
  return new Map(pairs.flatMap((pair) => (pair ? [[Number(pair[1]), pair[2] ?? ""]] : [])));
}
