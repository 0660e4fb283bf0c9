// The command line on Windows' own Node, under Wine: what it writes verifies here, and what was written
// here verifies there. What needs a real Windows is in docs/guide/windows.md.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sd } from "../electron/cli/program.fixture.ts";
import { argumentsOf, filesOf, vectorFile } from "../electron/cli/restore-blob.fixture.ts";
import { verifyRecord } from "../electron/journal/verify.ts";
import { secretsIn } from "../electron/rehearse/judges.fixture.ts";
import { windows, withoutWine, type Windows } from "./windows-node.fixture.ts";

const LANDED = join(import.meta.dirname, "landed");

describe.skipIf(withoutWine)("sd on Windows' Node (needs wine)", () => {
  let wine: Windows;
  const record = (out: string) =>
    verifyRecord(readFileSync(join(wine.folder, out, "record.jsonl")));
  const rehearsal = (script: string, media: string, out: string): readonly string[] => [
    ...["rehearse", script, "--bits", "2048", "--media", media],
    ...["--out", wine.path(join(wine.folder, out))],
  ];
  beforeAll(async () => {
    wine = await windows();
  });
  afterAll(() => {
    wine.remove();
  });

  test("is the same program", async () => {
    const here = await sd(["version"]);
    const { code, out, errors } = await wine.sd(["version"]);
    expect({ code, out: out.replaceAll("\r\n", "\n") }, errors).toEqual({ code: 0, out: here.out });
  });

  test("verifies and reads what was written on Linux", async () => {
    const old = wine.path(join(LANDED, "1-activation.jsonl"));
    const there = await wine.sd(["verify", old, "--json"]);
    const here = await sd(["verify", join(LANDED, "1-activation.jsonl"), "--json"]);
    expect(JSON.parse(there.out)).toEqual(JSON.parse(here.out));
    const domain = vectorFile("2of3-rsa2048", "sd.json");
    const [told, known] = [
      await wine.sd(["inspect", wine.path(domain), "--json"]),
      await sd(["inspect", domain, "--json"]),
    ];
    expect(JSON.parse(told.out)).toEqual(JSON.parse(known.out));
  });

  test("makes a restore blob with az's secrets", async () => {
    const files = filesOf();
    const words = argumentsOf(files, [1, 3]).map((word) =>
      word
        .split(" ")
        .map((one) => (one.startsWith("/") ? wine.path(one) : one))
        .join(" "),
    );
    const { code, errors } = await wine.sd(words);
    expect(code, errors).toBe(0);
    const exchangeKey = readFileSync(vectorFile("2of3-rsa2048", "exchange.key"), "utf8");
    const theirs = readFileSync(vectorFile("2of3-rsa2048", "az-restore-blob.json"), "utf8");
    const ours = readFileSync(files.out, "utf8");
    expect(await secretsIn(ours, exchangeKey)).toEqual(await secretsIn(theirs, exchangeKey));
  });

  test("holds an activation and a recovery on a drive; the records verify here", async () => {
    const [letter, drive] = wine.drive("E");
    for (const script of ["activation", "recovery"]) {
      const { code, errors } = await wine.sd(rehearsal(script, `${letter}\\`, script));
      expect(code, errors.slice(-1000)).toBe(0);
      expect(record(script)).toMatchObject({ closed: true });
      const here = await sd(["verify", join(wine.folder, script)]);
      expect(here.code, here.errors).toBe(0);
      // No carriage return in what is signed and hashed.
      expect(readFileSync(join(wine.folder, script, "record.jsonl")).includes(13)).toBe(false);
    }
    // What is on the drive's media is read here as well.
    const stick = join(drive, "officer-1");
    const known = await sd(["inspect", join(stick, "cert_0.cer"), "--json"]);
    const told = await wine.sd(["inspect", `${letter}\\officer-1\\cert_0.cer`, "--json"]);
    expect(known.code, known.errors).toBe(0);
    expect(JSON.parse(told.out)).toEqual(JSON.parse(known.out));
  });

  test("continues after the whole computer was switched off", async () => {
    const file = join(wine.folder, "off", "record.jsonl");
    const entries = (): number =>
      existsSync(file) ? readFileSync(file, "utf8").split("\n").length - 1 : 0;
    const media = join(wine.folder, "media-off");
    // In the form in which Windows takes a path as it is.
    const all = rehearsal("activation", `\\\\?\\${wine.path(media)}`, "off");
    for (const enough of [12, 40]) {
      const killed = await wine.sd(all, () => entries() >= enough);
      expect(killed.code).not.toBe(0);
      expect(entries()).toBeGreaterThanOrEqual(enough);
    }
    const { code, errors } = await wine.sd(all);
    expect(code, errors.slice(-1000)).toBe(0);
    expect(verifyRecord(readFileSync(file))).toMatchObject({ closed: true });
    const here = await sd(["verify", join(wine.folder, "off")]);
    expect(here.code, here.errors).toBe(0);
  });

  test("takes long paths, lines that end in CRLF, and no device for a file", async () => {
    const deep = join(
      wine.folder,
      ...Array.from({ length: 12 }, () => "a-folder-of-a-long-name-123"),
    );
    mkdirSync(deep, { recursive: true });
    const file = join(deep, "activation.jsonl");
    writeFileSync(file, readFileSync(join(LANDED, "1-activation.jsonl")));
    expect(wine.path(file).length).toBeGreaterThan(300);
    for (const path of [wine.path(file), `\\\\?\\${wine.path(file)}`]) {
      const { code, errors } = await wine.sd(["verify", path]);
      expect(code, errors).toBe(0);
    }
    const script = readFileSync(
      join(import.meta.dirname, "..", "ceremony-scripts", "scripts", "activation.yaml"),
      "utf8",
    );
    writeFileSync(join(deep, "script.yaml"), script.replaceAll("\n", "\r\n"));
    const checked = await wine.sd(["script", "check", wine.path(join(deep, "script.yaml"))]);
    expect(checked.code, checked.errors).toBe(0);
    for (const name of ["NUL", "con", "COM1.json"]) {
      const { code, errors } = await wine.sd(["inspect", wine.path(join(wine.folder, name))]);
      expect(code, name).toBe(1);
      expect(errors).toMatch(/^E-[A-Z-]+: /);
    }
    expect(readdirSync(deep).toSorted()).toEqual(["activation.jsonl", "script.yaml"]);
  });

  /** How many entries the offline station's record of a first activation has so far. */
  const entriesOn = (media: string): number => {
    const file = join(media, ".ceremonies", "1-activation", "offline", "record.jsonl");
    return existsSync(file) ? readFileSync(file, "utf8").split("\n").length - 1 : 0;
  };

  test("lets no second one into a record that is open", async () => {
    const media = join(wine.folder, "media-held");
    const words = rehearsal("activation", wine.path(media), "held");
    let isOver = false;
    const first = wine.sd(words, () => isOver);
    await expect.poll(() => entriesOn(media)).toBeGreaterThan(0);
    const { code, errors } = await wine.sd(words);
    isOver = true;
    expect(code).toBe(1);
    expect(errors).toMatch(/^E-REHEARSE-BUSY: /);
    // It was held until now, and did not end by itself.
    expect((await first).code).not.toBe(0);
    expect(existsSync(join(wine.folder, "held", "record.jsonl"))).toBe(false);
  });
});
