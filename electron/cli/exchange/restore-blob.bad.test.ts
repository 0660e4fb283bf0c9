// `sd restore-blob` refuses bad inputs by their codes, says nothing of them, writes nothing.
import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { readCertificate, writePem } from "../../../crypto/index.ts";
import { sealForKey, writeShare } from "../../../crypto/secret-half.ts";
import { sharesOf } from "../../../crypto/vectors.fixture.ts";
import {
  foreignKey,
  inOldPem,
  inPbes1,
  inTripleDes,
  withAlteredCrt,
  withEqualPrimes,
  withRounds,
  withScrypt,
} from "../key-files.fixture.ts";
import { CANARY } from "../program.fixture.ts";
import {
  changeDomain,
  changePart,
  expectRefused,
  filesOf,
  flipped,
  passphrasesOf,
  restore,
  vectorFile,
  VECTOR_PASSPHRASE,
  type DomainJson,
  type Files,
} from "../restore-blob.fixture.ts";

const read = (path: string): string => readFileSync(path, "utf8");
const text = (change: (text: string) => string | Uint8Array) => (files: Files) => {
  writeFileSync(files.domain, change(read(files.domain)));
};
const json = (change: (value: DomainJson) => void) => (files: Files) => {
  changeDomain(files, change);
};
const entry = (part: number, change: (bytes: Buffer) => Buffer) =>
  json(({ EncData: { data } }) => {
    data[1]!.compact_jwe = changePart(data[1]!.compact_jwe, part, change);
  });
const share = (part: number, change: (bytes: Buffer) => Buffer) =>
  json(
    ({
      SharedKeys: {
        enc_shares: [first],
      },
    }) => {
      first!.enc_key = changePart(first!.enc_key, part, change);
    },
  );

describe("a security domain file", () => {
  it.each<readonly [string, string, (files: Files) => void]>([
    ["B001 that is empty", "E-SD-EMPTY", text(() => "")],
    ["B002 of zero bytes", "E-SD-ZEROS", text(({ length }) => new Uint8Array(length))],
    ["B003 that is cut off", "E-SD-TRUNCATED", text((good) => good.slice(0, 9000))],
    ["B004 with more behind it", "E-SD-TRAILING", text((good) => `${good}\n"${CANARY}"`)],
    ["B005 with a byte order mark", "E-SD-ENCODING", text((good) => `\uFEFF${good}`)],
    ["B005 in UTF-16", "E-SD-ENCODING", text((good) => Buffer.from(good, "utf16le"))],
    [
      "B006 with a member twice",
      "E-SD-DUPKEY",
      text((good) => good.replace('"kdf"', `"kdf":"${CANARY}","kdf"`)),
    ],
    [
      "B007 with an unknown member",
      "E-SD-UNKNOWN-MEMBER",
      json((value) => Object.assign(value, { [CANARY]: CANARY })),
    ],
    ["B008 that is nested deep", "E-SD-DEPTH", text(() => "[".repeat(4_000_000))],
    [
      "B011 with a quorum of one",
      "E-SD-QUORUM",
      json(({ SharedKeys }) => {
        SharedKeys.required = 1;
      }),
    ],
    [
      "B013 that needs more shares than it holds",
      "E-SD-QUORUM-UNREACHABLE",
      json(({ SharedKeys }) => {
        SharedKeys.required = 4;
      }),
    ],
    [
      "B014 with another sharing",
      "E-SD-ALG",
      json(({ SharedKeys }) => {
        SharedKeys.key_algorithm = CANARY;
      }),
    ],
    [
      "B016 with two shares for one certificate",
      "E-SD-DUP-SHARE",
      json(
        ({
          SharedKeys: {
            enc_shares: [first, second],
          },
        }) => {
          second!.x5t_256 = first!.x5t_256;
        },
      ),
    ],
    [
      "B018 with junk in base64url",
      "E-SD-BASE64",
      json(
        ({
          EncData: {
            data: [first],
          },
        }) => {
          first!.compact_jwe = `${first!.compact_jwe}${CANARY}*`;
        },
      ),
    ],
    ["B024 with a bit flipped in an entry's tag", "E-JWE-AUTH", entry(4, flipped)],
    ["B024 with a bit flipped in an entry's data", "E-JWE-AUTH", entry(3, flipped)],
    ["B024 with a bit flipped in an entry's IV", "E-JWE-AUTH", entry(2, flipped)],
    ["B024 with a bit flipped in a share's data", "E-JWE-AUTH", share(3, flipped)],
    ["B024 with a bit flipped in a share's tag", "E-JWE-AUTH", share(4, flipped)],
    ["with a bit flipped in a share's wrapped key", "E-JWE-OAEP", share(1, flipped)],
    ["B033 that is a web page", "E-SD-NOT-JSON", text(() => `<!doctype html><p>${CANARY}</p>`)],
    ["B033 that is a ZIP", "E-SD-NOT-JSON", text(() => Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0))],
    [
      "B076 that is a restore blob",
      "E-KIND",
      (files) => {
        cpSync(vectorFile("2of3-rsa2048", "az-restore-blob.json"), files.domain);
      },
    ],
    [
      "that is a private key",
      "E-SD-NOT-JSON",
      (files) => {
        cpSync(files.key(1), files.domain);
      },
    ],
    [
      "that is the wrong domain for these officers",
      "E-CERT-UNKNOWN",
      (files) => {
        cpSync(vectorFile("3of5-rsa3072", "sd.json"), files.domain);
        changeDomain(files, ({ SharedKeys }) => {
          SharedKeys.required = 2;
        });
      },
    ],
  ])("%s is refused with %s", async (_, code, change) => {
    const files = filesOf();
    change(files);
    await expectRefused(files, code);
  });

  it.each([0, 1, 16, 31, 33, 64])(
    "B023 with a tag of %i bytes is refused, which az takes unchecked",
    async (length) => {
      for (const change of [entry, share]) {
        const files = filesOf();
        change(4, (tag) => Buffer.concat([tag, tag]).subarray(0, length))(files);
        await expectRefused(files, "E-JWE-TAG-LENGTH");
      }
    },
  );

  it("B009 of 2 GiB is refused at once", async () => {
    const files = filesOf();
    truncateSync(files.domain, 2 ** 31);
    expect((await expectRefused(files, "E-SD-SIZE")).seconds).toBeLessThan(5);
  });
});

describe("a private key file", () => {
  it.each<readonly [string, string, (pem: string) => string]>([
    ["that is no key", "E-KEY-PEM", () => CANARY],
    ["that is empty", "E-KEY-PEM", () => ""],
    ["that is cut off", "E-KEY-PEM", (pem) => pem.slice(0, 900)],
    ["B058 in PBES1", "E-KEY-WEAKKDF", inPbes1],
    ["B058 under triple DES", "E-KEY-WEAKKDF", inTripleDes],
    ["B058 in the old PEM encryption", "E-KEY-WEAKKDF", (pem) => inOldPem(pem, CANARY)],
    ["B058 under 999 rounds", "E-KEY-WEAKKDF", () => withRounds(999)],
    ["B059 under ten million rounds and one", "E-KEY-KDFCOST", () => withRounds(10_000_001)],
    ["B059 under scrypt with N of 2^30", "E-KEY-KDFCOST", () => withScrypt(2 ** 30)],
    ["B060 of somebody else", "E-KEY-CERT-MISMATCH", foreignKey],
    ["B061 with an altered CRT value", "E-KEY-INCONSISTENT", withAlteredCrt],
    ["B061 with p the same as q", "E-KEY-INCONSISTENT", withEqualPrimes],
  ])("%s is refused with %s, at once", async (_, code, change) => {
    const files = filesOf();
    writeFileSync(files.key(2), change(readFileSync(files.key(2), "utf8")));
    const more = ["--passphrase-file", passphrasesOf(files, `\n${CANARY}\n`)];
    expect((await expectRefused(files, code, [1, 2], more)).seconds).toBeLessThan(5);
  });

  it("B053 under another passphrase is refused after a second", async () => {
    const files = filesOf("2of3-rsa4096-passphrase");
    const more = ["--passphrase-file", passphrasesOf(files, `${VECTOR_PASSPHRASE}\n${CANARY}\n`)];
    const { seconds, errors } = await expectRefused(files, "E-KEY-PASSPHRASE", [1, 2], more);
    expect(seconds).toBeGreaterThan(1);
    expect(errors).toContain("The passphrase of key 2 is wrong");
  });

  it("B053 that is damaged is refused as a wrong passphrase is", async () => {
    const files = filesOf("2of3-rsa4096-passphrase");
    const [, base64 = ""] = /-\n([^-]+)\n-/.exec(readFileSync(files.key(1), "utf8")) ?? [];
    const damaged = new Uint8Array(flipped(Buffer.from(base64, "base64")));
    writeFileSync(files.key(1), writePem("ENCRYPTED PRIVATE KEY", damaged));
    const file = passphrasesOf(files, `${VECTOR_PASSPHRASE}\n${VECTOR_PASSPHRASE}\n`);
    await expectRefused(files, "E-KEY-PASSPHRASE", [1, 2], ["--passphrase-file", file]);
  });
});

describe("officers", () => {
  it("B063 are not counted twice, by the same file nor by a copy", async () => {
    await expectRefused(filesOf(), "E-QUORUM-SAME", [1, 1]);
    const files = filesOf();
    cpSync(files.key(1), files.key(3));
    cpSync(files.certificate(1), files.certificate(3));
    await expectRefused(files, "E-QUORUM-SAME", [1, 2, 3]);
  });

  it("are too few, before any passphrase is asked for", async () => {
    await expectRefused(filesOf("2of3-rsa4096-passphrase"), "E-QUORUM-SHORT", [1]);
    await expectRefused(filesOf("3of5-rsa3072"), "E-QUORUM-SHORT", [1, 2]);
  });

  it("that could be left out are checked too: the third's key and share", async () => {
    const files = filesOf();
    writeFileSync(files.key(3), foreignKey());
    await expectRefused(files, "E-KEY-CERT-MISMATCH", [1, 2, 3]);
    // Well formed, and authentic for its officer: but one byte of the secret comes out otherwise.
    const { thumbprint, share } = sharesOf("2of3-rsa2048").shares[2]!;
    const wrong = { ...share, values: share.values.with(0, (share.values[0]! + 1) % 257) };
    const other = filesOf();
    const { spki } = readCertificate(readFileSync(other.certificate(3)));
    changeDomain(other, ({ SharedKeys: { enc_shares } }) => {
      const held = Buffer.from(thumbprint, "hex").toString("base64url");
      enc_shares.find(({ x5t_256 }) => x5t_256 === held)!.enc_key = sealForKey(
        writeShare(wrong),
        spki,
        "not used",
      );
    });
    expect((await restore(other, [1, 2])).code).toBe(0);
    rmSync(other.out);
    const { warnings, errors } = await expectRefused(other, "E-SHARE-DAMAGED", [1, 2, 3]);
    expect(errors).toContain("the share of officer 3.");
    expect(warnings).toEqual(["W-XK-NOT-ATTESTED", ...Array<string>(3).fill("W-KEY-UNPROTECTED")]);
  });
});

describe("a certificate", () => {
  it.each<readonly [string, string, (files: Files) => void]>([
    [
      "that is not beside its key",
      "E-FILE-MISSING",
      ({ certificate }) => {
        rmSync(certificate(2));
      },
    ],
    [
      "that is a private key",
      "E-CERT-KIND",
      ({ certificate, key }) => {
        cpSync(key(1), certificate(2));
      },
    ],
    [
      "that is two",
      "E-CERT-MULTIPLE",
      ({ certificate }) => {
        appendFileSync(certificate(2), readFileSync(certificate(1)));
      },
    ],
    [
      "that is noise",
      "E-CERT-PEM",
      ({ certificate }) => {
        writeFileSync(certificate(2), CANARY);
      },
    ],
    [
      "of an officer without a share",
      "E-CERT-UNKNOWN",
      ({ certificate }) => {
        cpSync(vectorFile("3of5-rsa3072", "cert_0.cer"), certificate(2));
      },
    ],
    [
      "B060 of another officer",
      "E-KEY-CERT-MISMATCH",
      ({ certificate }) => {
        cpSync(certificate(3), certificate(2));
      },
    ],
  ])("%s is refused with %s", async (_, code, change) => {
    const files = filesOf();
    change(files);
    await expectRefused(files, code);
  });

  it("exchanged with another's is told from one that is nobody's here", async () => {
    const files = filesOf();
    const [first, third] = [1, 3].map((n) => readFileSync(files.certificate(n)));
    writeFileSync(files.certificate(1), third!);
    writeFileSync(files.certificate(3), first!);
    const { errors } = await expectRefused(files, "E-CERT-EXCHANGED", [1, 2, 3]);
    expect(errors).toContain("Private key 1 belongs to the certificate beside key 3.");
  });
});

describe("an exchange key", () => {
  it.each<readonly [string, string, string]>([
    ["that is empty", "E-CERT-PEM", ""],
    ["that is noise", "E-CERT-PEM", CANARY],
    ["that is an answer without a certificate", "E-XK-CHAIN", '{"kty":"RSA","x5c":[]}'],
    ["that is an answer of another form", "E-XK-SHAPE", `{"transfer_key":"${CANARY}"}`],
  ])("%s is refused with %s", async (_, code, content) => {
    const files = filesOf();
    writeFileSync(files.exchange, content);
    expect((await expectRefused(files, code)).warnings).toEqual([]);
  });

  it("that is a private key is refused by its kind", async () => {
    const files = filesOf();
    cpSync(files.key(1), files.exchange);
    await expectRefused(files, "E-CERT-KIND");
  });
});

describe("what is at an input's place", () => {
  const places: readonly (readonly [string, (files: Files) => string])[] = [
    ["security domain", ({ domain }) => domain],
    ["exchange key", ({ exchange }) => exchange],
    ["key", ({ key }) => key(2)],
    ["certificate", ({ certificate }) => certificate(2)],
    ["passphrase file", (files) => passphrasesOf(files, "\n\n")],
  ];

  it.each(places)("of the %s: nothing, a folder, a pipe, a device", async (name, placeOf) => {
    const files = filesOf();
    const place = placeOf(files);
    const more = name === "passphrase file" ? ["--passphrase-file", place] : [];
    rmSync(place);
    await expectRefused(files, "E-FILE-MISSING", [1, 2], more);
    mkdirSync(place);
    await expectRefused(files, "E-FILE-KIND", [1, 2], more);
    rmSync(place, { recursive: true });
    if (process.platform === "win32") return;
    execFileSync("mkfifo", [place]);
    // Nobody writes into the pipe: a plain open would wait for ever.
    expect((await expectRefused(files, "E-FILE-KIND", [1, 2], more)).seconds).toBeLessThan(5);
    rmSync(place);
    symlinkSync("/dev/zero", place);
    await expectRefused(files, "E-FILE-KIND", [1, 2], more);
  });

  it("a file below a file, and a passphrase file that is no text or too large", async () => {
    const files = filesOf();
    const below = { ...files, domain: join(files.domain, CANARY) };
    await expectRefused(below, "E-FILE-MISSING");
    for (const [code, content] of [
      ["E-FILE-READ", Uint8Array.of(0xff, 0xfe, 10)],
      ["E-FILE-SIZE", "x".repeat(70_000)],
    ] as const) {
      const more = ["--passphrase-file", passphrasesOf(files, content)];
      await expectRefused(files, code, [1, 2], more);
    }
  });
});
