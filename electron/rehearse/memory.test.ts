// The coordinating process never holds a passphrase or a private key: its memory is searched.
import { createPrivateKey, randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { searchMemory } from "./memory-search.fixture.ts";
import { isJudging, newPlace, Running, type Place } from "./rehearsal.fixture.ts";
import { formsOfNumber, formsOfText, type Needles } from "./secret-forms.fixture.ts";

const isRoot = process.platform === "linux" && process.getuid?.() === 0;

/** Three passphrases that stand nowhere else, one a line of the file. */
function passphrasesIn({ root }: Place): { file: string; lines: readonly string[] } {
  const lines = [1, 2, 3].map((n) => `officer ${String(n)} ${randomBytes(18).toString("hex")}`);
  const file = join(root, "passphrases");
  writeFileSync(file, `${lines.join("\n")}\n`);
  return { file, lines };
}

const keyFile = ({ media }: Place, seat: number, name = "cert"): string =>
  join(media, `officer-${String(seat)}`, `${name}_${String(seat - 1)}.key`);

/** The private numbers of an officer's key files, opened by node alone. */
function numbersOf(place: Place, seat: number, passphrase: string): Needles {
  const entries = ["cert", "sign"].flatMap((name) => {
    const key = readFileSync(keyFile(place, seat, name));
    const jwk = createPrivateKey({ key, passphrase }).export({ format: "jwk" });
    return (["p", "q", "d"] as const).map((number) => [
      `${name} ${String(seat)} ${number}`,
      formsOfNumber(Buffer.from(jwk[number] ?? "", "base64url")),
    ]);
  });
  return Object.fromEntries(entries) as Needles;
}

const textNeedles = (lines: readonly string[]): Needles =>
  Object.fromEntries(lines.map((line, i) => [`passphrase ${String(i + 1)}`, formsOfText(line)]));

/** Every file under a folder that holds one of these texts. */
function filesWith(folder: string, texts: readonly string[]): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => {
      const bytes = readFileSync(path);
      return texts.some((text) => bytes.includes(text));
    });
}

describe.skipIf(!isRoot && !isJudging)(
  "the memory of a rehearsal's processes (needs root)",
  () => {
    test("the coordinator holds no secret after any secret step, nor does a file", async () => {
      const place = newPlace();
      const { file, lines } = passphrasesIn(place);
      const running = new Running(place, "activation", ["--passphrase-file", file]);
      const needles: Needles[] = [textNeedles(lines)];
      const all = () => Object.assign({}, ...needles) as Needles;
      let seats = 0;
      let scans = 0;
      for (const step of ["[3/22]", "[4/22]", "[5/22]", "[21/22]", "The ceremony is closed"]) {
        if (!(await running.heard(step))) break;
        if (seats < 3) needles.push(numbersOf(place, ++seats, lines[seats - 1] ?? ""));
        if (!running.over) {
          expect(searchMemory(running.pid, all()).found, step).toEqual([]);
          scans++;
        }
      }
      const ended = await running.ended;
      expect(ended.errors).toBe("");
      expect({ code: ended.code, seats }).toEqual({ code: 0, seats: 3 });
      expect(scans).toBeGreaterThanOrEqual(4);
      const everywhere = [place.media, place.out, place.temporary];
      expect(everywhere.flatMap((folder) => filesWith(folder, lines))).toEqual([]);
      for (const line of lines) expect(ended.out).not.toContain(line);
      place.remove();
    });

    test("the same search finds passphrase and primes in an officer's vault", async () => {
      const place = newPlace();
      const { file, lines } = passphrasesIn(place);
      const running = new Running(place, "activation", ["--passphrase-file", file]);
      await running.heard("officer 1 types the passphrase");
      while (!existsSync(keyFile(place, 1, "sign")) && !running.over) await sleep(2);
      const [vault] = running.playing("vault-process officer");
      expect(vault).toBeDefined();
      process.kill(vault ?? 0, "SIGSTOP");
      const needles = {
        ...textNeedles(lines.slice(0, 1)),
        ...numbersOf(place, 1, lines[0] ?? ""),
      };
      const held = searchMemory(vault ?? 0, needles).found;
      expect(held).toContain("passphrase 1");
      expect(held).toContain("cert 1 p");
      expect(held).toContain("cert 1 q");
      const commandLines = running
        .processes()
        .map(
          (pid) =>
            readFileSync(`/proc/${String(pid)}/cmdline`, "utf8") +
            readFileSync(`/proc/${String(pid)}/environ`, "utf8"),
        );
      for (const text of commandLines) for (const line of lines) expect(text).not.toContain(line);
      process.kill(vault ?? 0, "SIGCONT");
      running.signal("SIGKILL");
      await running.ended;
      place.remove();
    });
  },
);
