// For tests: `sd rehearse` as a process that is watched, stopped, killed, and found by its mark.
import { spawn, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { PAPERLESS_PROGRAM, QUICK_PROGRAM } from "../cli/program.fixture.ts";
import { stateOf } from "../pipe/alive.fixture.ts";

/** On the CI machine a missing capability is a failure, not a skip. */
export const isJudging = process.env["CI"] === "true";

/** The folders of one rehearsal: its media, its output, and its folder for temporary files. */
export interface Place {
  readonly root: string;
  readonly media: string;
  readonly out: string;
  readonly temporary: string;
}

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly errors: string;
}

/** A fresh place; `remove` it afterwards. */
export function newPlace(): Place & { readonly remove: () => void } {
  const root = mkdtempSync(join(tmpdir(), "sd-rehearsal-"));
  return {
    ...placeIn(root),
    remove: () => {
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** The place in this folder: new, or as a rehearsal left it. */
export function placeIn(root: string): Place {
  const temporary = join(root, "tmp-own");
  mkdirSync(temporary, { recursive: true });
  return { root, media: join(root, "media"), out: join(root, "out"), temporary };
}

/** The variable that marks it, by a home of its own: a rehearsal leaves nothing there. */
const MARK = "HOME";

/** Where a rehearsal stops itself: after so many outputs of this form. */
export type Stop = readonly [said: RegExp, times: number];

/** A module, as an address, that stops the process that imports it there. */
const stopper = (stops: readonly Stop[]): string =>
  `data:text/javascript,${encodeURIComponent(`
    const stops = ${JSON.stringify(stops.map(([form, times]) => [form.source, times]))};
    const write = process.stdout.write.bind(process.stdout);
    let said = "";
    process.stdout.write = (text, ...others) => {
      const before = said;
      said += text;
      const isWritten = write(text, ...others);
      const timesIn = (all, form) => all.split(new RegExp(form)).length - 1;
      if (stops.some(([one, times]) => timesIn(before, one) < times && timesIn(said, one) >= times))
        process.kill(process.pid, "SIGSTOP");
      return isWritten;
    };
  `)}`;

/** A running rehearsal. All its processes inherit a mark that identifies them. */
export class Running {
  readonly ended: Promise<Ended>;
  /** The home of its user. */
  readonly home: string;
  readonly #child: ChildProcess;
  readonly #listeners = new Set<() => void>();
  #out = "";
  #errors = "";
  #over = false;

  /**
   * @param under a program that runs it, with arguments: a tracer, which sees papers printed too
   * @param stops where it stops itself; SIGCONT continues it
   */
  constructor(
    { root, media, out, temporary }: Place,
    script: string,
    flags: readonly string[] = [],
    under: readonly string[] = [],
    stops: readonly Stop[] = [],
  ) {
    this.home = join(root, `home-${randomUUID()}`);
    mkdirSync(this.home, { recursive: true });
    const [program = "", ...args] = [
      ...under,
      process.execPath,
      ...(stops.length === 0 ? [] : ["--import", stopper(stops)]),
      under.length === 0 ? PAPERLESS_PROGRAM : QUICK_PROGRAM,
      "rehearse",
      script,
      "--media",
      media,
      "--out",
      out,
      "--bits",
      "2048",
      ...flags,
    ];
    this.#child = spawn(program, args, {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, TMPDIR: temporary, [MARK]: this.home },
    });
    this.#child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      this.#out += text;
      this.#tell();
    });
    this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#errors += text;
    });
    this.ended = new Promise((resolve, reject) => {
      this.#child.on("error", reject).on("exit", () => {
        this.#over = true;
      });
      this.#child.on("close", (code) => {
        this.#tell();
        resolve({ code, out: this.#out, errors: this.#errors });
      });
    });
  }

  get out(): string {
    return this.#out;
  }

  get over(): boolean {
    return this.#over;
  }

  get pid(): number {
    return pidOf(this.#child);
  }

  /** Waits until it has printed this `times` times; false if it ended before. */
  heard(text: string | RegExp, times = 1): Promise<boolean> {
    return new Promise((resolve) => {
      const look = () => {
        const said = this.#out.split(text).length > times;
        if (!said && !this.#over) return;
        this.#listeners.delete(look);
        resolve(said);
      };
      this.#listeners.add(look);
      look();
    });
  }

  /** Waits until it has stopped at one of its stops. @throws if it ended before */
  async standsAt([form, times]: Stop): Promise<void> {
    await this.heard(form, times);
    while (stateOf(this.pid) !== "T") {
      if (this.#over) throw new Error(`it did not stop at ${form}: ${(await this.ended).errors}`);
      await sleep(2);
    }
  }

  signal(name: NodeJS.Signals): void {
    if (!this.#over) this.#child.kill(name);
  }

  /** Kills what is left of it, stopped or not. */
  wipe(): void {
    for (const pid of this.processes()) {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // It ended just now.
      }
    }
  }

  /** Whether this is the environment of one of its processes. */
  owns(variables: string): boolean {
    return variables.includes(`${MARK}=${this.home}\0`);
  }

  /** Its living processes, this one among them. Only on Linux: elsewhere none are seen. */
  processes(): readonly number[] {
    return processes().filter((pid) => this.owns(environment(pid)));
  }

  /** Its living processes with these words on their command line. */
  playing(words: string): readonly number[] {
    return this.processes().filter((pid) => commandLine(pid).join(" ").includes(words));
  }

  /** Waits for a process with these words on its command line. @throws if it ended before */
  async appears(words: string): Promise<number> {
    for (;;) {
      const [pid] = this.playing(words);
      if (pid !== undefined) return pid;
      if (this.#over) throw new Error(`it ended without a ${words}`);
      await sleep(2);
    }
  }

  /** What is still alive of it after so many seconds at most. */
  async survivors(seconds: number): Promise<readonly string[]> {
    const until = performance.now() + seconds * 1000;
    for (;;) {
      const alive = this.processes();
      if (alive.length === 0 || performance.now() > until)
        return alive.map((pid) => commandLine(pid).slice(2).join(" "));
      await sleep(50);
    }
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** A child's number. @throws when it never started: a signal to number 0 would be one to us */
export function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error("a process did not start");
  return pid;
}

/** The processes of this machine; none where there is no /proc. */
export function processes(): readonly number[] {
  return readOr(() => readdirSync("/proc"), [])
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

/** A process's command line; empty if it is gone or a zombie. */
export const commandLine = (pid: number): readonly string[] =>
  readOr(() => readFileSync(`/proc/${pid}/cmdline`, "latin1"), "").split("\0");

/** A process's environment as bytes in latin1: `NAME=value`, each ended by a zero. */
export const environment = (pid: number): string =>
  readOr(() => readFileSync(`/proc/${pid}/environ`, "latin1"), "");

function readOr<Value>(read: () => Value, otherwise: Value): Value {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
