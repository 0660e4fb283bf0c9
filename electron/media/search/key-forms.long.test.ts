// The search for private keys in every form of the maker, in files of real tools, and in bytes and
// text that are not keys.
import { spawnSync } from "node:child_process";
import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isJudging } from "../media.fixture.ts";
import { ecContainers, rsaContainers } from "./key-containers.fixture.ts";
import { ENCODINGS, formOf, NOT_MARKED, WRAPPINGS } from "./key-encodings.fixture.ts";
import { lookInto, nothingSpent } from "./layers.ts";
import { moduliIn } from "./moduli.ts";

const page = readFileSync(new URL("../SEARCH.md", import.meta.url), "utf8").replace(/\s+/g, " ");

describe("every form", () => {
  it.each([2048, 3072, 4096])(
    "of a key with %d bits is found, but for those on the page",
    (modulusLength) => {
      const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength });
      const moduli = moduliIn(publicKey.export({ type: "spki", format: "der" }));
      const curve = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
      const containers = [...rsaContainers(privateKey), ...ecContainers(curve)];
      let forms = 0;
      let unmarked = 0;
      const missed: string[] = [];
      for (const container of containers)
        for (const encoding of ENCODINGS)
          for (const wrapping of WRAPPINGS) {
            const { name, bytes } = formOf(container, encoding, wrapping);
            forms += 1;
            if (lookInto(bytes, moduli, nothingSpent()).isSecret) continue;
            if (NOT_MARKED.includes(encoding.name) && wrapping !== WRAPPINGS[0]) unmarked += 1;
            else missed.push(name);
          }
      expect(missed).toEqual([]);
      expect(page).toContain(`${forms.toLocaleString("en")} forms of each key`);
      expect(unmarked).toBeGreaterThan(400);
      expect(unmarked).toBeLessThan(560);
    },
  );
});

describe("what tools write", () => {
  const folder = mkdtempSync(join(tmpdir(), "sd-forms-"));
  const isMissing = (tool: string): boolean =>
    !isJudging && spawnSync("which", [tool]).status !== 0;
  const shell = (lines: string): void => {
    const { status, stderr } = spawnSync("bash", ["-ec", lines], { cwd: folder, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, expect.anything()]);
  };
  const check = (): void => {
    const found = readdirSync(folder).map((name) => {
      const { isSecret } = lookInto(readFileSync(join(folder, name)), [], nothingSpent());
      rmSync(join(folder, name), { recursive: true });
      return [name, isSecret] as const;
    });
    expect(found.length).toBeGreaterThan(2);
    expect(found).toEqual(found.map(([name]) => [name, !name.startsWith("public")]));
  };

  it.skipIf(isMissing("openssl"))("openssl (needs openssl)", () => {
    shell(`
      openssl genrsa -out k.pem 2048
      openssl rsa -in k.pem -outform PVK -pvk-none -out k.pvk
      openssl rsa -in k.pem -outform MSBLOB -out k.blob
      openssl rsa -in k.pem -text -noout > k.txt
      openssl req -x509 -key k.pem -subj /CN=x -days 2 -out public.pem
      openssl pkcs12 -export -inkey k.pem -in public.pem -passout pass:x -out k.p12
      openssl pkcs8 -topk8 -in k.pem -v1 PBE-SHA1-3DES -passout pass:x -outform DER -out v1.der
      openssl pkcs8 -topk8 -in k.pem -scrypt -passout pass:x -outform DER -out scrypt.der
      openssl cms -sign -in k.pem -signer public.pem -inkey k.pem -nodetach -outform DER -out cms.der
      openssl ecparam -name secp384r1 -genkey -out ec.pem
      openssl ec -in ec.pem -text -noout > ec.txt
      openssl ec -in ec.pem -outform DER -param_enc explicit -out explicit.der
      openssl genpkey -algorithm ed448 -outform DER -out ed448.der
      openssl genpkey -algorithm x25519 -outform DER -out x25519.der
      openssl pkey -in k.pem -pubout -outform DER -out public.der
      openssl rsa -in k.pem -RSAPublicKey_out -outform DER -out public-1.der
      openssl rsa -in k.pem -pubout -outform MSBLOB -out public.blob
      openssl req -new -key k.pem -subj /CN=x -outform DER -out public-request.der
      openssl x509 -in public.pem -text > public.txt
      openssl crl2pkcs7 -nocrl -certfile public.pem -outform DER -out public.p7
      openssl cms -encrypt -aes256 -in k.txt -outform DER -out public-cms.der public.pem
    `);
    check();
  });

  it.skipIf(isMissing("ssh-keygen"))("ssh-keygen (needs ssh-keygen)", () => {
    shell(`
      for kind in rsa ecdsa ed25519; do ssh-keygen -q -t $kind -N "" -f $kind; done
      ssh-keygen -q -t ed25519 -N "a passphrase" -f locked
      ssh-keygen -q -t rsa -m PKCS8 -N "" -f pkcs8
      grep -v -- ---- rsa | base64 -d > binary
      for one in *.pub; do mv $one public-$one; done
    `);
    check();
  });

  it.skipIf(isMissing("gpg"))("gpg (needs gpg)", () => {
    shell(`
      export GNUPGHOME=$PWD/home; mkdir -m 700 home
      gpg -q --batch --passphrase "" --quick-gen-key a@b rsa2048 default 1d
      gpg -q --batch --pinentry-mode loopback --passphrase x --quick-gen-key c@d ed25519 default 1d
      gpg -q --batch --export-secret-keys a@b > rsa.gpg
      gpg -q --batch --armor --export-secret-keys a@b > rsa.asc
      gpg -q --batch --pinentry-mode loopback --passphrase x --export-secret-keys c@d > locked.gpg
      gpg -q --export a@b > public.gpg
      gpg -q --armor --export c@d > public.asc
      cp home/private-keys-v1.d/* .
      gpgconf --kill all; rm -rf home
    `);
    check();
  });
});

describe("numbers by Carmichael's function", () => {
  it("d is found but for 1 key of 20", () => {
    const keys = Array.from(
      { length: 40 },
      () => generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey,
    );
    const missed = keys.filter((key) => {
      const d = Buffer.from(key.export({ format: "jwk" }).d ?? "", "base64url");
      const open = createPublicKey(createPrivateKey(key.export({ type: "pkcs8", format: "pem" })));
      return !lookInto(d, moduliIn(open.export({ type: "spki", format: "der" })), nothingSpent())
        .isSecret;
    });
    // 1.4 of 100 are expected: 6 of 40 come once in 200,000.
    expect(missed.length).toBeLessThan(6);
  });
});

describe("no key", () => {
  it("is in random bytes, bare and written in every encoding", () => {
    const { publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const moduli = moduliIn(publicKey.export({ type: "spki", format: "der" }));
    const nothing = { isSecret: false, archive: null, isSearched: true };
    expect(lookInto(randomBytes(8 * 1024 * 1024), moduli, nothingSpent())).toEqual(nothing);
    for (let round = 0; round < 40; round++)
      for (const { name, write } of ENCODINGS) {
        const written = Buffer.from(write(randomBytes(3000)));
        const { isSecret, isSearched } = lookInto(written, moduli, nothingSpent());
        expect([name, isSecret, isSearched]).toEqual([name, false, true]);
      }
  });

  it("is in a large record: certificates, digests, sentences", () => {
    const line = (): string =>
      `${JSON.stringify({
        certificate: `-----BEGIN CERTIFICATE-----\n${randomBytes(900).toString("base64")}\n-----END CERTIFICATE-----\n`,
        hash: randomBytes(32).toString("hex"),
        text: "The seal is intact; the medium was handed over.",
      })}\n`;
    const record = Buffer.from(Array.from({ length: 4000 }, line).join(""));
    expect(lookInto(record, [], nothingSpent())).toEqual({
      isSecret: false,
      archive: null,
      isSearched: true,
    });
  });
});
