// What Azure Resource Manager's view of an HSM is read as: only what it really says.
// And: it is asked by our sender, so that no promise of the transport is lost.
import type { ServerResponse } from "node:http";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { codeOf } from "../../../crypto/code-of.fixture.ts";
import { type Json } from "../../../crypto/index.ts";
import { armReader, factsOf, type ArmOptions } from "./arm.ts";
import { serverIdentity, type ServerIdentity } from "./certificates.fixture.ts";
import {
  json,
  RESOURCE,
  scriptedServer,
  TOKEN,
  type ScriptedServer,
} from "./scripted-server.fixture.ts";

const CLOCKS = { ours: 1000, azures: 1000 };
const connection = (status: string): Json => ({
  properties: { privateLinkServiceConnectionState: { status } },
});
const recorded = {
  provisioningState: "Succeeded",
  statusMessage: "The Managed HSM is provisioned and ready to use.",
  securityDomainProperties: { activationStatus: "NotActivated" },
  enableSoftDelete: true,
  softDeleteRetentionInDays: 7,
  enablePurgeProtection: false,
  initialAdminObjectIds: ["AAAAAAAA-2222-3333-4444-555555555555"],
  publicNetworkAccess: "Disabled",
  regions: [{ name: "centralindia" }],
  privateEndpointConnections: [connection("Approved"), connection("Pending")],
};

describe("factsOf", () => {
  it("reads every member", () => {
    expect(factsOf({ properties: recorded }, CLOCKS)).toEqual({
      activation: "NotActivated",
      activationSaid: "NotActivated",
      provisioning: "Succeeded",
      softDelete: true,
      retentionDays: 7,
      purgeProtection: false,
      administrators: ["aaaaaaaa-2222-3333-4444-555555555555"],
      publicAccess: "Disabled",
      endpoints: 2,
      approvedEndpoints: 1,
      regions: ["centralindia"],
      clocks: CLOCKS,
    });
  });

  it.each([
    ["enableSoftDelete", "true", "softDelete"],
    ["enablePurgeProtection", 1, "purgeProtection"],
    ["publicNetworkAccess", null, "publicAccess"],
    ["provisioningState", {}, "provisioning"],
    ["softDeleteRetentionInDays", "90", "retentionDays"],
  ] as const)("takes %s of another form as not said", (member, value, fact) => {
    expect(factsOf({ properties: { ...recorded, [member]: value } }, CLOCKS)[fact]).toBeNull();
  });

  it("passes over items of another form, and takes a list that is not said as empty", () => {
    const odd = { privateEndpointConnections: null, initialAdminObjectIds: [7], regions: ["x"] };
    expect(factsOf({ properties: { ...recorded, ...odd } }, CLOCKS)).toMatchObject({
      endpoints: 0,
      administrators: [],
      regions: [],
    });
  });

  it.each([
    ["nothing of an HSM", {}],
    ["a list", []],
    ["nothing", null],
    ["properties that are a text", { properties: "x" }],
    ["administrators that are no list", { properties: { initialAdminObjectIds: {} } }],
    ["regions that are no list", { properties: { regions: "everywhere" } }],
    ["a region that is nothing", { properties: { regions: [null] } }],
    ["connections that are no list", { properties: { privateEndpointConnections: {} } }],
    ["a connection that is nothing", { properties: { privateEndpointConnections: [null] } }],
  ] as const)("takes %s as no answer", (_, answer) => {
    expect(() => factsOf(answer, CLOCKS)).toThrow(expect.objectContaining({ code: "E-HSM-BODY" }));
  });
});

describe("armReader", () => {
  let identity: ServerIdentity;
  let server: ScriptedServer;
  beforeAll(() => {
    identity = serverIdentity();
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await server.close();
  });

  type Play = (response: ServerResponse) => void;
  const serving = async (play: Play): Promise<ScriptedServer> =>
    (server = await scriptedServer(identity, play, play));
  const options = (place: string): ArmOptions => ({
    armUrl: `https://${place}${RESOURCE}`,
    caPem: identity.caPem,
    answerSeconds: 5,
    allowHosts: [`localhost:${server.port}`],
    body: { bytes: 10_000, seconds: 5 },
    credential: {
      getToken: async () => ({ token: TOKEN, expiresOnTimestamp: Date.now() + 3_600_000 }),
    },
  });
  const asked = (place = `localhost:${server.port}`) => armReader(options(place))();

  it("asks once, with the token, in the recorded version, and dates the answer", async () => {
    await serving((response) =>
      json(response, 200, {
        properties: { ...recorded, privateEndpointConnections: [connection("Approved"), {}] },
      }),
    );
    const facts = await asked();
    expect(facts).toMatchObject({ activation: "NotActivated", endpoints: 2, approvedEndpoints: 1 });
    expect(Math.abs(facts.clocks.ours - facts.clocks.azures!)).toBeLessThan(60_000);
    expect(
      server.asked.map(({ method, path, authorization }) => [method, path, authorization]),
    ).toEqual([["GET", `${RESOURCE}?api-version=2024-11-01`, `Bearer ${TOKEN}`]]);
  });

  it.each([
    [301, "E-HSM-REDIRECT"],
    [307, "E-HSM-REDIRECT"],
    [403, "E-HSM-AUTH"],
    [404, "E-HSM-STATUS"],
    [408, "E-HSM-STATUS"],
    [429, "E-HSM-BUSY"],
    [500, "E-HSM-SERVER"],
    [503, "E-HSM-SERVER"],
  ])("takes %i as %s, follows nothing and asks nothing again", async (status, code) => {
    await serving((response) =>
      response.writeHead(status, { Location: `https://localhost:${server.port}/other` }).end(),
    );
    expect(await codeOf(() => asked())).toBe(code);
    expect(server.asked).toHaveLength(1);
  });

  it.each([
    "evil.example",
    "localhost",
    "localhost:1",
    "localhost.:443",
    "LOCALHOST.evil.example",
    "127.0.0.1",
    "user@localhost",
    "localhost%2eevil.example",
    "management.azure.com.evil.example",
    "management-azure.com",
    "xn--mnagement-azure-com",
    "management.azure.com:444",
    "management.azure.com@evil.example",
    "management.azure.co",
    "[::1]",
  ])("is not sent to %s, which only looks like the place", async (place) => {
    await serving((response) => json(response, 200, { properties: recorded }));
    expect(await codeOf(() => asked(place))).toBe("E-HSM-HOST");
    expect(server.asked).toEqual([]);
  });

  it("names no HSM: E-HSM-HOST", async () => {
    await serving((response) => json(response, 200, { properties: recorded }));
    const armUrl = `https://localhost:${server.port}/subscriptions/s/resourceGroups/g`;
    expect(await codeOf(async () => armReader({ ...options("x"), armUrl })())).toBe("E-HSM-HOST");
  });

  it("takes no proxy and no log level from the environment", async () => {
    await serving((response) => json(response, 200, { properties: recorded }));
    for (const name of ["HTTPS_PROXY", "https_proxy", "ALL_PROXY"])
      vi.stubEnv(name, "http://127.0.0.1:1");
    vi.stubEnv("AZURE_LOG_LEVEL", "verbose");
    const written: unknown[] = [];
    const spies = [vi.spyOn(process.stderr, "write"), vi.spyOn(process.stdout, "write")];
    for (const spy of spies) spy.mockImplementation((text) => written.push(text) > 0);
    await asked().finally(() => spies.forEach((spy) => spy.mockRestore()));
    expect(JSON.stringify(written)).not.toContain(TOKEN);
  });

  it.each([201, 202, 204])("takes %i as no answer", async (status) => {
    await serving((response) => json(response, status, { properties: recorded }));
    expect(await codeOf(() => asked())).toBe("E-HSM-BODY");
  });

  it.each([
    ["HTML", "<html>"],
    ["a list", "[]"],
    ["nothing of an HSM", "{}"],
    ["twice the same member", '{"properties":{},"properties":{}}'],
    ["a list that is none", '{"properties":{"regions":"everywhere"}}'],
    ["too much", JSON.stringify("x".repeat(20_000))],
  ])("takes %s as no answer", async (_, text) => {
    await serving((response) =>
      response.writeHead(200, { "Content-Type": "application/json" }).end(text),
    );
    expect(["E-HSM-BODY", "E-HSM-SIZE"]).toContain(await codeOf(() => asked()));
  });
});
