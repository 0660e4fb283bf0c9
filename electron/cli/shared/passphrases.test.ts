// Passphrases typed at a real terminal: asked for each protected key, and never seen.
import { existsSync, readFileSync } from "node:fs";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { secretsIn } from "../../rehearse/judges.fixture.ts";
import { CANARY, expectRefusal, PROGRAM, run } from "../program.fixture.ts";
import {
  argumentsOf,
  expectRefused,
  filesOf,
  vectorFile,
  VECTOR_PASSPHRASE,
  type Files,
} from "../restore-blob.fixture.ts";
import { atTerminal as typing, noTerminal, type Typed } from "../terminal.fixture.ts";

const rsa4096 = "2of3-rsa4096-passphrase";
const prompt = (n: number) => `Passphrase of key ${n}: `;

/** `sd restore-blob` with a person who types. */
const atTerminal = (
  files: Files,
  answers: readonly Typed[],
  officers: readonly number[] = [1, 2],
) => typing(argumentsOf(files, officers), answers, [CANARY, "three off", "two keys"]);

async function expectBlob({ out }: Files): Promise<void> {
  const secret = JSON.parse(readFileSync(vectorFile(rsa4096, "secret.json"), "utf8")) as unknown;
  const exchangeKey = readFileSync(vectorFile(rsa4096, "exchange.key"), "utf8");
  expect(await secretsIn(readFileSync(out, "utf8"), exchangeKey)).toEqual(secret);
}

describe.skipIf(noTerminal)("at a terminal (needs python3)", () => {
  it("each protected key's passphrase is asked for, and is not echoed", async () => {
    const files = filesOf(rsa4096);
    const answers = [1, 2].map((n) => ({ after: prompt(n), type: `${VECTOR_PASSPHRASE}\r` }));
    const { code, screen } = await atTerminal(files, answers);
    expect({ code, screen }).toMatchObject({ code: 0 });
    expect(screen.split("\n").map((line) => line.slice(0, 20))).toEqual([
      "W-XK-NOT-ATTESTED: T",
      "Passphrase of key 1:",
      "Passphrase of key 2:",
      "W-KEY-WEAKKDF: Key 1",
      "W-KEY-WEAKKDF: Key 2",
      "The exchange key is ",
      "Subject: transfer-ke",
      "Not attested: nothin",
      "SHA-256 of the blob:",
      "The restore blob is ",
      "",
    ]);
    await expectBlob(files);
  });

  it("a slip is taken back, and both lines may be pasted at once", async () => {
    const files = filesOf(rsa4096);
    const slip = `${VECTOR_PASSPHRASE.slice(0, -1)}xé\u007f\b${VECTOR_PASSPHRASE.slice(-1)}`;
    const both = `${slip}\r${VECTOR_PASSPHRASE}\r`;
    expect(await atTerminal(files, [{ after: prompt(1), type: both }])).toMatchObject({ code: 0 });
    await expectBlob(files);
  });

  it("a key without a passphrase is not asked for", async () => {
    const { code, screen } = await atTerminal(filesOf(), []);
    expect(code).toBe(0);
    expect(screen).not.toContain("Passphrase");
  });

  it("a wrong passphrase is refused, and nothing is written", async () => {
    const files = filesOf(rsa4096);
    const answers = [
      { after: prompt(1), type: `${CANARY}\r` },
      { after: prompt(2), type: `${VECTOR_PASSPHRASE}\r` },
    ];
    const { code, screen } = await atTerminal(files, answers);
    expect({ code, screen }).toMatchObject({ code: 1 });
    expect(screen).toContain("\nE-KEY-PASSPHRASE: The passphrase of key 1 is wrong");
    expect(existsSync(files.out)).toBe(false);
  });

  it.each([
    ["Ctrl-C", "\u0003"],
    ["the end of input", "\u0004"],
  ])("%s in the middle of a passphrase stops, and nothing is written", async (_, character) => {
    const files = filesOf(rsa4096);
    const type = `${VECTOR_PASSPHRASE.slice(0, 9)}${character}`;
    const { code, screen } = await atTerminal(files, [{ after: prompt(1), type }]);
    expect({ code, screen }).toMatchObject({ code: 1 });
    expect(screen).toContain("\nE-PASS-STOPPED: ");
    expect(existsSync(files.out)).toBe(false);
  });

  it("what is wrong with the files is said before any passphrase is asked for", async () => {
    const { code, screen } = await atTerminal(filesOf(rsa4096), [], [1]);
    expect({ code, asked: screen.includes("Passphrase") }).toEqual({ code: 1, asked: false });
    expect(screen).toContain("E-QUORUM-SHORT: ");
  });
});

describe("without a terminal", () => {
  it("a protected key is refused with the way to give its passphrase", async () => {
    const { errors } = await expectRefused(filesOf(rsa4096), "E-PASS-TERMINAL");
    expect(errors).toContain("Key 1 needs a passphrase");
    expect(errors).toContain("--passphrase-file");
  });

  it("a passphrase on standard input is not taken either: it is no terminal", async () => {
    const files = filesOf(rsa4096);
    const line = `printf '%s\\n%s\\n' "$0" "$0" | exec "$@"`;
    const argv = [process.execPath, PROGRAM, ...argumentsOf(files, [1, 2])];
    const ended = await run("sh", ["-c", line, VECTOR_PASSPHRASE, ...argv]);
    expectRefusal(ended, "E-PASS-TERMINAL");
    expect(existsSync(files.out)).toBe(false);
  });
});
