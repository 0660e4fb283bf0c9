// Keys, full backup and restore, between HSMs of one domain and of different ones.
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  letAdministratorRead,
  startHsm,
  temporaryFolder,
  textOf,
  type TimedClient,
} from "./hsm.fixture.ts";
import { sasFor } from "./sas.fixture.ts";
import { activate, blobOf, exchangeOf, makeOfficers, upload } from "./officers.fixture.ts";
import type { JsonObject } from "../../crypto/index.ts";

const officers = makeOfficers(3);
const CONTAINER = "https://contoso.blob.core.windows.net/hsm-backups";
const storage = { storageResourceUri: CONTAINER, useManagedIdentity: true };
const NO_BACKUP = "mhsm-A-HSM-2025010100000000";
const restoreOf = (folder: string, parameters: unknown = storage) => ({
  sasTokenParameters: parameters,
  folderToRestore: folder,
});

async function backUp(hsm: TimedClient): Promise<string> {
  const { body } = await hsm.ask("POST", "/backup?api-version=7.5", storage);
  const done = await hsm.wait(`/backup/${textOf(body["jobId"])}/pending`);
  expect(done["status"]).toBe("Succeeded");
  return textOf(done["azureStorageBlobContainerUri"]).split("/").at(-1)!;
}

async function restore(hsm: TimedClient, folder: string): Promise<JsonObject> {
  const { body } = await hsm.ask("PUT", "/restore?api-version=7.5", restoreOf(folder));
  return hsm.wait(`/restore/${textOf(body["jobId"])}/pending`);
}

/** Two HSMs of one domain over one store: the source with keys, the other empty. */
async function pair(): Promise<{ store: string; source: TimedClient; recovered: TimedClient }> {
  const store = temporaryFolder();
  const source = await startHsm({ store, name: "A-HSM" });
  const file = await activate(source, officers);
  const recovered = await startHsm({ store, name: "B-HSM" });
  await upload(recovered, blobOf(file, officers.slice(0, 2), await exchangeOf(recovered)));
  return { store, source, recovered };
}

/** Every key with its version's public half, without the addresses. */
async function keysOf({ ask }: TimedClient): Promise<readonly unknown[]> {
  await letAdministratorRead({ ask });
  const { body } = await ask("GET", "/keys?api-version=7.5");
  const found: unknown[] = [];
  for (const { kid } of body["value"] as { kid: string }[]) {
    const path = new URL(kid).pathname;
    const versions = (await ask("GET", `${path}/versions`)).body["value"] as { kid: string }[];
    for (const version of versions) {
      const one = new URL(version.kid).pathname;
      const { key, attributes } = (await ask("GET", one)).body;
      found.push({ one, n: (key as JsonObject)["n"], attributes });
    }
  }
  return found;
}

describe("the keys of an HSM that was activated by a download", () => {
  it("are Contoso's three, each with one version", async () => {
    const hsm = await startHsm();
    await activate(hsm, officers);
    await letAdministratorRead(hsm);
    const { body } = await hsm.ask("GET", "/keys?api-version=7.5");
    expect(Object.keys(body)).toEqual(["value"]);
    const names = ["Contoso-DISK-CMK", "Contoso-SQLMI-CMK", "Contoso-STORAGE-CMK"];
    const list = body["value"] as { kid: string; attributes: object }[];
    const kids = names.map((name) => `${hsm.address.url}/keys/${name}`);
    expect(list.map(({ kid }) => kid)).toEqual(kids);
    expect(list[0]!.attributes).toMatchObject({ enabled: true, exportable: false });
    const versions = (await hsm.ask("GET", "/keys/Contoso-DISK-CMK/versions")).body["value"];
    const [{ kid }] = versions as [{ kid: string }];
    expect(kid).toMatch(/\/keys\/Contoso-DISK-CMK\/[0-9a-f]{32}$/);
    const latest = await hsm.ask("GET", "/keys/Contoso-DISK-CMK");
    expect((await hsm.ask("GET", new URL(kid).pathname)).text).toBe(latest.text);
    expect(latest.body["key"]).toMatchObject({ kid, kty: "RSA-HSM", e: "AQAB" });
    const modulus = textOf((latest.body["key"] as JsonObject)["n"]);
    expect(Buffer.from(modulus, "base64url")).toHaveLength(256);
    expect(latest.text).not.toContain("pkcs8");
    for (const path of ["Contoso", "Contoso/versions", `Contoso-DISK-CMK/${"0".repeat(32)}`])
      expect([path, (await hsm.ask("GET", `/keys/${path}`)).status]).toEqual([path, 404]);
  });
});

describe("a full backup", () => {
  it("is a job in the recorded form, and a folder that contains no key in the clear", async () => {
    const { store, source } = await pair();
    const begun = await source.ask("POST", "/backup?api-version=7.5", storage);
    expect(begun.status).toBe(202);
    const { jobId, startTime, ...rest } = begun.body;
    expect(rest).toEqual({
      status: "InProgress",
      statusDetails: null,
      error: null,
      endTime: null,
      azureStorageBlobContainerUri: null,
    });
    expect(jobId).toMatch(/^[0-9a-f]{32}$/);
    const poll = `/backup/${textOf(jobId)}/pending`;
    expect(begun.headers["azure-asyncoperation"]).toBe(source.address.url + poll);
    expect((await source.ask("GET", poll)).body).toEqual(begun.body);
    const done = await source.wait(poll);
    expect(done).toMatchObject({ status: "Succeeded", error: null, startTime, jobId });
    expect(done["endTime"]).toBe(Number(startTime) + 2);
    const uri = textOf(done["azureStorageBlobContainerUri"]);
    expect(uri).toMatch(new RegExp(`^${CONTAINER}/mhsm-A-HSM-\\d{16}$`));
    const folder = join(store, "hsm-backups", uri.split("/").at(-1)!);
    const text = readFileSync(join(folder, "backup.json"), "utf8");
    expect(Object.keys(JSON.parse(text) as object)).toEqual(["format", "backup"]);
    expect(text).not.toContain("Contoso");
    expect((await source.ask("GET", `/restore/${textOf(jobId)}/pending`)).status).toBe(404);
  });

  it("has a folder of its own each time, also twice in the same moment", async () => {
    const { store, source } = await pair();
    const folders = [];
    for (let i = 0; i < 3; i++) {
      const { body } = await source.ask("POST", "/backup", storage);
      folders.push(body["jobId"]);
    }
    expect(readdirSync(join(store, "hsm-backups"))).toHaveLength(new Set(folders).size);
  });

  it("is refused before activation, and for a container that is none", async () => {
    const hsm = await startHsm();
    expect((await hsm.ask("POST", "/backup", storage)).status).toBe(403);
    expect((await hsm.ask("PUT", "/restore", restoreOf(NO_BACKUP))).status).toBe(403);
    await activate(hsm, officers);
    const uris = [
      "https://c.blob/../..",
      "https://c.blob/a/b",
      "https://c.blob/..",
      "http://c.blob/backups",
      "https://c.blob/Backups",
      "https://c.blob/ba",
      "https://c.blob/backups?sig=1",
      "backups",
      7,
    ];
    for (const storageResourceUri of uris) {
      const { status } = await hsm.ask("POST", "/backup", { ...storage, storageResourceUri });
      expect([storageResourceUri, status]).toEqual([storageResourceUri, 400]);
    }
    const [unreached, denied] = [
      { storageResourceUri: CONTAINER },
      { ...storage, useManagedIdentity: false },
    ];
    for (const body of ["", "[]", unreached, denied])
      expect((await hsm.ask("POST", "/backup", body)).status).toBe(400);
    for (const folder of ["../x", "mhsm-A-HSM-2025", `${NO_BACKUP}/..`, 7]) {
      const body = { ...restoreOf(""), folderToRestore: folder };
      expect((await hsm.ask("PUT", "/restore", body)).status).toBe(400);
    }
  });

  it("that cannot be written is a job that fails", async () => {
    const { store, source } = await pair();
    rmSync(store, { recursive: true });
    writeFileSync(store, "no folder");
    const { status, body } = await source.ask("POST", "/backup", storage);
    expect([status, body["error"]]).toEqual([202, null]);
    const failed = await source.wait(`/backup/${textOf(body["jobId"])}/pending`);
    expect(failed["status"]).toBe("Failed");
    expect(failed["error"]).toMatchObject({ code: "StorageError", innererror: null });
    expect(failed["azureStorageBlobContainerUri"]).toBeNull();
  });
});

/** A backup by this token: refused at once, or how its job ended. */
async function by(hsm: TimedClient, token: string, path = "backup") {
  const parameters = { storageResourceUri: CONTAINER, token };
  const { status, body } =
    path === "backup"
      ? await hsm.ask("POST", "/backup", parameters)
      : await hsm.ask("PUT", "/restore", restoreOf(NO_BACKUP, parameters));
  if (status !== 202) return body["error"];
  const done = await hsm.wait(`/${path}/${textOf(body["jobId"])}/pending`);
  return done["status"] === "Succeeded" ? "Succeeded" : done["error"];
}

describe("a container that is reached by a SAS token", () => {
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

  it("opens for a token of its account that is valid and has the rights", async () => {
    const { source, recovered } = await pair();
    const token = sasFor(source.address, CONTAINER);
    for (const one of [token, `?${token}`]) expect(await by(source, one)).toBe("Succeeded");
    expect(await by(recovered, sasFor(recovered.address, CONTAINER))).toBe("Succeeded");
    expect(
      await by(recovered, sasFor(source.address, CONTAINER, { sp: "rl" }), "restore"),
    ).toMatchObject({ code: "NotFound" });
  });

  it("stays shut for every other one, in the words of Azure's storage", async () => {
    const { source } = await pair();
    const authentication = { code: "AuthenticationFailed" };
    const wrong = [
      sasFor(source.address, "https://contoso.blob.core.windows.net/other-backups"),
      sasFor(source.address, "https://other.blob.core.windows.net/hsm-backups"),
      sasFor(source.address, CONTAINER, { se: inHours(-1) }),
      sasFor(source.address, CONTAINER, { st: inHours(1) }),
      sasFor(source.address, CONTAINER).replace("sp=crdw", "sp=rcdw"),
      sasFor(source.address, CONTAINER).replace(/sig=.*$/, "sig=AAAA"),
      sasFor(source.address, CONTAINER).replace("sv=2022-11-02", "sv=2015-04-05"),
    ];
    for (const token of wrong) expect(await by(source, token)).toMatchObject(authentication);
    expect(await by(source, sasFor(source.address, CONTAINER, { sp: "rl" }))).toMatchObject({
      code: "AuthorizationPermissionMismatch",
    });
    expect(await by(source, "?sig=x")).toMatchObject({
      code: "BadParameter",
      message: expect.stringContaining("SAS token is malformed") as string,
    });
    writeFileSync(source.address.accountKeyFile, "no key");
    expect(await by(source, sasFor(source.address, CONTAINER))).toMatchObject(authentication);
  });
});

describe("a full restore", () => {
  it("brings the same keys and versions to an HSM of its domain once it is backed up", async () => {
    const { source, recovered } = await pair();
    const folder = await backUp(source);
    expect(await keysOf(recovered)).toEqual([]);
    const early = await restore(recovered, folder);
    expect(early).toMatchObject({ status: "Failed", error: { code: "BackupRequired" } });
    expect(early).not.toHaveProperty("azureStorageBlobContainerUri");
    await backUp(recovered);
    const begun = await recovered.ask("PUT", "/restore", restoreOf(folder));
    expect(begun.status).toBe(202);
    const poll = `/restore/${textOf(begun.body["jobId"])}/pending`;
    expect(begun.headers["azure-asyncoperation"]).toBe(recovered.address.url + poll);
    expect((await recovered.ask("GET", "/keys")).status).toBe(409);
    expect((await recovered.wait(poll))["status"]).toBe("Succeeded");
    const keys = await keysOf(source);
    expect(keys).toHaveLength(3);
    expect(await keysOf(recovered)).toEqual(keys);
  });

  it("fails on an HSM of another domain, whose own keys stay", async () => {
    const { store, source } = await pair();
    const folder = await backUp(source);
    const other = await startHsm({ store, name: "C-HSM" });
    await activate(other, officers);
    await backUp(other);
    const own = await keysOf(other);
    const failed = await restore(other, folder);
    expect(failed["status"]).toBe("Failed");
    expect(failed["error"]).toMatchObject({ code: "Forbidden", innererror: null });
    expect(await keysOf(other)).toEqual(own);
  });

  it("fails for a backup that was altered, is torn, or is not there", async () => {
    const { store, source } = await pair();
    const folder = await backUp(source);
    const own = await keysOf(source);
    const path = join(store, "hsm-backups", folder, "backup.json");
    const text = readFileSync(path, "utf8");
    const at = text.length - 100;
    const altered = text.slice(0, at) + (text.charAt(at) === "A" ? "B" : "A") + text.slice(at + 1);
    for (const wrong of [altered, text.slice(0, at), "", "{}"]) {
      writeFileSync(path, wrong);
      expect((await restore(source, folder))["error"]).toMatchObject({ code: "BadParameter" });
    }
    const missing = await restore(source, NO_BACKUP);
    expect(missing["error"]).toMatchObject({ code: "NotFound" });
    expect(await keysOf(source)).toEqual(own);
    writeFileSync(path, text);
    expect((await restore(source, folder))["status"]).toBe("Succeeded");
  });
});
