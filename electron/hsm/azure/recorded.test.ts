// What was recorded of real Managed HSMs (docs/azure-protocol.md, ../shared/vectors/azure), fed to
// our client as it is; and our requests, held against those that were recorded.
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  exchangeKeyDer,
  INTEL_ROOT,
  checkAttestation,
  readCertificate,
  readExchangeKey,
  readSecurityDomain,
  utf8,
} from "../../../crypto/index.ts";
import { readAnswer } from "../download.ts";
import { json, keeper, oneServer } from "./scripted-server.fixture.ts";

const vectors = new URL("../../../../shared/vectors/azure/", import.meta.url);
const read = (name: string): Buffer => readFileSync(new URL(name, vectors));
const JOB = "0123456789abcdef0123456789abcdef";
const CONTAINER = "https://acct.blob.core.windows.net/backups";

const serving = oneServer();

/** Plays these answers one after the other: status, then JSON or bytes as they are. */
async function playing(...answers: readonly (readonly [status: number, body: unknown])[]) {
  const left = [...answers];
  const played = await serving((response) => {
    const [status, body] = left.shift() ?? [500, {}];
    const poll = { "Azure-AsyncOperation": "https://<hsm>/securitydomain/download/pending" };
    if (body instanceof Buffer) {
      response.writeHead(status, { "Content-Type": "application/json; charset=utf-8" });
      response.end(body);
    } else json(response, status, body, poll);
  });
  const sent = () =>
    played
      .authorized()
      .map(({ method, path, body }) => ({
        asked: `${method} ${path}`,
        body: body === "" ? null : (JSON.parse(body) as unknown),
      }));
  return { hsm: played.hsm(), sent };
}

describe.skipIf(!existsSync(vectors))("what was recorded (needs ../shared)", () => {
  it("activates: the request is the recorded one, the domain of 2020 is kept whole", async () => {
    const domain = read("sd-2020.json").toString("utf8");
    const { hsm, sent } = await playing(
      [202, { value: domain }],
      [200, { status: "InProgress", status_details: "The Security Domain is being confirmed." }],
      [200, { status: "Success", status_details: "The resource is active." }],
    );
    const officers = [1, 2, 3].map((n) => readCertificate(read(`sd${n}.cer`)));
    const kept = keeper();
    expect((await hsm.download(officers, 2, kept)).complete).toBe(true);
    expect(sent()).toEqual([
      {
        asked: "POST /securitydomain/download?api-version=7.5",
        body: JSON.parse(read("download-request-2020.json").toString("utf8")) as unknown,
      },
    ]);
    expect(readAnswer(utf8(kept.text()))).toBe(domain);
    const { shares, required } = readSecurityDomain(utf8(domain));
    expect([required, shares.map(({ thumbprint }) => thumbprint)]).toEqual([
      2,
      officers.map(({ thumbprint }) => thumbprint),
    ]);
    expect(await hsm.downloadStatus()).toEqual({
      state: "running",
      details: "The Security Domain is being confirmed.",
    });
    expect(await hsm.downloadStatus()).toEqual({
      state: "succeeded",
      details: "The resource is active.",
    });
  });

  it("recovers: the exchange key of 2025 is given as it came, and is attested", async () => {
    const answer = read("transfer-key-response-2025.json");
    const { hsm } = await playing([200, answer]);
    const given = await hsm.exchangeKey();
    expect(Buffer.from(given).equals(answer)).toBe(true);
    const pem = read("exchange-2025.pem");
    expect(readExchangeKey(given).thumbprint).toBe(readExchangeKey(pem).thumbprint);
    expect(checkAttestation(exchangeKeyDer(given), INTEL_ROOT).verdict).toBe("attested");
  });

  it("uploads: a blob with the wrapped key of 2025 goes out as that recording's did", async () => {
    const { hsm, sent } = await playing(
      [202, { status: "InProgress", status_details: "The Security Domain is being restored." }],
      [200, { status: "Success", status_details: "The resource is active." }],
    );
    const blob = JSON.stringify({
      EncData: { data: [], kdf: "sp108_kdf" },
      WrappedKey: JSON.parse(read("wrapped-key-2025.json").toString("utf8")) as unknown,
    });
    expect(await hsm.upload(blob)).toEqual({
      state: "running",
      details: "The Security Domain is being restored.",
    });
    expect(sent()).toEqual([
      { asked: "POST /securitydomain/upload?api-version=7.5", body: { value: blob } },
    ]);
    expect((await hsm.uploadStatus()).state).toBe("succeeded");
  });
});

describe("what was recorded", () => {
  it.each([
    ["2020", { code: null, message: null, innererror: null }],
    ["2023", null],
  ])("backs up and restores as in %s: an empty error is none", async (_, error) => {
    const begun = {
      status: "InProgress",
      statusDetails: null,
      error,
      startTime: 1700601424,
      endTime: null,
      jobId: JOB,
    };
    const done = { ...begun, status: "Succeeded", endTime: 1700601432 };
    const named = `${CONTAINER}/mhsm-contoso-2023112206465081`;
    const { hsm, sent } = await playing(
      [202, { ...begun, azureStorageBlobContainerUri: null }],
      [200, { ...begun, azureStorageBlobContainerUri: null }],
      [200, { ...done, azureStorageBlobContainerUri: named }],
      [202, begun],
      [200, begun],
      [200, done],
    );
    expect(await hsm.startBackup(CONTAINER)).toBe(JOB);
    expect(await hsm.backupStatus(JOB)).toEqual({ state: "running", details: "" });
    expect(await hsm.backupStatus(JOB)).toMatchObject({
      state: "succeeded",
      folder: "mhsm-contoso-2023112206465081",
    });
    expect(await hsm.startRestore(CONTAINER, "mhsm-contoso-2023112206465081")).toBe(JOB);
    expect((await hsm.restoreStatus(JOB)).state).toBe("running");
    expect((await hsm.restoreStatus(JOB)).state).toBe("succeeded");
    expect(sent().flatMap(({ body }) => (body === null ? [] : [body]))).toEqual([
      { storageResourceUri: CONTAINER, useManagedIdentity: true },
      {
        sasTokenParameters: { storageResourceUri: CONTAINER, useManagedIdentity: true },
        folderToRestore: "mhsm-contoso-2023112206465081",
      },
    ]);
  });

  it("reads an HSM that is made and not activated, though it says that it is ready", async () => {
    const { hsm } = await playing([
      200,
      {
        properties: {
          provisioningState: "Succeeded",
          statusMessage: "The Managed HSM is provisioned and ready to use.",
          securityDomainProperties: {
            activationStatus: "NotActivated",
            activationStatusMessage:
              "Your HSM has been provisioned, but cannot be used for "
              + "cryptographic operations until it is activated. To activate the HSM, download the "
              + "security domain.",
          },
          enableSoftDelete: true,
          softDeleteRetentionInDays: 7,
          publicNetworkAccess: "Enabled",
        },
      },
    ]);
    expect(await hsm.facts()).toMatchObject({ activation: "NotActivated", softDelete: true });
  });
});
