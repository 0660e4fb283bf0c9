// A deployment read over TLS by the connected station's own sender, from a subscription that answers by
// Azure's names: also when it puts off, refuses, or has nothing.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { random } from "../../../crypto/index.ts";
import { hsmHosts } from "../../deployment/deployment.ts";
import { contoso } from "../../rehearsal-arm/contoso.fixture.ts";
import {
  startRehearsalArm,
  throttled,
  type RunningArm,
} from "../../rehearsal-arm/rehearsal-arm.ts";
import { refuse } from "../../rehearsal-hsm/hsm-within.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { azureReader, type AzureQuestion, type AzureReader } from "./azure-reader.ts";

const GROUP = `/subscriptions/${contoso.subscription}/resourceGroups/Contoso-Prod-RG`;
const NETWORK: AzureQuestion = {
  of: "resource-manager",
  path: `${GROUP}/providers/Microsoft.Network/virtualNetworks/vnet-contoso-southindia`,
  version: "2024-05-01",
};

let arm: RunningArm;
let reader: AzureReader;
const dir = mkdtempSync(join(tmpdir(), "sd-arm-"));

beforeAll(async () => {
  arm = await startRehearsalArm({ dir, plan: contoso, clock: () => new Date(), random });
  const token = arm.people.get("reader")?.token ?? "";
  reader = azureReader({
    arm: "https://management.azure.com",
    domain: "managedhsm.azure.net",
    hsms: hsmHosts(contoso, "managedhsm.azure.net"),
    credential: {
      getToken: () => Promise.resolve({ token, expiresOnTimestamp: Date.now() + 3_600_000 }),
    },
    caPem: readFileSync(arm.caFile, "utf8"),
    via: { host: arm.host, port: arm.port },
  });
});

afterAll(async () => {
  await arm.close();
  rmSync(dir, { recursive: true, force: true });
});

it("reads a resource, and a list", async () => {
  const one = await reader.read(NETWORK);
  expect(one.answer).toMatchObject({ name: "vnet-contoso-southindia", location: "southindia" });
  const list = await reader.read({ ...NETWORK, path: `${NETWORK.path}/subnets` });
  expect(list.answer).toMatchObject({ value: [{}, {}, {}, {}] });
});

it("asks again what is put off, after the time that Azure says", async () => {
  arm.troubles.push({ path: /vnet-contoso-southindia$/, times: 1, answer: throttled(1) });
  expect((await reader.read(NETWORK)).answer).not.toBeNull();
  expect(arm.troubles).toEqual([]);
});

it.each([
  ["a missing resource", refuse(404, "ResourceNotFound", "gone"), "E-HSM-NONE"],
  ["no content", { status: 204 }, "E-HSM-NONE"],
  ["a refusal", refuse(403, "AuthorizationFailed", "no"), "E-HSM-AUTH"],
  ["an answer of another shape", { status: 200, body: [1] }, "E-HSM-BODY"],
  [
    "a redirect",
    { status: 302, headers: { location: "https://example.invalid/" } },
    "E-HSM-REDIRECT",
  ],
])("says why it read nothing: %s", async (_, answer, why) => {
  arm.troubles.push({ path: /vnet-contoso-southindia$/, times: 1, answer });
  expect(await reader.read(NETWORK)).toEqual({ answer: null, why });
});

it("follows a list's next page, to the same host alone", async () => {
  const page = (nextLink: string) => ({
    path: /\/subnets$/,
    times: 1,
    answer: { status: 200, body: { value: [{ name: "one" }], nextLink } },
  });
  const question = { ...NETWORK, path: `${NETWORK.path}/subnets` };
  arm.troubles.push(page(`https://management.azure.com${question.path}?api-version=2024-05-01`));
  expect((await reader.read(question)).answer).toMatchObject({ value: [{}, {}, {}, {}, {}] });
  arm.troubles.push(page("https://example.invalid/next"));
  expect(await reader.read(question)).toEqual({ answer: null, why: "E-HSM-HOST" });
});

it("asks no host that the plan does not name", async () => {
  const other: AzureQuestion = { of: "hsm", hsm: "another-hsm", path: "keys", version: "7.5" };
  expect(await reader.read(other)).toEqual({ answer: null, why: "E-HSM-HOST" });
});

it("tells where a name leads to, and how a read ends", async () => {
  const host = "contoso-prod-hsm.managedhsm.azure.net";
  const at = new Date("2026-11-27T09:00:00Z");
  expect(await reader.reach(host, "contoso-bastion-southindia", at)).toMatchObject({
    reach: host,
    from: "contoso-bastion-southindia",
    at: "2026-11-27T09:00:00.000Z",
    // There is no HSM of this name yet.
    status: 0,
    servingRegion: "",
  });
});
