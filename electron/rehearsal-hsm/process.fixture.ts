// For tests: the rehearsal HSM as a process of its own, which can be killed.
import { fork, type ChildProcess, type ForkOptions } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import { clientOf, type Address, type Client } from "./hsm.fixture.ts";
import type { RehearsalHsmArgs } from "./rehearsal-hsm.ts";

export interface HsmProcess extends Client {
  readonly child: ChildProcess;
  /** Everything it wrote on stdout so far, line by line. */
  readonly lines: readonly string[];
  /** Ends it and gives its exit code, or the signal that it died of. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
}

/** Builds the program before the tests of the place where it is called; it is gone after them. */
export function useProgram(): () => string {
  let folder = "";
  const program = () => join(folder, "rehearsal-hsm.cjs");
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "rehearsal-hsm-program-"));
    return buildProgram(program());
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return program;
}

async function buildProgram(outfile: string): Promise<void> {
  const contents = `
    import { runRehearsalHsm } from "./rehearsal-hsm.ts";
    runRehearsalHsm(JSON.parse(process.argv[2])).then(() => process.exit(0), (error) => {
      process.stderr.write(error.code + ": " + error.message + "\\n");
      process.exit(1);
    });`;
  const resolveDir = fileURLToPath(new URL(".", import.meta.url));
  await build({
    stdin: { contents, resolveDir, loader: "ts" },
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    logLevel: "silent",
  });
}

/** Starts it and waits for its first line. @throws what it says when it ends instead */
export async function startProcess(program: string, args: RehearsalHsmArgs): Promise<HsmProcess> {
  const options: ForkOptions = { stdio: ["ignore", "pipe", "pipe", "ipc"], execArgv: [] };
  const child = fork(program, [JSON.stringify(args)], options);
  onTestFinished(() => void child.kill("SIGKILL"));
  const lines: string[] = [];
  const errors: Buffer[] = [];
  child.stderr!.on("data", (chunk: Buffer) => errors.push(chunk));
  const exited = once(child, "exit");
  const first = new Promise<string>((said) => {
    createInterface(child.stdout!).on("line", (line) => {
      lines.push(line);
      said(line);
    });
  });
  const died = exited.then(() => {
    throw new Error(Buffer.concat(errors).toString());
  });
  died.catch(() => undefined);
  const address = JSON.parse(await Promise.race([first, died])) as Address;
  return {
    ...clientOf(address),
    child,
    lines,
    async end(signal) {
      child.kill(signal);
      await exited;
      return child.exitCode ?? child.signalCode;
    },
  };
}
