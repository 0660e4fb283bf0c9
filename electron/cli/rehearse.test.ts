// `sd rehearse` as a user sees it: what it says, what it leaves on the media, and what it refuses.
import { execFileSync } from "node:child_process";
import { createHash, X509Certificate } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import {
  HSM,
  keyOf,
  PASSPHRASES,
  rehearsedActivation,
  type Activation,
} from "./activation.fixture.ts";
import {
  CANARY,
  expectRefusal,
  quickSd,
  sd,
  temporaryFolder,
  treeOf,
  type Ended,
} from "./program.fixture.ts";

const scriptFile = fileURLToPath(
  new URL("../../ceremony-scripts/scripts/activation.yaml", import.meta.url),
);
const isLong = process.env["LONG"] === "1";
const officers = [1, 2, 3] as const;
const sha256 = (bytes: Uint8Array | string): string =>
  createHash("sha256").update(bytes).digest("hex");

let activation: Activation;
beforeAll(async () => {
  activation = await rehearsedActivation();
});

interface Place {
  readonly media: string;
  readonly out: string;
}

/** A place of its own, with the media as the activation left them unless told otherwise. */
function place({ empty = false } = {}): Place {
  const folder = temporaryFolder();
  const media = join(folder, "media");
  if (!empty) cpSync(activation.media, media, { recursive: true });
  return { media, out: join(folder, "out") };
}

const rehearse = (script: string, { media, out }: Place, more: readonly string[] = []) =>
  quickSd(["rehearse", script, "--media", media, "--out", out, "--bits", "2048", ...more]);

const filesUnder = (folder: string): readonly string[] =>
  Object.entries(treeOf(folder)).flatMap(([path, kind]) => (kind === "folder" ? [] : [path]));

interface Entry {
  readonly type: string;
  readonly prev: string;
  readonly hash: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const entriesIn = (out: string): readonly Entry[] =>
  readFileSync(join(out, "record.jsonl"), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Entry);

/** It went to its end, every line marked, and left one whole bundle of evidence. */
async function expectPlayed(
  { code, out, errors }: Ended,
  folder: string,
  ...more: readonly string[]
): Promise<void> {
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  for (const line of out.trimEnd().split("\n")) expect(line).toMatch(/^REHEARSAL {2}\S/);
  expect(readdirSync(folder).toSorted()).toEqual(
    [
      "certificates",
      "manifest.sha256",
      "not-included.sha256",
      "papers",
      "record.jsonl",
      "script.yaml",
    ].filter((name) => !/^(certificates|papers)$/.test(name) || existsSync(join(folder, name))),
  );
  const head = entriesIn(folder).at(-1)?.hash ?? "";
  expect(out).toContain(`Head of the record: ${head}\n`);
  const verified = await sd(["verify", folder, "--head", head, ...more]);
  expect(verified).toMatchObject({ code: 0, errors: "" });
  expect(verified.out).toMatch(
    /^Good, .*\n.*REHEARSAL.*\nNOT COMPARED.*\nThe bundle is complete: \d+ files, /,
  );
  expect(entriesIn(folder)[0]).toMatchObject({ type: "opened", data: { mode: "REHEARSAL" } });
}

describe("a rehearsed activation", () => {
  it("tells all its steps, every line marked, and leaves the evidence alone", async () => {
    await expectPlayed(activation.ended, activation.out);
    expect(readdirSync(join(activation.out, "papers"))).toContain("minutes.pdf");
    for (let step = 1; step <= 23; step++)
      expect(activation.ended.out).toContain(`  [${step}/23] `);
  });

  it("leaves each officer's key with its certificate on two media, the same bytes", () => {
    for (const n of officers) {
      const names = [`cert_${n - 1}.key`, `cert_${n - 1}.cer`];
      const [own, backup] = [keyOf(activation, n), keyOf(activation, n, true)].map((key) =>
        names.map((name) => readFileSync(join(key, "..", name), "utf8")),
      );
      expect(own).toEqual(backup);
      expect(own?.[0]).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----\n/);
      const { subject, publicKey } = new X509Certificate(own?.[1] ?? "");
      expect(subject).toContain("O=REHEARSAL");
      expect(publicKey.asymmetricKeyDetails).toMatchObject({ modulusLength: 2048 });
    }
  });

  it("leaves the security domain under one name on two media, as the record has it", () => {
    const copies = ["transfer", "domain-copy"].map((medium) =>
      readFileSync(join(activation.media, medium, `${HSM}-SD.json`)),
    );
    expect(copies[0]?.equals(copies[1]!)).toBe(true);
    expect(readFileSync(activation.record, "utf8")).toContain(`"${sha256(copies[0]!)}"`);
  });

  it("says in its record that simulated people acted for everyone, from its second entry on", () => {
    const [, second, ...others] = entriesIn(activation.out);
    const roles = ["administrator", "witness", "officer-1", "officer-2", "officer-3"];
    expect(second).toMatchObject({ type: "seats-simulated", data: { roles } });
    expect(others.filter(({ type }) => type === "seats-simulated")).toEqual([]);
  });

  it("keeps the rest in one hidden folder, and no key where it may not be", () => {
    const media = officers.flatMap((n) => [`officer-${n}`, `officer-${n}-backup`]);
    expect(readdirSync(activation.media).toSorted()).toEqual([
      ".ceremonies",
      "domain-copy",
      ...media,
      "transfer",
    ]);
    const withKeys = filesUnder(activation.media)
      .filter((path) => readFileSync(path, "latin1").includes("PRIVATE KEY"))
      .map((path) => path.slice(activation.media.length + 1))
      .filter((path) => !path.startsWith(".ceremonies/hsm/"));
    expect(withKeys.toSorted()).toEqual(
      media
        .flatMap((medium) => {
          const seat = Number(medium.split("-")[1]) - 1;
          return [`${medium}/cert_${seat}.key`, `${medium}/sign_${seat}.key`];
        })
        .toSorted(),
    );
  });

  it("says, writes and stores no passphrase", () => {
    const texts = [activation.media, activation.out]
      .flatMap(filesUnder)
      .map((path) => readFileSync(path, "latin1"));
    expect(texts.length).toBeGreaterThan(20);
    for (const text of [...texts, activation.ended.out])
      for (const passphrase of PASSPHRASES) expect(text).not.toContain(passphrase.trim());
  });
});

describe("the evidence of an activation", () => {
  it("is checked by sha256sum, and so is each file on the media that it does not include", () => {
    const check = (list: string, folder: string): string =>
      execFileSync("sha256sum", ["--check", "--strict", join(activation.out, list)], {
        cwd: folder,
        encoding: "utf8",
      });
    expect(check("manifest.sha256", activation.out).match(/: OK$/gm)).toHaveLength(
      filesUnder(activation.out).length - 1,
    );
    const said = check("not-included.sha256", activation.media);
    expect(said).toContain(`transfer/${HSM}-SD.json: OK\n`);
    expect(said).toContain("officer-3-backup/sign_2.key: OK\n");
  });

  it("contains no private key, in no form that the media have", () => {
    const secrets = filesUnder(activation.media)
      .filter((path) => path.endsWith(".key"))
      .map((path) => readFileSync(path, "utf8").split("\n")[5] ?? "");
    expect(secrets).toHaveLength(12);
    for (const path of filesUnder(activation.out)) {
      const text = readFileSync(path, "latin1");
      expect(text).not.toContain("PRIVATE KEY");
      for (const secret of secrets) expect(text.includes(secret), path).toBe(false);
    }
  });
});

describe("a recovery", () => {
  it("under a wrong passphrase is refused, and continues the activation with the right one", async () => {
    const at = place();
    const wrong = join(at.media, "..", "wrong");
    writeFileSync(wrong, [PASSPHRASES[0], `${CANARY} wrong`, PASSPHRASES[2], ""].join("\n"));
    const first = await rehearse("recovery", at, ["--passphrase-file", wrong]);
    expectRefusal({ ...first, out: "" }, "E-KEY-PASSPHRASE");
    expect(first.out).not.toContain(CANARY);
    expect(readdirSync(at.out)).toEqual([]);
    const more = ["--passphrase-file", activation.passphraseFile];
    await expectPlayed(await rehearse("recovery", at, more), at.out);
    const [opened] = entriesIn(at.out);
    expect(opened?.prev).toBe(entriesIn(activation.out).at(-1)?.hash);
    expect(opened?.data).toMatchObject({ hsm: expect.not.stringMatching(`^${HSM}$`) as string });
    expect(readFileSync(join(at.media, "domain-copy", `${HSM}-SD.json`), "utf8")).toBe(
      readFileSync(activation.domain, "utf8"),
    );
  });

  it("without a finished activation is refused", async () => {
    const at = place({ empty: true });
    expectRefusal(await rehearse("recovery", at), "E-REHEARSE-NO-ACTIVATION");
    expect(readdirSync(at.out)).toEqual([]);
  });
});

describe("a script file", () => {
  if (isLong)
    it("runs in relative folders; after its cause is corrected it continues", async () => {
      const folder = temporaryFolder();
      const script = `# A reviewed copy.\n${readFileSync(scriptFile, "utf8")}`;
      writeFileSync(join(folder, "reviewed.yaml"), script);
      const passphrases = join(folder, "passphrases");
      writeFileSync(passphrases, `${PASSPHRASES[0]}\r\n${PASSPHRASES[1]}\r\n`);
      const args = [
        "rehearse",
        "reviewed.yaml",
        "--media",
        "media",
        "--out",
        join("deep", "out"),
        "--bits",
        "2048",
        "--passphrase-file",
        "passphrases",
      ];
      const stopped = await quickSd(args, { cwd: folder });
      expectRefusal({ ...stopped, out: "" }, "E-PEOPLE-LINES");
      expect(readdirSync(join(folder, "deep", "out"))).toEqual([]);
      writeFileSync(passphrases, PASSPHRASES.join("\r\n"));
      const played = await quickSd(args, { cwd: folder });
      expect(played.out).toContain("The ceremony continues where it stopped.");
      expect(played.out).not.toContain("[1/23]");
      const out = join(folder, "deep", "out");
      const known = await sd(["verify", out]);
      expectRefusal(known, "E-NOT-A-CEREMONY");
      await expectPlayed(played, out, "--script", join(folder, "reviewed.yaml"));
      expect(entriesIn(out)[0]?.data).toMatchObject({ scriptSha256: sha256(script) });
    });

  it.each([
    ["that is not there", "E-FILE-MISSING", null],
    ["that is empty", "E-SCRIPT-VALUE", ""],
    ["that is no text", "E-FILE-READ", Uint8Array.of(0xff, 0xfe)],
    ["that is no YAML", "E-SCRIPT-YAML", `${CANARY}: [`],
    ["that is too large", "E-FILE-SIZE", "#".repeat(300_000)],
    ["of another language", "E-SCRIPT-MISSING", `name: ${CANARY}\n`],
  ])("%s is refused with %s", async (_, code, content) => {
    const at = place({ empty: true });
    const script = join(at.media, "..", "script.yaml");
    if (content !== null) writeFileSync(script, content);
    expectRefusal(await rehearse(script, at), code);
    expect([at.media, at.out].filter((path) => existsSync(path))).toEqual([]);
  });
});

describe("a rehearsal is refused, and nothing changes,", () => {
  it("if the output folder contains a finished record", async () => {
    const at = place();
    cpSync(activation.out, at.out, { recursive: true });
    const before = [treeOf(at.media), treeOf(at.out)];
    for (const script of ["activation", "recovery"])
      expectRefusal(await rehearse(script, at), "E-REHEARSE-DONE");
    const fresh = { ...place({ empty: true }), out: at.out };
    expectRefusal(await rehearse("activation", fresh), "E-REHEARSE-DONE");
    expect([treeOf(at.media), treeOf(at.out)]).toEqual(before);
  });

  it("if something else is in the output folder", async () => {
    const at = place({ empty: true });
    mkdirSync(at.out, { recursive: true });
    writeFileSync(join(at.out, "letter.txt"), CANARY);
    expectRefusal(await rehearse("activation", at), "E-REHEARSE-OUT");
    expect(readdirSync(at.out)).toEqual(["letter.txt"]);
    expect(existsSync(at.media)).toBe(false);
  });

  it("if the media contain a finished activation", async () => {
    const at = place();
    const before = treeOf(at.media);
    expectRefusal(await rehearse("activation", at), "E-REHEARSE-MEDIA-DONE");
    expect(treeOf(at.media)).toEqual(before);
    expect(readdirSync(at.out)).toEqual([]);
  });

  it("if a folder cannot be one, before the first step", async () => {
    const at = place({ empty: true });
    const file = join(at.media, "..", "file");
    writeFileSync(file, CANARY);
    for (const wrong of [file, join(file, "below")]) {
      expectRefusal(await rehearse("activation", { ...at, media: wrong }), "E-REHEARSE-FOLDER");
      expectRefusal(await rehearse("activation", { ...at, out: wrong }), "E-REHEARSE-FOLDER");
    }
    expect(readFileSync(file, "utf8")).toBe(CANARY);
  });

  it("if the passphrase file is missing, or no file", async () => {
    const at = place({ empty: true });
    const file = join(at.media, "..", "passphrases");
    const more = ["--passphrase-file", file];
    expectRefusal(await rehearse("activation", at, more), "E-FILE-MISSING");
    mkdirSync(file);
    expectRefusal(await rehearse("activation", at, more), "E-FILE-KIND");
    expect([at.media, at.out].filter((path) => existsSync(path))).toEqual([]);
  });
});
