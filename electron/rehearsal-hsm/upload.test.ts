// Recovery over real TLS: exchange key, good and wrong blobs, and what stays after each.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  fromHex,
  random,
  readSecurityDomain,
  toBase64Url,
  utf8,
  type Certificate,
} from "../../crypto/index.ts";
import {
  deriveEntryKey,
  openWithSecret,
  sealDirect,
  sealForKey,
} from "../../crypto/secret-half.ts";
import { makeDomain, wrapDomain } from "./domain.ts";
import { letAdministratorRead, startHsm, temporaryFolder } from "./hsm.fixture.ts";
import {
  activate,
  blobOf,
  exchangeOf,
  makeOfficers,
  secretOf,
  transferKeyOf,
  upload,
  type Officer,
} from "./officers.fixture.ts";

const officers = makeOfficers(3);
const quorum = officers.slice(1);
const UPLOAD = "/securitydomain/upload?api-version=7.5";
const PENDING = "/securitydomain/upload/pending?api-version=7.5";
const ARM = "/providers/Microsoft.KeyVault/managedHSMs/B-HSM";

const domain = makeDomain(random);
const wrap = (of: typeof domain) =>
  wrapDomain(
    of,
    officers.map(({ certificate }) => certificate),
    2,
    random,
  );
const file = wrap(domain);
const blobFor = (exchange: Certificate, by: readonly Officer[] = quorum, of = file) =>
  blobOf(of, by, exchange);

/** A blob whose entries are what `change` makes of the domain's, all under one new secret. */
function blobWith(
  exchange: Certificate,
  change: (
    entries: readonly { tag: string; plaintext: Uint8Array }[],
  ) => readonly { tag: string; plaintext: Uint8Array }[],
): string {
  const { entries } = readSecurityDomain(utf8(file));
  const secret = random(32);
  const data = change(openWithSecret(entries, secretOf(file, quorum))).map(
    ({ tag, plaintext }) => ({
      compact_jwe: sealDirect(plaintext, deriveEntryKey(secret, tag), tag),
      tag,
    }),
  );
  const enc_key = sealForKey(secret, exchange.spki, "not used");
  const x5t_256 = toBase64Url(fromHex(exchange.thumbprint)!);
  return JSON.stringify({ EncData: { data, kdf: "sp108_kdf" }, WrappedKey: { enc_key, x5t_256 } });
}

describe("the exchange key", () => {
  it("is a JWK as text in the recorded form, the same at every asking", async () => {
    const hsm = await startHsm({ name: "B-HSM" });
    const answer = await hsm.ask("GET", UPLOAD);
    expect(answer.status).toBe(200);
    expect(Object.keys(answer.body)).toEqual(["key_format", "transfer_key"]);
    const jwk = transferKeyOf(answer.body);
    expect(Object.keys(jwk)).toEqual(["e", "key_ops", "kid", "kty", "n", "x5c", "x5t", "x5t#S256"]);
    const certificate = await exchangeOf(hsm);
    expect([certificate.bits, certificate.commonName, certificate.organization]).toEqual([
      4096,
      "B-HSM.managedhsm.azure.net",
      "REHEARSAL",
    ]);
    expect(jwk["x5t#S256"]).toBe(toBase64Url(fromHex(certificate.thumbprint)!));
    expect((await hsm.ask("GET", UPLOAD)).text).toBe(answer.text);
  });

  it("is refused by an active HSM, as is an upload", async () => {
    const hsm = await startHsm({ name: "B-HSM" });
    await activate(hsm, officers);
    expect((await hsm.ask("GET", UPLOAD)).status).toBe(409);
    expect((await hsm.ask("POST", UPLOAD, { value: "{}" })).status).toBe(409);
    expect((await hsm.ask("GET", PENDING)).status).toBe(404);
  });
});

describe("an upload", () => {
  it("gives a fresh HSM the domain of another, and the exchange key is gone", async () => {
    const dir = temporaryFolder();
    const hsm = await startHsm({ name: "B-HSM", dir });
    const exchange = await exchangeOf(hsm);
    const privateKey = /"pkcs8":"(MII[^"]+)"/.exec(readFileSync(`${dir}/state.json`, "utf8"))?.[1];
    const answer = await hsm.ask("POST", UPLOAD, { value: blobFor(exchange) });
    expect(answer.status).toBe(202);
    expect(answer.body).toEqual({
      status: "InProgress",
      status_details: "The Security Domain is being restored.",
    });
    expect(answer.headers["azure-asyncoperation"]).toBe(hsm.address.url + PENDING);
    expect((await hsm.ask("GET", PENDING)).body).toEqual(answer.body);
    expect((await hsm.ask("POST", UPLOAD, { value: blobFor(exchange) })).status).toBe(409);
    expect((await hsm.ask("GET", ARM)).text).toContain('"NotActivated"');
    expect(await hsm.wait(PENDING)).toEqual({
      status: "Success",
      status_details: "The resource is active.",
    });
    expect((await hsm.ask("GET", ARM)).text).toContain('"Active"');
    expect(privateKey?.length).toBeGreaterThan(3000);
    expect(readFileSync(`${dir}/state.json`, "utf8")).not.toContain(privateKey);
    expect((await hsm.ask("GET", UPLOAD)).status).toBe(409);
    await letAdministratorRead(hsm);
    expect((await hsm.ask("GET", "/keys")).body).toEqual({ value: [] });
  });

  it("makes an HSM whose own download contains the same domain and can be uploaded again", async () => {
    const [second, third] = [await startHsm({ name: "B-HSM" }), await startHsm({ name: "C-HSM" })];
    await upload(second, blobFor(await exchangeOf(second)));
    const others = makeOfficers(3);
    const again = await activate(second, others, 3);
    const entriesOf = (text: string, by: readonly Officer[]) =>
      openWithSecret(readSecurityDomain(utf8(text)).entries, secretOf(text, by));
    expect(entriesOf(again, others)).toEqual(entriesOf(file, quorum));
    const status = await upload(third, blobFor(await exchangeOf(third), others, again));
    expect(status["status"]).toBe("Success");
  });
});

describe("a wrong upload", () => {
  const other = makeDomain(random);
  type Case = readonly [name: string, blob: (exchange: Certificate) => string, says: string];
  const cases: readonly Case[] = [
    ["for another exchange key", () => blobFor(officers[0]!.certificate), "another exchange key"],
    [
      "whose wrapped key is for another exchange key",
      (exchange) => {
        const x5t_256 = toBase64Url(fromHex(exchange.thumbprint)!);
        const blob = blobFor(officers[0]!.certificate);
        return blob.replace(/"x5t_256":"[^"]+"/, `"x5t_256":"${x5t_256}"`);
      },
      "wrapped key",
    ],
    [
      "with an entry altered",
      (exchange) => {
        const at = (text: string) => text.lastIndexOf('","tag":"base_enclave_backup"') - 100;
        const blob = blobFor(exchange);
        const changed = blob.charAt(at(blob)) === "A" ? "B" : "A";
        return blob.slice(0, at(blob)) + changed + blob.slice(at(blob) + 1);
      },
      "base_enclave_backup was altered",
    ],
    [
      "with an entry from another domain",
      (exchange) =>
        blobWith(exchange, (entries) =>
          entries.map((entry) =>
            entry.tag === "base_enclave_backup"
              ? { ...entry, plaintext: plaintextOf(other, entry.tag) }
              : entry,
          ),
        ),
      "one Security Domain",
    ],
    [
      "with the key entry from another domain",
      (exchange) =>
        blobWith(exchange, (entries) =>
          entries.map((entry) =>
            entry.tag === "hsm_backup"
              ? { ...entry, plaintext: plaintextOf(other, entry.tag) }
              : entry,
          ),
        ),
      "one Security Domain",
    ],
    [
      "with one bit of a body changed before sealing",
      (exchange) =>
        blobWith(exchange, (entries) =>
          entries.map(({ tag, plaintext }) => {
            const altered = plaintext.slice();
            if (tag === "partition_enclave_backup") altered[200]! ^= 1;
            return { tag, plaintext: altered };
          }),
        ),
      "one Security Domain",
    ],
    [
      "with two entries' contents exchanged",
      (exchange) =>
        blobWith(exchange, ([a, b, c]) => [
          a!,
          { tag: b!.tag, plaintext: c!.plaintext },
          { tag: c!.tag, plaintext: b!.plaintext },
        ]),
      "not one of a rehearsal HSM's",
    ],
    [
      "without an entry",
      (exchange) => blobWith(exchange, (entries) => entries.slice(0, 2)),
      "partition_enclave_backup is missing",
    ],
    [
      "with an entry too many",
      (exchange) =>
        blobWith(exchange, (entries) => [...entries, { tag: "more", plaintext: utf8("more") }]),
      "entry too many",
    ],
    [
      "of a real HSM's kind",
      (exchange) =>
        blobWith(exchange, (entries) =>
          entries.map(({ tag }) => ({ tag, plaintext: random(100) })),
        ),
      "not one of a rehearsal HSM's",
    ],
  ];

  it("fails in each of these forms, the HSM waits on, and then takes a right one", async () => {
    const hsm = await startHsm({ name: "B-HSM" });
    const exchange = await exchangeOf(hsm);
    for (const [name, blob, says] of cases) {
      const answer = await hsm.ask("POST", UPLOAD, { value: blob(exchange) });
      expect([name, answer.status]).toEqual([name, 202]);
      const { status, status_details } = await hsm.wait(PENDING);
      expect([name, status]).toEqual([name, "Failed"]);
      expect(status_details, name).toContain(says);
      expect((await hsm.ask("GET", ARM)).text).toContain('"NotActivated"');
      expect((await exchangeOf(hsm)).thumbprint).toBe(exchange.thumbprint);
    }
    expect((await upload(hsm, blobFor(exchange)))["status"]).toBe("Success");
  });

  it("that cannot be read is a 400, remembered as Failed, and changes nothing else", async () => {
    const hsm = await startHsm({ name: "B-HSM" });
    const exchange = await exchangeOf(hsm);
    const good = blobFor(exchange);
    const unreadable: readonly unknown[] = [
      "",
      "[]",
      {},
      { value: 1 },
      { value: "" },
      { value: "{}" },
      { value: good.slice(0, -1) },
      { value: `${good} x` },
      { value: file },
      { value: good.replace("sp108_kdf", "none") },
    ];
    for (const body of unreadable) {
      const { status, body: answer } = await hsm.ask("POST", UPLOAD, body);
      expect(status).toBe(400);
      expect(answer["error"]).toMatchObject({ code: "BadParameter" });
      expect((await hsm.ask("GET", PENDING)).body["status"]).toBe("Failed");
    }
    expect((await upload(hsm, good))["status"]).toBe("Success");
  });

  it("before any exchange key was asked for fails too", async () => {
    const hsm = await startHsm({ name: "B-HSM" });
    expect((await upload(hsm, blobFor(officers[0]!.certificate)))["status"]).toBe("Failed");
  });

  function plaintextOf(of: typeof domain, tag: string): Uint8Array {
    const text = wrap(of);
    return openWithSecret(readSecurityDomain(utf8(text)).entries, secretOf(text, quorum)).find(
      (entry) => entry.tag === tag,
    )!.plaintext;
  }
});
