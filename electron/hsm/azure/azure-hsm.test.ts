// The ceremony's questions on the wire: what is asked, with which body, and what the answers mean.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { readAnswer } from "../download.ts";
import {
  json,
  keeper,
  oneServer,
  RESOURCE,
  TOKEN,
  type ScriptedServer,
} from "./scripted-server.fixture.ts";

const officers = [1, 2, 3].map((n) => ({ der: Uint8Array.of(48, n), modulus: `AQ${n}` }));
const domain = '{"EncData":{},"SharedKeys":{}}';
const serving = oneServer();

const answering = (status: number, body: unknown): Promise<ScriptedServer> =>
  serving((response) => json(response, status, body));

describe("download", () => {
  it("probes without body and token, then sends the certificates once", async () => {
    const { hsm, asked } = await answering(202, { value: domain });
    await hsm().download(officers, 2, keeper());
    expect(asked).toHaveLength(2);
    const [probe, real] = asked;
    expect(probe).toMatchObject({ method: "POST", body: "", authorization: undefined });
    expect(probe?.headers["content-length"]).toBe("0");
    expect(real).toMatchObject({
      method: "POST",
      path: "/securitydomain/download?api-version=7.5",
      authorization: `Bearer ${TOKEN}`,
    });
    expect(real?.headers["content-type"]).toBe("application/json");
    const body = JSON.parse(real?.body ?? "") as { certificates: unknown[]; required: number };
    expect(body.required).toBe(2);
    expect(body.certificates).toHaveLength(3);
  });

  it("and what else touches a domain carries the id of its request, where one is given", async () => {
    const { hsm, asked } = await answering(202, { value: domain, status: "InProgress" });
    const id = "0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9";
    await hsm().download(officers, 2, keeper(), id);
    await hsm().upload("blob", id);
    await hsm().exchangeKey(id);
    await hsm().exchangeKey();
    const ids = asked
      .filter(({ authorization }) => authorization !== undefined)
      .map(({ headers }) => headers["x-ms-client-request-id"]);
    expect(ids).toEqual([id, id, id, undefined]);
  });

  it("hands over the bytes to the letter, with no header that names the status", async () => {
    const { hsm } = await answering(202, { value: domain });
    const kept = keeper();
    const received = await hsm().download(officers, 2, kept);
    expect(received).toEqual({ bytes: kept.text().length, complete: true });
    expect(readAnswer(Buffer.from(kept.text()))).toBe(domain);
  });

  it("hands over each piece before the next has been sent", async () => {
    const pieces: string[] = [];
    const { hsm } = await serving((response) => {
      response.writeHead(202, { "Content-Type": "application/json" });
      response.write('{"value":');
      const goOn = setInterval(() => {
        if (pieces.length === 0) return;
        clearInterval(goOn);
        response.end('"x"}');
      }, 5);
    });
    await hsm().download(officers, 2, {
      write: (chunk) => pieces.push(Buffer.from(chunk).toString()),
    });
    expect(pieces).toEqual(['{"value":', '"x"}']);
  });

  it("stops at once, with the sink's own error, when the sink cannot write", async () => {
    const { hsm } = await answering(202, { value: domain });
    const full = new Error("the medium is full");
    const sink = {
      write: () => {
        throw full;
      },
    };
    await expect(hsm().download(officers, 2, sink)).rejects.toBe(full);
  });

  it("asks its status at the documented path, wherever a header points", async () => {
    const { hsm, asked } = await serving((response) =>
      json(
        response,
        200,
        { status: "InProgress", status_details: "Being confirmed." },
        { "Azure-AsyncOperation": "https://elsewhere.invalid/pending" },
      ),
    );
    expect(await hsm().downloadStatus()).toEqual({ state: "running", details: "Being confirmed." });
    expect(asked.map(({ path }) => path)).toEqual(
      Array(2).fill("/securitydomain/download/pending?api-version=7.5"),
    );
  });
});

describe("exchange key and upload", () => {
  it("gives the exchange key's answer as it came", async () => {
    const text = '{ "key_format":"jwk",\n "transfer_key":"{}" }';
    const { hsm, asked } = await serving((response) => {
      response.writeHead(200, { "Content-Type": "application/json; charset=utf-8" });
      response.end(text);
    });
    expect(Buffer.from(await hsm().exchangeKey()).toString()).toBe(text);
    expect(asked[1]?.method).toBe("GET");
    expect(asked[1]?.path).toBe("/securitydomain/upload?api-version=7.5");
  });

  it("uploads the blob as a text, once", async () => {
    const { hsm, authorized } = await answering(202, {
      status: "InProgress",
      status_details: "The Security Domain is being restored.",
    });
    expect(await hsm().upload('{"EncData": 1}')).toMatchObject({ state: "running" });
    expect(authorized()).toHaveLength(1);
    expect(JSON.parse(authorized()[0]!.body)).toEqual({ value: '{"EncData": 1}' });
  });

  it.each([
    ["InProgress", "E-HSM-CONFLICT"],
    ["Success", "E-HSM-CONFLICT"],
    ["Failed", "E-HSM-ACTIVATED"],
  ])(
    "F44: refused as sent before, while the status says %s, is %s, and sent once",
    async (status, code) => {
      const { hsm, authorized } = await serving((response, { method }) => {
        if (method === "POST")
          json(response, 409, { error: { code: "Conflict", message: "It is busy." } });
        else json(response, 200, { status, status_details: "One that came first." });
      });
      await expect(hsm().upload("x")).rejects.toMatchObject({ code });
      expect(authorized().map(({ method }) => method)).toEqual(["POST", "GET"]);
    },
  );

  it("takes an answer of 204 as unknown, so that the status is asked", async () => {
    const { hsm } = await serving((response) => response.writeHead(204).end());
    expect(await hsm().upload("x")).toEqual({ state: "unknown", details: "" });
  });

  it("asks the upload's status", async () => {
    const { hsm, asked } = await answering(200, { status: "Success" });
    expect(await hsm().uploadStatus()).toEqual({ state: "succeeded", details: "" });
    expect(asked[1]?.path).toBe("/securitydomain/upload/pending?api-version=7.5");
  });
});

describe("activation", () => {
  it("goes by ARM's activationStatus, with a token for ARM's own address", async () => {
    const { hsm, asked, port } = await answering(200, {
      properties: {
        statusMessage: "The Managed HSM is provisioned and ready to use.",
        securityDomainProperties: { activationStatus: "NotActivated" },
      },
    });
    const scopes: unknown[] = [];
    const credential = {
      getToken: async (scope: unknown) => {
        scopes.push(scope);
        return { token: TOKEN, expiresOnTimestamp: Date.now() + 3_600_000 };
      },
    };
    expect(await hsm({ credential }).activation()).toBe("NotActivated");
    expect(asked.map(({ path }) => path)).toEqual([`${RESOURCE}?api-version=2024-11-01`]);
    expect(scopes).toEqual([[`https://localhost:${port}/.default`]]);
  });
});

describe("backup and restore", () => {
  const container = "https://acct.blob.core.windows.net/backups";
  const job = "0123456789abcdef0123456789abcdef";

  it("starts a backup by managed identity, and gives its folder when it is done", async () => {
    const done = {
      status: "Succeeded",
      statusDetails: null,
      error: null,
      jobId: job,
      azureStorageBlobContainerUri: `${container}/mhsm-contoso-2023112206465081`,
    };
    const { hsm, authorized } = await serving((response, { method }) =>
      method === "POST"
        ? json(response, 202, { status: "InProgress", jobId: job, error: null })
        : json(response, 200, done),
    );
    const one = hsm();
    expect(await one.startBackup(container)).toBe(job);
    expect(await one.backupStatus(job)).toEqual({
      state: "succeeded",
      details: "",
      folder: "mhsm-contoso-2023112206465081",
    });
    expect(authorized().map(({ method, path }) => `${method} ${path}`)).toEqual([
      "POST /backup?api-version=7.5",
      `GET /backup/${job}/pending?api-version=7.5`,
    ]);
    expect(JSON.parse(authorized()[0]!.body)).toEqual({
      storageResourceUri: container,
      useManagedIdentity: true,
    });
  });

  it("starts a restore from the folder", async () => {
    const { hsm, authorized } = await answering(202, { status: "InProgress", jobId: job });
    const one = hsm();
    expect(await one.startRestore(container, "mhsm-contoso-1")).toBe(job);
    await one.restoreStatus(job);
    expect(authorized().map(({ method, path }) => `${method} ${path}`)).toEqual([
      "PUT /restore?api-version=7.5",
      `GET /restore/${job}/pending?api-version=7.5`,
    ]);
    expect(JSON.parse(authorized()[0]!.body)).toEqual({
      sasTokenParameters: { storageResourceUri: container, useManagedIdentity: true },
      folderToRestore: "mhsm-contoso-1",
    });
  });

  it("reaches the storage by the SAS token in a file, and sends nothing where it is no good", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "sas-")), "token");
    onTestFinished(() => {
      rmSync(dirname(file), { recursive: true });
    });
    const { hsm, authorized } = await answering(202, { status: "InProgress", jobId: job });
    const token = "se=2999-01-01&sp=crdw&sv=2022-11-02&sr=c&sig=AbC%3D";
    writeFileSync(file, `?${token}\n`);
    const one = hsm();
    await one.startBackup(container, file);
    await one.startRestore(container, "mhsm-contoso-1", file);
    const parameters = { storageResourceUri: container, token };
    const stored = { sasTokenParameters: parameters, folderToRestore: "mhsm-contoso-1" };
    expect(authorized().map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      parameters,
      stored,
    ]);
    writeFileSync(file, token.replace("2999", "1999"));
    await expect(one.startBackup(container, file)).rejects.toMatchObject({ code: "E-SAS-EXPIRED" });
    expect(authorized()).toHaveLength(2);
  });

  it("asks first whether it would succeed, in the version that has the question", async () => {
    const { hsm, authorized } = await answering(202, { status: "InProgress", jobId: job });
    const one = hsm();
    expect(await one.checkBackup(container)).toBe(job);
    expect(await one.checkRestore(container, "mhsm-contoso-1")).toBe(job);
    await one.checkStatus("restore", job);
    expect(authorized().map(({ method, path }) => `${method} ${path}`)).toEqual([
      "POST /prebackup?api-version=7.6",
      "PUT /prerestore?api-version=7.6",
      `GET /restore/${job}/pending?api-version=7.5`,
    ]);
    const storage = { storageResourceUri: container, useManagedIdentity: true };
    expect(
      authorized().map(({ body }) => (body === "" ? null : (JSON.parse(body) as unknown))),
    ).toEqual([storage, { sasTokenParameters: storage, folderToRestore: "mhsm-contoso-1" }, null]);
  });

  it.each([400, 404, 405, 500])(
    "takes %d for an HSM that does not say it beforehand",
    async (status) => {
      const { hsm } = await answering(status, { error: { code: "No", message: "No." } });
      expect(await hsm().checkBackup(container)).toBe(null);
      expect(await hsm().checkRestore(container, "f")).toBe(null);
    },
  );

  it("does not take a refused sign-in for one", async () => {
    const { hsm } = await answering(403, { error: { code: "Forbidden", message: "No." } });
    await expect(hsm().checkBackup(container)).rejects.toMatchObject({ code: "E-HSM-AUTH" });
  });

  it("leaves the outcome unknown when a start names no job", async () => {
    const { hsm } = await answering(202, { status: "InProgress", jobId: "../keys" });
    const unknown = { code: "E-HSM-UNKNOWN-OUTCOME" };
    await expect(hsm().startBackup(container)).rejects.toMatchObject(unknown);
    await expect(hsm().startRestore(container, "f")).rejects.toMatchObject(unknown);
  });

  it("asks nothing about a job whose name is none", async () => {
    const { hsm, asked } = await answering(200, { status: "Succeeded" });
    await expect(hsm().backupStatus("../keys")).rejects.toMatchObject({ code: "E-HSM-BODY" });
    expect(asked).toEqual([]);
  });
});

describe("keys", () => {
  it("follows no link to another host", async () => {
    const nextLink = "https://elsewhere.invalid/keys";
    const { hsm, asked } = await answering(200, { value: [], nextLink });
    await expect(hsm().keys()).rejects.toMatchObject({ code: "E-HSM-HOST" });
    expect(asked).toHaveLength(2);
  });

  it("follows a link of its own host", async () => {
    const { hsm, authorized } = await serving((response, { path, headers }) => {
      const more = { nextLink: `https://${headers.host ?? ""}/more` };
      json(response, 200, { value: [], ...(path.startsWith("/keys?") ? more : {}) });
    });
    expect(await hsm().keys()).toEqual([]);
    expect(authorized().map(({ path }) => path)).toEqual(["/keys?api-version=7.5", "/more"]);
  });
});
