// Every question of the interface, put to rehearsal HSMs: activation, then recovery into another.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  guid,
  checkExchangeSubject,
  random,
  readExchangeKey,
  readSecurityDomain,
  utf8,
  type Certificate,
  type SecurityDomain,
} from "../../../crypto/index.ts";
import {
  makeRestoreBlob,
  makeWrappingKey,
  openPrivateKey,
  openShare,
  type KeyFiles,
} from "../../../crypto/secret-half.ts";
import { startRehearsalHsm, type RunningHsm } from "../../rehearsal-hsm/rehearsal-hsm.ts";
import { withKeyReader } from "../key-reader.ts";
import type { Hsm, Progress } from "../hsm.ts";
import { readAnswer } from "../download.ts";
import { waitFor } from "../poll.ts";
import { azureHsm } from "./azure-hsm.ts";
import { keeper } from "./scripted-server.fixture.ts";

const PASSPHRASE = "a rehearsal passphrase, long enough";
const CONTAINER = "https://contoso.blob.core.windows.net/backups";
const root = mkdtempSync(join(tmpdir(), "hsm-test-"));
const running: RunningHsm[] = [];
let officers: readonly KeyFiles[];
let first: Hsm;
let recovery: Hsm;
let domain: SecurityDomain;
let exchange: Certificate;
let folder: string;

beforeAll(async () => {
  const identity = (n: number) => ({
    commonName: `Officer ${n}`,
    rehearsal: true,
    now: new Date(),
    random,
  });
  officers = await Promise.all(
    [1, 2, 3].map((n) => makeWrappingKey(identity(n), 2048, PASSPHRASE)),
  );
  first = await started("first-hsm");
  recovery = await started("recovery-hsm");
});
afterAll(async () => {
  await Promise.all(running.map((one) => one.close()));
  rmSync(root, { recursive: true, force: true });
});

async function started(name: string): Promise<Hsm> {
  const server = await startRehearsalHsm({
    dir: join(root, name),
    store: join(root, "store"),
    name,
    pendingSeconds: 0.2,
    clock: () => new Date(),
    random,
  });
  running.push(server);
  const token = readFileSync(server.tokenFile, "utf8");
  return azureHsm({
    name,
    url: server.url,
    allowHosts: [new URL(server.url).host],
    verifyChallenge: false,
    armUrl:
      `${server.url}/subscriptions/s/resourceGroups/g`
      + `/providers/Microsoft.KeyVault/managedHSMs/${name}`,
    caPem: readFileSync(server.caFile, "utf8"),
    credential: { getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }) },
  });
}

/** Waits it out, and gives what was said at the end. */
async function last(ask: () => Promise<Progress>): Promise<string> {
  const { state, details } = await waitFor(ask, {
    everySeconds: 0.1,
    limitSeconds: 20,
    sleep: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
    onProgress: () => undefined,
  });
  return `${state}: ${details}`;
}

function shares(...of: readonly number[]) {
  return of.map((i) => {
    const { keyPem, certificate } = officers[i]!;
    return openShare(domain, openPrivateKey(utf8(keyPem), PASSPHRASE, i), certificate, i);
  });
}

const keysOf = (hsm: Hsm) => withKeyReader(hsm, guid(random), () => hsm.keys());
const certificates = () => officers.map(({ certificate }) => certificate);

describe("the rehearsal HSM, asked as a ceremony asks", () => {
  it("is activated by a download that names exactly these officers", async () => {
    expect(await first.activation()).toBe("NotActivated");
    await expect(first.downloadStatus()).rejects.toMatchObject({ code: "E-HSM-NONE" });
    await expect(first.uploadStatus()).rejects.toMatchObject({ code: "E-HSM-NONE" });
    await expect(first.keys()).rejects.toMatchObject({ code: "E-HSM-AUTH" });
    const kept = keeper();
    const received = await first.download(certificates(), 2, kept);
    expect(received).toEqual({ bytes: kept.text().length, complete: true });
    expect(await last(() => first.downloadStatus())).toBe("succeeded: The resource is active.");
    expect(await first.activation()).toBe("Active");
    domain = readSecurityDomain(utf8(readAnswer(utf8(kept.text()))));
    expect(domain.shares.map(({ thumbprint }) => thumbprint)).toEqual(
      certificates().map(({ thumbprint }) => thumbprint),
    );
  });

  it("refuses one officer thrice, and a domain although it is active", async () => {
    const [one] = certificates();
    await expect(first.download([one!, one!, one!], 2, keeper())).rejects.toMatchObject({
      code: "E-HSM-STATUS",
    });
    await expect(first.upload("{}")).rejects.toMatchObject({ code: "E-HSM-ACTIVATED" });
  });

  it("lists its keys with their versions, and backs them up", async () => {
    await expect(first.keys()).rejects.toMatchObject({
      code: "E-HSM-AUTH",
      said: { words: expect.stringContaining("AccessDenied") as string },
    });
    const keys = await keysOf(first);
    expect(keys.map(({ name }) => name)).toEqual([
      "Contoso-DISK-CMK",
      "Contoso-SQLMI-CMK",
      "Contoso-STORAGE-CMK",
    ]);
    expect(new Set(keys.map(({ publicSha256 }) => publicSha256)).size).toBe(3);
    await expect(first.restoreStatus("0".repeat(32))).rejects.toMatchObject({ code: "E-HSM-NONE" });
    const job = await first.startBackup(CONTAINER);
    expect(await last(() => first.backupStatus(job))).toBe("succeeded: ");
    const done = await first.backupStatus(job);
    expect(done.folder).toMatch(/^mhsm-first-hsm-\d{14,16}$/);
    folder = done.folder ?? "";
  });

  it("takes the domain into another HSM, and gives the same keys back there", async () => {
    exchange = readExchangeKey(await recovery.exchangeKey());
    checkExchangeSubject(exchange, "recovery-hsm");
    const uploaded = await recovery.upload(makeRestoreBlob(domain, shares(0, 2), exchange));
    expect(uploaded).toEqual({
      state: "running",
      details: "The Security Domain is being restored.",
    });
    await last(() => recovery.uploadStatus());
    expect(await recovery.activation()).toBe("Active");
    expect(await keysOf(recovery)).toEqual([]);
    await restored();
    expect(await keysOf(recovery)).toEqual(await keysOf(first));
  });

  it("tells a blob made for another HSM by its status, with the HSM's words", async () => {
    const third = await started("third-hsm");
    const blob = makeRestoreBlob(domain, shares(0, 1), exchange);
    expect(await third.upload(blob)).toMatchObject({ state: "running" });
    await expect(last(() => third.uploadStatus())).rejects.toMatchObject({
      code: "E-HSM-FAILED",
      said: { by: "server", words: expect.stringMatching(/./) as string },
    });
    expect(await third.activation()).toBe("NotActivated");
  });
});

/** A restore fails before the destination's own backup, and succeeds after it. */
async function restored(): Promise<void> {
  const early = await recovery.startRestore(CONTAINER, folder);
  await expect(last(() => recovery.restoreStatus(early))).rejects.toMatchObject({
    code: "E-HSM-FAILED",
    said: { words: expect.stringContaining("BackupRequired") as string },
  });
  const job = await recovery.checkRestore(CONTAINER, folder);
  await expect(last(() => recovery.checkStatus("restore", job ?? ""))).rejects.toMatchObject({
    said: { words: expect.stringContaining("BackupRequired") as string },
  });
  const check = await recovery.checkBackup(CONTAINER);
  expect(await last(() => recovery.checkStatus("backup", check ?? ""))).toBe("succeeded: ");
  const backup = await recovery.startBackup(CONTAINER);
  await last(() => recovery.backupStatus(backup));
  const restore = await recovery.startRestore(CONTAINER, folder);
  await last(() => recovery.restoreStatus(restore));
}
