// `sd inspect`: every kind of file is told by its content, damaged ones by their reader's code.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import {
  fromHex,
  random,
  readCertificate,
  sha256Hex,
  toBase64,
  toWords,
  writePem,
} from "../../crypto/index.ts";
import { generateRsa, makeCertificateOf } from "../../crypto/secret-half.ts";
import { downloadRequest } from "../hsm/download.ts";
import { keyOf, rehearsedActivation, type Activation } from "./activation.fixture.ts";
import { inOldPem, inPbes1, withRounds, withScrypt } from "./key-files.fixture.ts";
import {
  CANARY,
  expectRefusal,
  sd,
  sdJson,
  temporaryFolder,
  warningsIn,
} from "./program.fixture.ts";
import { vectorFile } from "./restore-blob.fixture.ts";

const good = (name: string) => vectorFile("2of3-rsa2048", name);
const named = (bytes: string | Uint8Array): string => {
  const path = join(temporaryFolder(), `${CANARY}.txt`);
  writeFileSync(path, bytes);
  return path;
};
const spoken = (hex: string) => ({ hex, words: toWords(fromHex(hex)!.subarray(0, 10)).join(" ") });

/** What `sd inspect --json` says of a good file; its digest and size are right. */
async function told(path: string) {
  const { code, result, warnings } = await sdJson(["inspect", path]);
  const bytes = new Uint8Array(readFileSync(path));
  expect({ code, result }).toMatchObject({
    code: 0,
    result: { size: bytes.length, sha256: spoken(sha256Hex(bytes)) },
  });
  return { ...result, warnings: warnings.map((warning) => warning.code) };
}

const THUMBPRINTS = [
  "1ccb3499ffd32e90a4e61a24129c9a28e7aeb3076243d9dd101d072afb698bc3",
  "17af1f2650d7e09241831ee6609bb24f10be2c8717957363e57fb03d5353d34b",
  "c7c7a25a05f07854391db8ca3d078b9df4b86d8bd6479cd606da203a4ca40469",
];
const EXCHANGE = "44f4c50540be0ba5c945b326ec030043fded675cb62432e32c4e8d040ae721ff";
const TAGS = ["hsm_backup", "base_enclave_backup", "partition_enclave_backup"];

describe("Azure's files", () => {
  it("a security domain: quorum, thumbprints, entries", async () => {
    const { code, out, errors } = await sd(["inspect", good("sd.json")]);
    expect({ code, errors }).toEqual({ code: 0, errors: "" });
    expect(out).toMatch(/^This is a security domain\.\nSHA-256: 55601f4f/);
    expect(out).toContain("\nIn words: edict fortitude billiard document classroom caretaker ");
    expect(out).toContain("\nQuorum: 2 of 3\n");
    for (const thumbprint of THUMBPRINTS) {
      expect(out).toContain(`${thumbprint}\n    ${spoken(thumbprint).words}\n`);
    }
    expect(await told(good("sd.json"))).toMatchObject({
      kind: "security-domain",
      required: 2,
      shares: THUMBPRINTS.map(spoken),
      entries: TAGS,
    });
  });

  it("a restore blob, and an HSM's answer with a domain in it", async () => {
    expect(await told(good("az-restore-blob.json"))).toMatchObject({
      kind: "restore-blob",
      exchange: spoken(EXCHANGE),
      entries: TAGS,
    });
    const value = readFileSync(good("sd.json"), "utf8");
    const answer = await told(named(JSON.stringify({ value })));
    expect(answer).toMatchObject({
      kind: "download-answer",
      domain: { sha256: spoken(sha256Hex(readFileSync(good("sd.json")))), required: 2 },
    });
  });

  it("an exchange key, in PEM and as Azure's answer", async () => {
    expect(await told(good("exchange.pem"))).toMatchObject({
      kind: "certificate",
      certificate: { use: "exchange", thumbprint: spoken(EXCHANGE), bits: 4096, keyUsage: null },
    });
    const { der, modulus: n } = readCertificate(readFileSync(good("exchange.pem")));
    const jwk = { kty: "RSA", e: "AQAB", n, x5c: [toBase64(der)] };
    for (const transfer_key of [jwk, JSON.stringify(jwk)])
      expect(await told(named(JSON.stringify({ transfer_key })))).toMatchObject({
        kind: "exchange-key",
        certificate: { use: "exchange", thumbprint: spoken(EXCHANGE) },
      });
  });
});

it("a download request: quorum and certificates, as long as they agree", async () => {
  const officers = [0, 1, 2].map((n) => readCertificate(readFileSync(good(`cert_${n}.cer`))));
  const request = downloadRequest(officers, 2);
  expect(await told(named(request))).toMatchObject({
    kind: "download-request",
    required: 2,
    certificates: THUMBPRINTS.map((hex, n) => ({
      commonName: `officer-${n}`,
      thumbprint: spoken(hex),
    })),
  });
  const [first = "", second = ""] = officers.map(({ modulus }) => modulus);
  for (const bad of [
    request.replace(first, second),
    request.replace('"required": 2', '"a": 2'),
    request.slice(0, -9),
  ])
    expectRefusal(await sd(["inspect", named(bad)]), "E-REQUEST-FORM");
});

describe("an officer's key file is not opened: how it is protected is reported", () => {
  const cases: readonly (readonly [string, () => string, object])[] = [
    [
      "without a passphrase",
      () => readFileSync(good("cert_0.key"), "utf8"),
      { protection: null, warnings: ["W-KEY-UNPROTECTED"] },
    ],
    [
      "with few rounds",
      () => withRounds(2048),
      {
        protection: { kdf: "PBKDF2-HMAC-SHA-256", rounds: 2048, cipher: "AES-256-CBC" },
        warnings: ["W-KEY-WEAKKDF"],
      },
    ],
    [
      "with as many as ours",
      () => withRounds(600_000),
      {
        protection: { kdf: "PBKDF2-HMAC-SHA-256", rounds: 600_000, cipher: "AES-256-CBC" },
        warnings: [],
      },
    ],
    [
      "with scrypt",
      () => withScrypt(16_384),
      {
        protection: { kdf: "scrypt (N 16384, r 8, p 1)", rounds: null, cipher: "AES-256-CBC" },
        warnings: [],
      },
    ],
  ];
  it.each(cases)("%s", async (_, text, wanted) => {
    expect(await told(named(text()))).toMatchObject({ kind: "private-key", ...wanted });
  });

  it("in words too, with a warning if there is none", async () => {
    const { code, out, errors } = await sd(["inspect", good("cert_0.key")]);
    expect({ code, errors }).toEqual({
      code: 0,
      errors: "W-KEY-UNPROTECTED: This key has no passphrase: treat it as exposed.\n",
    });
    expect(out).toContain("\nNOT PROTECTED: there is no passphrase.\n");
    expect((await sd(["inspect", named(withRounds(600_000))])).out).toContain(
      "\nProtected by a passphrase: PBKDF2-HMAC-SHA-256, 600000 rounds; AES-256-CBC.\n",
    );
  });
});

describe("what a ceremony leaves", () => {
  let activation: Activation;
  beforeAll(async () => {
    activation = await rehearsedActivation();
  });
  const onMedium = (medium: string, name: string) => join(activation.media, medium, name);

  it("its record: entries, head, closed, rehearsal", async () => {
    const lines = readFileSync(activation.record, "utf8").trimEnd().split("\n");
    const head = (JSON.parse(lines.at(-1)!) as { hash: string }).hash;
    expect(await told(activation.record)).toMatchObject({
      kind: "record",
      entries: lines.length,
      head: spoken(head),
      closed: true,
      closedBy: "signatures",
      missing: [],
      mode: "REHEARSAL",
      hsm: "Contoso-Rehearsal-HSM",
    });
    const open = named(`${lines.slice(0, -1).join("\n")}\n`);
    const { code, out } = await sd(["inspect", open]);
    expect(code).toBe(0);
    expect(out).toMatch(/\nMode: REHEARSAL; HSM: Contoso-Rehearsal-HSM; ceremony: [0-9a-f]{32}\n/);
    expect(out).toContain("\nNOT CLOSED: signatures are missing: ");
    expect(out).toContain(`\nHead: ${(JSON.parse(lines.at(-2)!) as { hash: string }).hash}\n`);
    expectRefusal(await sd(["inspect", named(lines.join("\n"))]), "E-LOG-TORN");
    expectRefusal(await sd(["inspect", named(`${lines.slice(1).join("\n")}\n`)]), "E-LOG-CHAIN");
  });

  it("its certificates: for wrapping or signing, REHEARSAL, with their dates", async () => {
    const wrapping = await told(keyOf(activation, 1).replace(/key$/, "cer"));
    expect(wrapping).toMatchObject({
      kind: "certificate",
      certificate: {
        use: "wrapping",
        rehearsal: true,
        organization: "REHEARSAL",
        bits: 2048,
        keyUsage: ["keyEncipherment"],
        notBefore: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) as string,
      },
    });
    expect(await told(onMedium("officer-2", "sign_1.cer"))).toMatchObject({
      certificate: { use: "signing", keyUsage: ["digitalSignature"], bits: 3072 },
    });
    const { out } = await sd(["inspect", onMedium("officer-2", "cert_1.cer")]);
    expect(out).toMatch(/^This is an officer's wrapping certificate\.\n/);
    expect(out).toContain("\nREHEARSAL: it protects nothing.\n");
    expect(out).toContain("\nKey: RSA, 2048 bits; usage: keyEncipherment\n");
  });

  it("its transfer medium's manifest and marker, and the answer as it came", async () => {
    const manifest = await told(onMedium("transfer", "manifest.json"));
    const files = (manifest as unknown as { files: readonly { name: string }[] }).files;
    expect(manifest).toMatchObject({ kind: "manifest", mode: "REHEARSAL" });
    // As many words as a record that is closed on paper is known by.
    const { head } = manifest as unknown as { head: { words: string } };
    expect(head.words.split(" ")).toHaveLength(16);
    expect(files.map(({ name }) => name)).toContain("record.jsonl");
    expect(await told(onMedium("transfer", "medium.json"))).toMatchObject({
      kind: "marker",
      mode: "REHEARSAL",
      label: "transfer",
    });
    const domain = await told(activation.domain);
    expect(await told(activation.domain.replace(/json$/, "received"))).toMatchObject({
      kind: "download-answer",
      domain: { shares: (domain as { shares?: unknown }).shares },
    });
  });

  it("and a damaged manifest or marker is refused by its reader", async () => {
    for (const [name, code] of [
      ["manifest.json", "E-MEDIA-MANIFEST"],
      ["medium.json", "E-MEDIA-MARKER"],
    ] as const) {
      const text = readFileSync(onMedium("transfer", name), "utf8");
      expectRefusal(await sd(["inspect", named(text.replace("REHEARSAL", CANARY))]), code);
    }
  });
});

describe("a damaged file is refused with its reader's code", () => {
  const domain = readFileSync(good("sd.json"));
  const cases: readonly (readonly [string, string | Uint8Array, string])[] = [
    ["an empty one", "", "E-FILE-EMPTY"],
    ["one of zeros", new Uint8Array(512), "E-FILE-ZEROS"],
    ["a domain cut early", domain.subarray(0, 900), "E-SD-TRUNCATED"],
    ["a domain cut late", domain.subarray(0, -5), "E-SD-TRUNCATED"],
    ["a domain in UTF-16", Buffer.from(`\ufeff${domain.toString()}`, "utf16le"), "E-SD-ENCODING"],
    ["a domain with a BOM", `\ufeff${domain.toString()}`, "E-SD-ENCODING"],
    ["a domain with more behind it", `${domain.toString()}x`, "E-SD-TRAILING"],
    [
      "a domain of another version",
      domain.toString().replace('"version":2', '"version":3'),
      "E-SD-VERSION",
    ],
    ["an answer with something else in it", '{"value":"{}"}', "E-SD-MISSING"],
    ["an answer without text", '{"value":7}', "E-HSM-BODY"],
    ["a blob cut late", readFileSync(good("az-restore-blob.json")).subarray(0, -5), "E-BLOB-FORM"],
    ["an exchange key without one", '{"transfer_key":"{}"}', "E-XK-USE"],
    ["a certificate in DER", readCertificate(readFileSync(good("cert_0.cer"))).der, "E-CERT-PEM"],
    ["two certificates", readFileSync(good("cert_0.cer"), "utf8").repeat(2), "E-CERT-MULTIPLE"],
    ["another PEM", writePem("CERTIFICATE REQUEST", new Uint8Array(9)), "E-CERT-KIND"],
    [
      "a key in the old encryption",
      inOldPem(readFileSync(good("cert_0.key"), "utf8"), CANARY),
      "E-KEY-WEAKKDF",
    ],
    ["a key in PBES1", inPbes1(), "E-KEY-WEAKKDF"],
    ["a key cut short", readFileSync(good("cert_0.key")).subarray(0, 900), "E-KEY-PEM"],
  ];
  it.each(cases)("%s", async (_, bytes, code) => {
    expectRefusal(await sd(["inspect", named(bytes)]), code);
  });

  it("and one that is missing, a folder, or too large, before it is read", async () => {
    const folder = temporaryFolder();
    expectRefusal(await sd(["inspect", join(folder, CANARY)]), "E-FILE-MISSING");
    expectRefusal(await sd(["inspect", folder]), "E-FILE-KIND");
    const large = named("{");
    for (const size of [9 * 2 ** 20, 2 ** 31]) {
      truncateSync(large, size);
      expectRefusal(await sd(["inspect", large]), "E-FILE-SIZE");
    }
    const record = named('{"at":"2026-11-27T12:00:00.000Z"');
    truncateSync(record, 64 * 2 ** 20 + 1);
    expectRefusal(await sd(["inspect", record]), "E-LOG-SIZE");
  });
});

describe("what is none of these", () => {
  it("is reported as unknown, with its digest and exit code 0", async () => {
    const noDer = Uint8Array.of(0, ...random(299));
    for (const bytes of ["hello\n", "{}", '{"a":"SharedKeys"}', noDer])
      expect(await told(named(bytes))).toMatchObject({ kind: "unknown", warnings: [] });
    expect((await sd(["inspect", named("hello\n")])).out).toMatch(
      /^This is none of the files of a ceremony\.\nSHA-256: 5891b5b5/,
    );
  });
});

describe("a file's own words", () => {
  const hostile = "\u202e\u001b[2Jofficer\n1\\";

  it("cannot steer the terminal: a certificate's subject", async () => {
    const { pkcs8, spki } = generateRsa(2048);
    const subject = [{ shortName: "CN", value: hostile } as const];
    const [notBefore, notAfter] = [new Date("2026-01-01"), new Date("2046-01-01")];
    const der = makeCertificateOf(
      { subject, issuer: subject, serial: Uint8Array.of(1), notBefore, notAfter, extensions: [] },
      spki,
      pkcs8,
    );
    const path = named(writePem("CERTIFICATE", der));
    const { code, out, errors } = await sd(["inspect", path]);
    expect([code, warningsIn(errors)]).toEqual([0, ["W-REFUSED-ELSEWHERE"]]);
    expect(errors).toContain("E-CERT-NAME");
    expect(out).toMatch(/^[\x20-\x7e\n]+$/);
    const safe = "\\u{202e}\\u{1b}[2Jofficer\\u{a}1\\u{5c}";
    expect(out).toContain(`\nSubject: CN=${safe}\n`);
    expect(await told(path)).toMatchObject({ certificate: { commonName: safe } });
  });

  it("nor a marker, whose label must be a file name", async () => {
    const marker = { id: "0".repeat(32), label: hostile.repeat(99), mode: "PRODUCTION" };
    const { code, out, errors } = await sd(["inspect", named(`${JSON.stringify(marker)}\n`)]);
    expect([code, out]).toEqual([1, ""]);
    expect(errors).toContain("E-MEDIA-MARKER");
    expect(errors).toMatch(/^[\x20-\x7e\n]+$/);
  });
});

const azure = fileURLToPath(new URL("../../../shared/vectors/azure/", import.meta.url));

describe.skipIf(!existsSync(azure))("Azure's own recordings (needs ../shared)", () => {
  it.each([
    ["sd-2020.json", { kind: "security-domain", required: 2 }],
    ["download-request-2020.json", { kind: "download-request", required: 2 }],
    ["transfer-key-response-2025.json", { kind: "exchange-key" }],
    ["exchange-2025.pem", { certificate: { use: "exchange", keyUsage: ["keyEncipherment"] } }],
    ["exchange-2020.pem", { certificate: { use: "exchange", keyUsage: null } }],
  ])("%s is told", async (name, wanted) => {
    const path = join(temporaryFolder(), "any");
    cpSync(join(azure, name), path);
    expect(await told(path)).toMatchObject(wanted);
  });
});

describe("a security domain inside a state file of Terraform", () => {
  const domain = readFileSync(good("sd.json"), "utf8");
  const state = (text: string) => ({
    version: 4,
    terraform_version: "1.9.8",
    resources: [
      {
        type: "azurerm_key_vault_managed_hardware_security_module",
        instances: [{ attributes: { security_domain_encrypted_data: text, value: "1" } }],
      },
    ],
    outputs: { sd: { value: text, type: "string" } },
  });

  it("is told, with where it is, and that this copy is not in custody", async () => {
    const said = await told(named(JSON.stringify(state(domain), null, 2)));
    const facts = { required: 2, shares: THUMBPRINTS.map(spoken), entries: TAGS };
    expect(said).toMatchObject({
      kind: "domain-in-state",
      domains: [
        { at: "resources.0.instances.0.attributes.security_domain_encrypted_data", ...facts },
        { at: "outputs.sd.value", ...facts },
      ],
      warnings: ["W-DOMAIN-OUTSIDE"],
    });
  });

  it("B166 is told by its refusal when it is damaged, and a file that is no JSON is refused", async () => {
    const damaged = JSON.stringify(state(domain.slice(0, -20)));
    expect(await told(named(damaged))).toMatchObject({
      domains: [{ refused: "E-SD-TRUNCATED" }, { refused: "E-SD-TRUNCATED" }],
    });
    expectRefusal(await sd(["inspect", named(damaged.slice(0, -9))]), "E-STATE-FORM");
  });
});

describe("a private key with its certificate in one file", () => {
  it("is reported as PEM with both, and as PKCS #12 with or without a passphrase", async () => {
    const [key, certificate] = ["cert_0.key", "cert_0.cer"].map(good);
    const both = named(readFileSync(certificate!, "utf8") + readFileSync(key!, "utf8"));
    expect(await told(both)).toMatchObject({
      kind: "private-key",
      protection: null,
      certificate: { thumbprint: spoken(THUMBPRINTS[0]!) },
    });
    for (const passphrase of ["", "a passphrase"]) {
      const path = named("");
      const given = ["-inkey", key!, "-in", certificate!, "-out", path];
      execFileSync("openssl", ["pkcs12", "-export", ...given, "-passout", `pass:${passphrase}`]);
      expect(await told(path)).toMatchObject({
        kind: "private-key",
        protection: passphrase === "" ? null : { kdf: "PKCS #12" },
        warnings: passphrase === "" ? ["W-KEY-UNPROTECTED"] : [],
      });
    }
  });

  it("is reported as unprotected if the passphrase is only for the file", async () => {
    const [key, certificate] = ["cert_0.key", "cert_0.cer"].map(good);
    const path = named("");
    const given = ["-inkey", key!, "-in", certificate!, "-out", path, "-keypbe", "NONE"];
    execFileSync("openssl", ["pkcs12", "-export", ...given, "-passout", "pass:a passphrase"]);
    expect(await told(path)).toMatchObject({ protection: null, warnings: ["W-KEY-UNPROTECTED"] });
  });
});
