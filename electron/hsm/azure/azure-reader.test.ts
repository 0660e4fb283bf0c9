// A deployment read over TLS by the connected station's own sender, from a subscription that answers by
// Azure's names: also when it puts off, refuses, or has nothing.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from "vitest";
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
import { readerMethods } from "./served-reader.ts";

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
  arm.settle();
  reader = readerOf(arm);
});

function readerOf(
  of: RunningArm,
  wait = async (_seconds: number): Promise<void> => undefined,
  signIn = async (): Promise<void> => undefined,
): AzureReader {
  const token = of.people.get("reader")?.token ?? "";
  return azureReader({
    arm: "https://management.azure.com",
    domain: "managedhsm.azure.net",
    hsms: hsmHosts(contoso, "managedhsm.azure.net"),
    credential: {
      getToken: async () => {
        await signIn();
        return { token, expiresOnTimestamp: Date.now() + 3_600_000 };
      },
    },
    caPem: readFileSync(of.caFile, "utf8"),
    via: { host: of.host, port: of.port },
    wait,
  });
}

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
  const waited: number[] = [];
  const patient = readerOf(arm, async (seconds) => void waited.push(seconds));
  arm.troubles.push({ path: /vnet-contoso-southindia$/, times: 1, answer: throttled(1) });
  expect((await patient.read(NETWORK)).answer).not.toBeNull();
  expect(arm.troubles).toEqual([]);
  expect(waited).toEqual([1]);
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

it.each([
  ["never end", (n: number) => n, "x".repeat(3 * 1024 * 1024), 6, "E-HSM-LIST"],
  ["lead back to one that was read", (n: number) => n % 3, "one", 4, "E-HSM-BODY"],
])("stops a list whose pages %s", async (_, next, name, most, why) => {
  const question = { ...NETWORK, path: `${NETWORK.path}/subnets` };
  for (let n = 1; n <= 40; n++) {
    const nextLink = `https://management.azure.com${question.path}?page=${next(n)}`;
    const body = { value: [{ name }], nextLink };
    arm.troubles.push({ path: /\/subnets$/, times: 1, answer: { status: 200, body } });
  }
  expect(await reader.read(question)).toEqual({ answer: null, why });
  expect(40 - arm.troubles.length).toBeLessThanOrEqual(most);
  arm.troubles.length = 0;
});

it("asks a host no more whose last three answers were none, until another reading", async () => {
  const trouble = { path: /vnet-contoso/, times: 1, answer: { status: 200, body: [1] } };
  arm.troubles.push(...Array.from({ length: 10 }, () => trouble));
  reader.begin();
  for (let n = 0; n < 5; n++)
    expect(await reader.read(NETWORK)).toEqual({ answer: null, why: "E-HSM-BODY" });
  expect(arm.troubles).toHaveLength(7);
  arm.troubles.length = 0;
  expect(await reader.read(NETWORK)).toEqual({ answer: null, why: "E-HSM-BODY" });
  reader.begin();
  expect((await reader.read(NETWORK)).answer).not.toBeNull();
});

it("waits ten minutes in all for what Azure puts off, then no more", async () => {
  const waited: number[] = [];
  const patient = readerOf(arm, async (seconds) => void waited.push(seconds));
  arm.troubles.push({ path: /vnet-contoso/, answer: throttled(60) });
  for (let n = 0; n < 6; n++)
    expect(await patient.read(NETWORK)).toEqual({ answer: null, why: "E-HSM-BUSY" });
  arm.troubles.length = 0;
  expect(waited).toEqual(Array.from({ length: 10 }, () => 60));
});

it("reads no longer than half an hour", async () => {
  const clock = vi.spyOn(performance, "now");
  const slow = readerOf(arm);
  clock.mockReturnValue(performance.now() + 31 * 60_000);
  expect(await slow.read(NETWORK)).toEqual({ answer: null, why: "E-HSM-READING" });
  clock.mockRestore();
  expect((await slow.read(NETWORK)).answer).not.toBeNull();
});

it("tells its starter of each wait, and of its end", async () => {
  const methods = readerMethods();
  const { host, port } = arm;
  const ca = readFileSync(arm.caFile, "utf8");
  const token = arm.people.get("reader")?.token ?? "";
  await methods.connect({ of: { subscription: { host, port, ca, token } }, hsms: [] });
  arm.troubles.push({ path: /vnet-contoso-southindia$/, times: 1, answer: throttled(1) });
  const reading = methods.read(NETWORK);
  expect(await methods.waitNews(0)).toEqual({ revision: 1, seconds: 1 });
  expect(await methods.waitNews(1)).toEqual({ revision: 2, seconds: null });
  expect((await reading).answer).not.toBeNull();
});

it("leaves out of that half hour what a person needs to sign in", async () => {
  let minutes = 0;
  const began = performance.now();
  const clock = vi.spyOn(performance, "now").mockImplementation(() => began + minutes * 60_000);
  onTestFinished(() => clock.mockRestore());
  const signIn = async (): Promise<void> => void (minutes += 31);
  const reads = readerOf(arm, undefined, signIn);
  for (let n = 0; n < 2; n++) expect((await reads.read(NETWORK)).answer).not.toBeNull();
  expect(minutes).toBeGreaterThanOrEqual(31);
  minutes += 31;
  expect(await reads.read(NETWORK)).toEqual({ answer: null, why: "E-HSM-READING" });
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
