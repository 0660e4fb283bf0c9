// `sd hsm`: the built program asks a rehearsal HSM that runs by itself, as an administrator would.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import {
  fromWords,
  random,
  readExchangeKey,
  readSecurityDomain,
  sha256Hex,
  toHex,
  utf8,
} from "../../crypto/index.ts";
import {
  makeRestoreBlob,
  makeWrappingKey,
  openPrivateKey,
  openShare,
  type KeyFiles,
} from "../../crypto/secret-half.ts";
import { rehearsalClient } from "../hsm/azure/rehearsal-client.ts";
import { connectionTo, serveHsm } from "./hsm.fixture.ts";
import { CANARY, expectRefusal, sd, temporaryFolder } from "./program.fixture.ts";

const PASSPHRASE = "a rehearsal passphrase, long enough";
let officers: readonly KeyFiles[];

beforeAll(async () => {
  const named = (n: number) => ({
    commonName: `Officer ${n}`,
    rehearsal: true,
    now: new Date(),
    random,
  });
  officers = await Promise.all([1, 2, 3].map((n) => makeWrappingKey(named(n), 2048, PASSPHRASE)));
});

/** A served HSM of this name, with a folder that holds the officers' certificates. */
async function stage(name: string, pending = "0.1") {
  const folder = temporaryFolder();
  const hsm = await serveHsm(["--dir", join(folder, "hsm"), "--name", name, "--pending", pending]);
  const certificates = officers.map(({ certificate }, i) => {
    const path = join(folder, `cert_${i}.cer`);
    writeFileSync(path, certificate.pem);
    return path;
  });
  const connection = connectionTo(hsm, name);
  const ask = (question: string, ...flags: readonly string[]) =>
    sd(["hsm", question, ...connection, ...flags]);
  const out = [join(folder, "stick-1"), join(folder, "stick-2")];
  const download = (...more: readonly string[]) =>
    ask(
      "download",
      "--every",
      "0.1",
      "--sd-wrapping-keys",
      ...certificates,
      "--out",
      ...out,
      ...more,
    );
  return { folder, hsm, name, ask, out, download, certificates, connection };
}

const domainIn = (folder: string, name: string) =>
  readSecurityDomain(new Uint8Array(readFileSync(join(folder, `${name}-SD.json`))));

describe("sd hsm download", () => {
  it("keeps answer and domain in both folders, and waits only then", async () => {
    const { out, download, ask, name } = await stage("Contoso-HSM");
    const before = (await ask("status")).out.split("\n");
    expect(before[0]).toMatch(/^Contoso-HSM: NotActivated\. It waits: /);
    expect(before.slice(1)).toEqual([
      "Download: the HSM reports none.",
      "Upload: the HSM reports none.",
      "",
    ]);
    const ended = await download();
    expect(ended.code, ended.errors).toBe(0);
    expect(ended.errors).toMatch(/^W-HSM-ONE-DISK: /);
    const [first = "", second = ""] = out;
    const files = readdirSync(first).sort();
    expect(files).toEqual(["Contoso-HSM-SD.json", "Contoso-HSM-SD.received", "medium.json"]);
    for (const file of files.slice(0, 2))
      expect(readFileSync(join(first, file)).equals(readFileSync(join(second, file)))).toBe(true);
    expect(domainIn(first, name).shares.map(({ thumbprint }) => thumbprint)).toEqual(
      officers.map(({ certificate }) => certificate.thumbprint),
    );
    const sha256 = sha256Hex(new Uint8Array(readFileSync(join(first, "Contoso-HSM-SD.json"))));
    const told = ended.out.split("\n");
    expect(told.findIndex((line) => line.startsWith("The answer is stored"))).toBeLessThan(
      told.findIndex((line) => line.startsWith("activation: ")),
    );
    expect(ended.out).toContain(`SHA-256: ${sha256}\n`);
    expect((await ask("status")).out).toMatch(/^Contoso-HSM: Active\. .*\nDownload: succeeded/);
  });

  it("run again continues with what it kept, and does not ask the HSM again", async () => {
    const { out, download } = await stage("Contoso-HSM");
    await download();
    const [first = "", second = ""] = out;
    const kept = readFileSync(join(first, "Contoso-HSM-SD.received"));
    // As a stop between the two media, and before the answer was understood, would leave it.
    for (const file of ["Contoso-HSM-SD.received", "Contoso-HSM-SD.json"])
      rmSync(join(second, file));
    rmSync(join(first, "Contoso-HSM-SD.json"));
    const ended = await download();
    expect(ended.code, ended.errors).toBe(0);
    expect(ended.out).toContain("The answer is here already");
    expect(readFileSync(join(second, "Contoso-HSM-SD.received")).equals(kept)).toBe(true);
    expect(existsSync(join(first, "Contoso-HSM-SD.json"))).toBe(true);
  });

  it("continues with an answer that came compressed, and never with one that it cannot read", async () => {
    const { out, download } = await stage("Contoso-HSM");
    await download();
    const [answer, domain] = ["Contoso-HSM-SD.received", "Contoso-HSM-SD.json"] as const;
    const wanted = readFileSync(join(out[0]!, domain));
    const packed = gzipSync(readFileSync(join(out[0]!, answer)));
    for (const folder of out) {
      rmSync(join(folder, domain));
      writeFileSync(join(folder, answer), packed);
    }
    const ended = await download();
    expect(ended.code, ended.errors).toBe(0);
    for (const folder of out) {
      expect(readFileSync(join(folder, domain)).equals(wanted)).toBe(true);
      expect(readFileSync(join(folder, answer)).equals(packed)).toBe(true);
      writeFileSync(join(folder, answer), Buffer.from("504b03041400000008000000", "hex"));
    }
    const refused = await download();
    expectRefusal(refused, "E-MEDIA-ANSWER");
    expect(refused.errors).toMatch(/Keep this medium/);
  });

  it("refuses an active HSM without --again: it is wrapped again", async () => {
    const { out, download, folder, name } = await stage("Contoso-HSM");
    await download();
    const earlier = domainIn(out[0]!, name).sha256;
    for (const place of out) rmSync(place, { recursive: true });
    expectRefusal(await download(), "E-HSM-ACTIVE");
    expect(readdirSync(out[0]!)).toEqual(["medium.json"]);
    expect((await download("--again")).code).toBe(0);
    expect(domainIn(out[0]!, name).sha256).not.toBe(earlier);
    expect(readdirSync(folder)).toContain("stick-2");
  });

  it("while the HSM is still becoming active asks for a decision", async () => {
    const { download, hsm, name } = await stage("Contoso-HSM", "3600");
    const certificates = officers.map(({ certificate }) => certificate);
    const lost = { write: () => undefined };
    await rehearsalClient({ name, ...hsm.address }).download(certificates, 2, lost);
    const ended = await download();
    expect(ended.out).toBe("");
    expectRefusal(ended, "E-HSM-AGAIN");
  });

  it("stops at a private key in a folder, in what should be a certificate too", async () => {
    const { out, download, certificates, ask } = await stage("Contoso-HSM");
    await ask("status");
    mkdirSync(out[0]!);
    expect((await download()).code).toBe(0);
    writeFileSync(join(out[0]!, "notes.txt"), `${CANARY}\n${officers[0]!.keyPem}`);
    expectRefusal(await download(), "E-MEDIA-SECRET");
    writeFileSync(certificates[1]!, officers[1]!.keyPem);
    rmSync(join(out[0]!, "notes.txt"));
    expectRefusal(await download(), "E-CERT-KIND");
  });

  it("takes two different folders that contain nothing else", async () => {
    const { out, download, ask, certificates } = await stage("Contoso-HSM");
    mkdirSync(out[1]!);
    writeFileSync(join(out[1]!, "holiday.jpg"), "x");
    expectRefusal(await download(), "E-MEDIA-MARKER");
    const keys = ["--sd-wrapping-keys", ...certificates];
    expectRefusal(await ask("download", ...keys, "--out", out[0]!), "E-USAGE", 2);
    expectRefusal(await ask("download", ...keys, "--out", out[0]!, `${out[0]!}/.`), "E-USAGE", 2);
  });

  it("takes no quorum above the officers, and no certificate of a real ceremony", async () => {
    const { download, ask, certificates, out } = await stage("Contoso-HSM");
    expectRefusal(await download("--sd-quorum", "4"), "E-QUORUM");
    const real = await makeWrappingKey(
      { commonName: "Officer 9", rehearsal: false, now: new Date(), random },
      2048,
      PASSPHRASE,
    );
    writeFileSync(certificates[2]!, real.certificate.pem);
    expectRefusal(
      await ask("download", "--sd-wrapping-keys", ...certificates, "--out", ...out),
      "E-CERT-PRODUCTION",
    );
  });
});

describe("sd hsm check", () => {
  it("lets people decide what a rehearsal cannot know, and refuses an active HSM", async () => {
    const { ask, download } = await stage("Contoso-HSM");
    const before = await ask("check");
    expect({ code: before.code, errors: before.errors }).toEqual({ code: 0, errors: "" });
    expect(before.out).toMatch(/^ {2}DECIDE {2}The HSM is reached over the public network/m);
    expect(before.out).toMatch(/^First administrators: [0-9a-f-]{36}$/m);
    await download();
    const after = await ask("check");
    expect(after.code).toBe(1);
    expect(after.out).toMatch(/^ {2}WRONG {3}The HSM is already active\./m);
    expect(after.errors).toMatch(/^E-HSM-CHECK: /);
  });
});

describe("sd hsm check of an HSM behind private endpoints", () => {
  it.each([
    ["none", 0, "DECIDE  The HSM is reached over the public network, and has no private endpoint."],
    ["waiting", 1, "WRONG   Public access is off, and no private endpoint is approved."],
    ["approved", 1, "good    Only approved private endpoints can reach the HSM."],
  ] as const)("that are %s", async (endpoints, code, said) => {
    const folder = temporaryFolder();
    const hsm = await serveHsm([
      "--dir",
      join(folder, "hsm"),
      "--name",
      "A-HSM",
      "--endpoints",
      endpoints,
    ]);
    const checked = await sd(["hsm", "check", ...connectionTo(hsm, "A-HSM")]);
    // On the loopback no address is private: that point is wrong where endpoints are wanted.
    expect([checked.code, checked.out]).toEqual([code, expect.stringContaining(said)]);
  });
});

describe("sd hsm transfer-key and upload", () => {
  it("bring a domain into a new HSM: the key stored and checked, the blob sent once", async () => {
    const source = await stage("Contoso-HSM");
    expect((await source.download()).code).toBe(0);
    // So many seconds that a busy machine sees it at work too.
    const target = await stage("Contoso-Recovery", "10");
    const key = join(target.folder, "exchange.pem");
    const root = ["--rehearsal-root", target.hsm.address.sgxRootFile];
    const fetched = await target.ask("transfer-key", "--sd-exchange-key", key, ...root);
    expect(fetched.code, fetched.errors).toBe(0);
    const exchange = readExchangeKey(new Uint8Array(readFileSync(key)));
    expect(readExchangeKey(new Uint8Array(readFileSync(`${key}.received`))).thumbprint).toBe(
      exchange.thumbprint,
    );
    expect(fetched.out).toContain(`Thumbprint: ${exchange.thumbprint}`);
    expect(fetched.out).toContain(`\n  --exchange-sha256 ${exchange.thumbprint}\n`);
    expect(fetched.out).toMatch(/ --hsm-name Contoso-Recovery\n$/);
    const words = fetched.out.match(/^ +\d+ {2}[a-z]+( [a-z]+){3}$/gm) ?? [];
    expect(toHex(fromWords(words.join(" ")))).toBe(exchange.thumbprint);
    expectRefusal(await target.ask("transfer-key", "--sd-exchange-key", key), "E-FILE-EXISTS");
    const blob = join(target.folder, "blob.json");
    const sdFile = join(source.out[0]!, "Contoso-HSM-SD.json");
    const domain = domainIn(source.out[0]!, source.name);
    const shares = [0, 2].map((i) =>
      openShare(
        domain,
        openPrivateKey(utf8(officers[i]!.keyPem), PASSPHRASE, i),
        officers[i]!.certificate,
        i,
      ),
    );
    writeFileSync(blob, makeRestoreBlob(domain, shares, exchange));
    const upload = () =>
      target.ask(
        "upload",
        "--every",
        "0.1",
        "--sd-file-restore-blob",
        blob,
        "--sd-exchange-key",
        key,
        "--sd-file",
        sdFile,
      );
    const [one, other] = [
      upload(),
      (async () => {
        await expect
          .poll(async () => (await target.ask("status")).out)
          .toMatch(/Upload: (running|succeeded)/);
        return upload();
      })(),
    ];
    expect((await one).out).toContain("Sending the restore blob, once.");
    expect((await one).code).toBe(0);
    const second = await other;
    expect(second.code === 0 ? second.out : second.errors).toMatch(
      /already working on a blob|^E-BLOB-USED/,
    );
    expectRefusal(await upload(), "E-BLOB-USED");
    expect((await target.ask("status")).out).toMatch(/^Contoso-Recovery: Active\./);
  });

  it("refuse a blob for another key, an active HSM, and half of the flags", async () => {
    const { ask, download, folder } = await stage("Contoso-HSM");
    await download();
    const key = join(folder, "exchange.pem");
    expectRefusal(await ask("transfer-key", "--sd-exchange-key", key), "E-HSM-NOT-WAITING");
    expect(existsSync(key)).toBe(false);
    const blob = join(folder, "blob.json");
    writeFileSync(blob, "{}");
    expectRefusal(await ask("upload", "--sd-file-restore-blob", blob), "E-BLOB-FORM");
  });
});

describe("sd hsm", () => {
  it("takes only the flags that go with its question", async () => {
    expectRefusal(await sd(["hsm"]), "E-USAGE", 2);
    expectRefusal(await sd(["hsm", CANARY]), "E-USAGE", 2);
    expectRefusal(await sd(["hsm", "status", "--again"]), "E-USAGE", 2);
    expectRefusal(await sd(["hsm", "status"]), "E-USAGE", 2);
  });

  it("says whom it met when it is not the HSM, and that nobody is there", async () => {
    const { connection, hsm } = await stage("Contoso-HSM");
    const other = await stage("Other-HSM");
    const swapped = connection.map((flag) =>
      flag === hsm.address.caFile ? other.hsm.address.caFile : flag,
    );
    const met = await sd(["hsm", "status", ...swapped]);
    expectRefusal(met, "E-HSM-TLS");
    expect(met.errors).toContain("Rehearsal HSM CA");
    await hsm.end("SIGTERM");
    expectRefusal(await sd(["hsm", "status", ...connection]), "E-HSM-NET");
  });
});
