// The list of a package's files: what is signed, what is found changed, and what openssl and
// sha256sum say of it.
import { spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { differences, fingerprint, isSigned, makeManifest, writeManifest } from "./manifest.mjs";
import { PASSPHRASE, releaseKey } from "./release-key.fixture.ts";

const PROGRAM = fileURLToPath(new URL("manifest.mjs", import.meta.url));
const RELEASE = { version: "1.2.3", commit: "unknown", electron: "45.4.1 (electron)" };

const { publicKey, key } = releaseKey();

const base = mkdtempSync(join(tmpdir(), "sd-manifest-"));
afterAll(() => rmSync(base, { recursive: true }));
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(base, "one-"));
  mkdirSync(join(folder, "resources"));
  writeFileSync(join(folder, "program"), "the program");
  writeFileSync(join(folder, "resources", "app.asar"), "the archive");
});

const signed = (): boolean =>
  isSigned(
    readFileSync(join(folder, "MANIFEST")),
    readFileSync(join(folder, "MANIFEST.sig")),
    publicKey,
  );
const differs = (): readonly string[] =>
  differences(folder, readFileSync(join(folder, "MANIFEST"), "utf8"));
const run = (words: readonly string[], input = "") => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...words], {
    input,
    encoding: "utf8",
  });
  return { status, said: `${stdout}${stderr}`.trim() };
};

describe("the manifest of a package", () => {
  it("lists every file by its SHA-256, in the order of their names", () => {
    expect(makeManifest(folder, RELEASE)).toBe(
      [
        "# security-domain-ceremony 1.2.3",
        "# commit unknown",
        "# electron 45.4.1 (electron)",
        "50fda23bf0a5115d4f893dc10d122c10a4705f47688f5620e80611c092d4053e  program",
        "c8d18c54d108f4f0237eb4e1c4473cfd3dbd267afe97c2d967003bda0f546e08  resources/app.asar",
        "",
      ].join("\n"),
    );
  });

  it("does not list itself, so that making it again gives the same bytes", () => {
    writeManifest(folder, RELEASE, key);
    const first = readFileSync(join(folder, "MANIFEST"));
    writeManifest(folder, RELEASE, key);
    expect(readFileSync(join(folder, "MANIFEST"))).toEqual(first);
    expect(differs()).toEqual([]);
  });

  it.each([
    ["changed program", () => writeFileSync(join(folder, "program"), "the Program")],
    ["missing program", () => rmSync(join(folder, "program"))],
    [
      "added resources/app/main.js",
      () => {
        mkdirSync(join(folder, "resources", "app"));
        writeFileSync(join(folder, "resources", "app", "main.js"), "");
      },
    ],
  ])("names what is %s", (name, change) => {
    writeManifest(folder, RELEASE);
    change();
    expect(differs()).toEqual([name]);
  });

  it("names both ends of a file that was moved", () => {
    writeManifest(folder, RELEASE);
    renameSync(join(folder, "program"), join(folder, "other"));
    expect(differs()).toEqual(["missing program", "added other"]);
  });

  it("refuses links, which could lead anywhere", () => {
    symlinkSync("/etc/hostname", join(folder, "link"));
    expect(() => makeManifest(folder, RELEASE)).toThrow("no links or devices: link");
  });
});

describe("the release key", () => {
  it("signs a manifest; one sign more is not signed, nor by another key", () => {
    writeManifest(folder, RELEASE, key);
    expect(signed()).toBe(true);
    const file = join(folder, "MANIFEST");
    writeFileSync(file, `${readFileSync(file, "utf8")}\n`);
    expect(signed()).toBe(false);
    writeManifest(folder, RELEASE, releaseKey().key);
    expect(signed()).toBe(false);
  });

  it("does not stay on a package that is made again without it", () => {
    writeManifest(folder, RELEASE, key);
    writeManifest(folder, RELEASE);
    expect(signed()).toBe(false);
    expect(readFileSync(join(folder, "MANIFEST.sig"))).toHaveLength(0);
  });

  it("is RSA of 3072 bits under its passphrase, and nothing else", () => {
    const clear = generateKeyPairSync("rsa", {
      modulusLength: 3072,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    const write =
      (pem: string, passphrase = PASSPHRASE) =>
      () =>
        writeManifest(folder, RELEASE, { pem, passphrase });
    expect(write(key.pem, "another")).toThrow("wrong passphrase");
    expect(write(clear.privateKey)).toThrow("kept under a passphrase");
    expect(write(releaseKey(2048).key.pem)).toThrow("RSA of 3072 bits");
  });

  it("is known by the SHA-256 of its public half, as openssl gives it", () => {
    const pem = join(base, "public.pem");
    writeFileSync(pem, publicKey);
    const said = spawnSync(
      "sh",
      ["-c", 'openssl pkey -pubin -in "$1" -outform DER | sha256sum', "sh", pem],
      { encoding: "utf8" },
    );
    expect(said.stdout).toMatch(new RegExp(`^${fingerprint(publicKey)} `));
  });
});

describe("build/manifest.mjs", () => {
  const files = () => {
    const [secret, open] = [join(base, "release.key"), join(base, "release.pem")];
    writeFileSync(secret, key.pem);
    writeFileSync(open, publicKey);
    return { secret, open, manifest: join(folder, "MANIFEST") };
  };

  it("makes, signs by a passphrase on standard input, and verifies", () => {
    const { secret, open, manifest } = files();
    expect(run(["make", folder])).toEqual({ status: 0, said: "" });
    expect(run(["verify", folder, open])).toEqual({ status: 1, said: "not signed by this key" });
    expect(run(["sign", manifest, secret], "wrong\n")).toEqual({
      status: 1,
      said: "wrong passphrase, or this is no private key",
    });
    expect(run(["sign", manifest, secret], `${PASSPHRASE}\n`)).toEqual({ status: 0, said: "" });
    expect(run(["verify", folder, open])).toEqual({
      status: 0,
      said: "signed, and every file is as listed",
    });
    writeFileSync(join(folder, "program"), "another");
    expect(run(["verify", folder, open])).toEqual({ status: 1, said: "changed program" });
  });

  it("gives what sha256sum and openssl verify without us", () => {
    const { secret, open, manifest } = files();
    run(["make", folder]);
    run(["sign", manifest, secret], `${PASSPHRASE}\n`);
    const sums = spawnSync("sha256sum", ["--check", "--quiet", "--strict", "MANIFEST"], {
      cwd: folder,
    });
    expect(sums.status).toBe(0);
    const verified = spawnSync(
      "openssl",
      [
        ...["dgst", "-sha256", "-verify", open, "-signature", `${manifest}.sig`],
        ...["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:32", manifest],
      ],
      { encoding: "utf8" },
    );
    expect(verified.stdout.trim()).toBe("Verified OK");
  });
});
