// Activation over real TLS: what is asked, what is given, and what is refused.
import { existsSync, mkdirSync, readFileSync, rmdirSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readSecurityDomain, utf8 } from "../../crypto/index.ts";
import { openWithSecret, proveQuorum } from "../../crypto/secret-half.ts";
import {
  letAdministratorRead,
  startHsm,
  temporaryFolder,
  textOf,
  type Client,
} from "./hsm.fixture.ts";
import {
  activate,
  downloadBody,
  jwkOf,
  makeOfficers,
  sharesOf,
  smallCertificate,
} from "./officers.fixture.ts";

const officers = makeOfficers(4);
const three = officers.slice(0, 3);
const NOW = new Date(0);
const DOWNLOAD = "/securitydomain/download?api-version=7.5";
const PENDING = "/securitydomain/download/pending?api-version=7.5";
const ARM = "/subscriptions/0/resourceGroups/g/providers/Microsoft.KeyVault/managedHSMs";
const armOf = async ({ ask }: Client, name = "Contoso-REHEARSAL-HSM") =>
  await ask("GET", `${ARM}/${name}?api-version=2024-11-01`);
const activationOf = async (hsm: Client) => JSON.stringify((await armOf(hsm)).body["properties"]);

describe("activation", () => {
  it("gives the domain once, confirms it, and is active when that has ended", async () => {
    const hsm = await startHsm();
    expect(await activationOf(hsm)).toContain('"activationStatus":"NotActivated"');
    expect((await hsm.ask("GET", PENDING)).status).toBe(404);
    const answer = await hsm.ask("POST", DOWNLOAD, downloadBody(three));
    expect(answer.status).toBe(202);
    expect(Object.keys(answer.body)).toEqual(["value"]);
    expect(answer.headers["azure-asyncoperation"]).toBe(hsm.address.url + PENDING);
    const running = await hsm.ask("GET", PENDING);
    expect(running.body).toEqual({
      status: "InProgress",
      status_details: "The Security Domain is being confirmed.",
    });
    expect(running.headers["azure-asyncoperation"]).toBe(hsm.address.url + PENDING);
    expect(await activationOf(hsm)).toContain('"activationStatus":"NotActivated"');
    expect((await hsm.ask("GET", "/keys?api-version=7.5")).status).toBe(403);
    expect(await hsm.wait(PENDING)).toEqual({
      status: "Success",
      status_details: "The resource is active.",
    });
    expect(await activationOf(hsm)).toContain('"activationStatus":"Active"');
    expect((await hsm.ask("GET", PENDING)).body["status"]).toBe("Success");
  });

  it("makes a domain of a real one's form and sizes, which every quorum opens", async () => {
    const file = await activate(await startHsm(), three);
    const domain = readSecurityDomain(utf8(file));
    expect(domain.entries.map(({ tag, jwe }) => [tag, jwe.ciphertext.length])).toEqual([
      ["hsm_backup", 8192],
      ["base_enclave_backup", 880],
      ["partition_enclave_backup", 2960],
    ]);
    expect(domain.shares.map(({ jwe }) => jwe.ciphertext.length)).toEqual([80, 80, 80]);
    const kids = domain.shares.map(({ jwe }) => jwe.kid);
    expect(new Set(kids).size).toBe(3);
    for (const kid of kids) expect(kid).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(Object.keys(JSON.parse(file) as object)).toEqual(["EncData", "SharedKeys", "version"]);
    expect(proveQuorum(domain, sharesOf(file, three), NOW).subsets).toEqual([
      [1, 2],
      [1, 3],
      [2, 3],
    ]);
  });

  it("refuses a second download while the first is being confirmed", async () => {
    const hsm = await startHsm();
    await hsm.ask("POST", DOWNLOAD, downloadBody(three));
    const again = await hsm.ask("POST", DOWNLOAD, downloadBody(three));
    expect(again.status).toBe(409);
    expect(again.body["error"]).toMatchObject({ code: "Conflict", innererror: null });
    expect((await hsm.ask("GET", "/securitydomain/upload")).status).toBe(409);
  });

  it("wraps the same domain for other officers once it is active", async () => {
    const hsm = await startHsm();
    const first = await activate(hsm, three);
    await letAdministratorRead(hsm);
    const keys = (await hsm.ask("GET", "/keys")).text;
    const answer = await hsm.ask("POST", DOWNLOAD, downloadBody(officers, 3));
    expect(answer.status).toBe(202);
    expect(await activationOf(hsm)).toContain('"activationStatus":"Active"');
    expect((await hsm.wait(PENDING))["status"]).toBe("Success");
    const second = textOf(answer.body["value"]);
    const [before, after] = [first, second].map((file) => readSecurityDomain(utf8(file)));
    expect(after!.required).toBe(3);
    expect(after!.entries).toEqual(before!.entries);
    expect(proveQuorum(after!, sharesOf(second, officers), NOW).subsets).toHaveLength(4);
    expect(proveQuorum(before!, sharesOf(first, three), NOW).entries).toBe(3);
    expect(() => openWithSecret(after!.entries, new Uint8Array(32))).toThrow();
    expect((await hsm.ask("GET", "/keys")).text).toBe(keys);
  });
});

describe("a download is refused", () => {
  const [one, two, other] = three.map(jwkOf);
  const small = jwkOf({ certificate: smallCertificate() });
  const of = (certificates: readonly unknown[], required: unknown = 2) => ({
    certificates,
    required,
  });
  const third = (changed: object) => of([one, two, { ...other, ...changed }]);
  const cases: readonly (readonly [string, unknown])[] = [
    ["without a body", ""],
    ["with a body that is no object", "[]"],
    ["with a member twice", '{"required":2,"required":2,"certificates":[]}'],
    ["with two certificates", of([one, two])],
    ["with eleven certificates", of(Array(11).fill(one))],
    ["with a quorum of one", of([one, two, other], 1)],
    ["with a quorum above the number of officers", of([one, two, other], 4)],
    ["with a quorum in words", of([one, two, other], "2")],
    ["with a quorum that is no whole number", of([one, two, other], 2.5)],
    ["with the same officer twice", of([one, two, two])],
    ["with a chain of two", third({ x5c: [...other!.x5c, ...one!.x5c] })],
    ["without a certificate", third({ x5c: [] })],
    ["with a certificate in base64url", third({ x5c: ["_-"] })],
    ["with another key beside the certificate", third({ n: one!.n })],
    ["with another exponent", third({ e: "Aw" })],
    ["with another SHA-1 thumbprint", third({ x5t: one!.x5t })],
    ["with another SHA-256 thumbprint", third({ "x5t#S256": one!["x5t#S256"] })],
    ["without a SHA-256 thumbprint", third({ "x5t#S256": undefined })],
    ["with a key of another kind", third({ kty: "EC" })],
    ["with a key for another algorithm", third({ alg: "RSA1_5" })],
    ["with a key below 2048 bits", of([one, two, small])],
  ];

  it("in every one of these forms, and nothing has changed", async () => {
    const dir = temporaryFolder();
    const hsm = await startHsm({ dir });
    const before = readFileSync(`${dir}/state.json`, "utf8");
    for (const [form, body] of cases) {
      const { status, body: answer } = await hsm.ask("POST", DOWNLOAD, body);
      expect([form, status]).toEqual([form, 400]);
      expect(answer["error"], form).toMatchObject({ code: "BadParameter", innererror: null });
    }
    expect(readFileSync(`${dir}/state.json`, "utf8")).toBe(before);
  });

  it("but taken with a kid, without x5t, without alg, and without a quorum", async () => {
    const hsm = await startHsm();
    const certificates = [
      { ...one, kid: "officer-1" },
      { ...two, x5t: undefined, alg: undefined },
      other,
    ];
    const { status, body } = await hsm.ask("POST", DOWNLOAD, { certificates });
    expect(status).toBe(202);
    expect(readSecurityDomain(utf8(textOf(body["value"]))).required).toBe(2);
  });
});

const vectors = "../../../shared/vectors/azure";
const recorded = new URL(`${vectors}/download-request-2020.json`, import.meta.url);

describe.skipIf(!existsSync(recorded))("the recorded request of 2020 (needs ../shared)", () => {
  it("is taken to the byte, expired certificates and all", async () => {
    const hsm = await startHsm();
    const { status, body } = await hsm.ask("POST", DOWNLOAD, readFileSync(recorded, "utf8"));
    expect(status).toBe(202);
    expect(readSecurityDomain(utf8(textOf(body["value"]))).shares).toHaveLength(3);
  });
});

describe("the folder", () => {
  it("is its owner's alone, as is every file in it", async () => {
    const dir = `${temporaryFolder()}/a/b`;
    const hsm = await startHsm({ dir });
    await activate(hsm, three);
    const mode = (path: string) => (statSync(path).mode & 0o777).toString(8);
    expect(mode(dir)).toBe("700");
    for (const file of ["state.json", "tls.json", "token", "ca.pem"])
      expect([file, mode(`${dir}/${file}`)]).toEqual([file, "600"]);
  });

  it("serves one server at a time, and the next one as soon as the first has ended", async () => {
    const dir = temporaryFolder();
    const first = await startHsm({ dir });
    const waiting = startHsm({ dir });
    await new Promise((later) => setTimeout(later, 300));
    await first.running.close();
    expect((await armOf(await waiting)).status).toBe(200);
  });
});

describe("a disk that takes nothing", () => {
  it("fails the question and changes nothing, and the next one continues from there", async () => {
    const dir = temporaryFolder();
    const hsm = await startHsm({ dir });
    const before = readFileSync(`${dir}/state.json`, "utf8");
    mkdirSync(`${dir}/state.json.new`);
    const failed = await hsm.ask("POST", DOWNLOAD, downloadBody(three));
    expect(failed.status).toBe(500);
    expect(failed.body).toEqual({
      error: { code: "InternalError", message: "The rehearsal HSM failed.", innererror: null },
    });
    expect((await hsm.ask("GET", PENDING)).status).toBe(404);
    expect(readFileSync(`${dir}/state.json`, "utf8")).toBe(before);
    rmdirSync(`${dir}/state.json.new`);
    expect((await hsm.ask("POST", DOWNLOAD, downloadBody(three))).status).toBe(202);
  });
});

describe("the view of ARM", () => {
  it("shows the address with a slash and answers only for its own name", async () => {
    const hsm = await startHsm({ name: "Other-HSM" });
    const { status, body } = await armOf(hsm, "other-hsm");
    expect(status).toBe(200);
    expect(body["properties"]).toMatchObject({
      hsmUri: `${hsm.address.url}/`,
      provisioningState: "Succeeded",
      enablePurgeProtection: true,
      statusMessage: "The Managed HSM is provisioned and ready to use.",
    });
    expect((await armOf(hsm, "Contoso-REHEARSAL-HSM")).status).toBe(404);
  });
});
