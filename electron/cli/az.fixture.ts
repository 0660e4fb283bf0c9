// For tests: az's restore-blob and ours on the same files, and what each makes of them.
import { spawn } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { isFault } from "../../crypto/index.ts";
import { PYTHON, secretsIn } from "../rehearse/judges.fixture.ts";
import { sha256OfExchange } from "./exchange.fixture.ts";
import { restoreBlob } from "./exchange/restore-blob.ts";

/** One call, for az and for us: files as both take them, passphrases by the keys' places. */
export interface Call {
  readonly domain: string;
  readonly exchange: string;
  readonly keys: readonly string[];
  readonly out: string;
  readonly passwords?: readonly string[];
  /** For us alone: the flags that confirm the exchange key; its own SHA-256 unless given. */
  readonly confirming?: ReadonlyMap<string, readonly string[]>;
  /** For az alone: a file cannot grow beyond these bytes. */
  readonly limit?: number;
}

/** The name of the error that az ended with, or null; and every word it said on the way. */
export interface AzAnswer {
  readonly error: string | null;
  readonly said: string;
}

export interface Az {
  readonly restore: (call: Call) => Promise<AzAnswer>;
  readonly end: () => void;
}

/** az's interpreter with az's code in it, for any number of calls, one after the other. */
export function startAz(home: string): Az {
  const driver = fileURLToPath(new URL("az.fixture.py", import.meta.url));
  const env = {
    HOME: home,
    AZURE_CONFIG_DIR: home,
    AZURE_CORE_COLLECT_TELEMETRY: "0",
    PATH: "/usr/bin:/bin",
  };
  const child = spawn(PYTHON, [driver], { env, stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    restore: async (call) => {
      child.stdin.write(`${JSON.stringify(call)}\n`);
      const next: IteratorResult<string, unknown> = await lines.next();
      if (next.done === true) throw new Error("az's process ended before its answer");
      return JSON.parse(next.value) as AzAnswer;
    },
    end: () => {
      child.stdin.end();
    },
  };
}

/** What we made of a call: the code of a refusal or null, and the codes of warnings. */
export interface OurAnswer {
  readonly error: string | null;
  readonly warnings: readonly string[];
}

/**
 * The command line's own function, in this process: `sd restore-blob` as it is called there.
 * @param flags without values
 */
export async function restoreHere(call: Call, flags: readonly string[] = []): Promise<OurAnswer> {
  const warnings: string[] = [];
  const given = new Map<string, readonly string[]>([
    ["--sd-file", [call.domain]],
    ["--sd-exchange-key", [call.exchange]],
    ["--sd-wrapping-keys", call.keys],
    ["--sd-file-restore-blob", [call.out]],
    ...(call.confirming ?? [["--exchange-sha256", [sha256OfExchange(call.exchange)]] as const]),
    ...flags.map((flag) => [flag, []] as const),
    ...(call.passwords === undefined ? [] : [["--passwords", call.passwords] as const]),
  ]);
  try {
    const { refusal } = await restoreBlob(
      { words: [], values: given },
      { warn: ({ code }) => void warnings.push(code) },
    );
    return { error: refusal?.code ?? null, warnings };
  } catch (error) {
    if (!isFault(error)) throw error;
    return { error: error.code, warnings };
  }
}

/** What a blob file holds, tag to hex, opened without our cryptography; the file is removed. */
export async function takeSecrets(out: string, exchangeKey: string) {
  const text = readFileSync(out, "utf8");
  rmSync(out);
  return { shape: shapeOf(text), secrets: await secretsIn(text, exchangeKey) };
}

/**
 * All of a blob that is not random: members and their order, every text that is no JWE, and of each
 * JWE its header in the clear and its parts' lengths.
 */
function shapeOf(blob: string): string {
  return JSON.stringify(JSON.parse(blob), (_, value: unknown) => {
    if (typeof value !== "string" || value.split(".").length !== 5) return value;
    const [header = "", ...parts] = value.split(".");
    return [Buffer.from(header, "base64url").toString(), ...parts.map(({ length }) => length)];
  });
}
