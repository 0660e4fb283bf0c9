// Who may do what in a rehearsal HSM: roles are enforced as a real one enforces them.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Json } from "../../crypto/index.ts";
import {
  READERS,
  startHsm,
  temporaryFolder,
  textOf,
  type Answered,
  type TimedClient,
} from "./hsm.fixture.ts";
import { activate, makeOfficers, type Officer } from "./officers.fixture.ts";
import { ADMINISTRATOR, AUDITOR } from "./sign-in.ts";

const ROLES = "Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions/";
const ASSIGNMENTS = "/providers/Microsoft.Authorization/roleAssignments";
const NAME = "b36b00af-89c6-435f-a43d-9a3087015c27";
const STORAGE = { storageResourceUri: "https://a.example/backups", useManagedIdentity: true };
let officers: readonly Officer[];

beforeAll(() => {
  officers = makeOfficers(3);
});

const tokenOf = ({ address }: TimedClient): string =>
  readFileSync(address.auditorTokenFile, "utf8");
/** Asked by the second person. */
const asAuditor = (hsm: TimedClient) => (method: string, path: string, body?: unknown) =>
  hsm.ask(method, path, body, tokenOf(hsm));

async function active(): Promise<TimedClient> {
  const hsm = await startHsm();
  await activate(hsm, officers);
  return hsm;
}

function assign(
  { ask }: TimedClient,
  role: string,
  scope = "/keys",
  name = NAME,
  principalId: Json = AUDITOR,
): Promise<Answered> {
  return ask("PUT", `${scope === "/" ? "" : scope}${ASSIGNMENTS}/${name}?api-version=7.5`, {
    properties: { roleDefinitionId: ROLES + role, principalId },
  });
}

const codeOf = ({ status, body }: Answered): string =>
  `${status} ${(body["error"] as { code?: string } | undefined)?.code ?? ""}`;

describe("roles", () => {
  it("keep an administrator from keys, in the words of a real one", async () => {
    const hsm = await active();
    for (const path of ["/keys", "/keys/Contoso-DISK-CMK/versions", "/keys/Contoso-DISK-CMK"]) {
      const { status, body, headers } = await hsm.ask("GET", `${path}?api-version=7.5`);
      const scope = path.replace("/versions", "");
      expect([status, body["error"]]).toEqual([
        403,
        {
          code: "AccessDenied",
          innererror: null,
          message: `Not authorized to access Microsoft.KeyVault/managedHsm/keys/read/action on ${
            scope
          } (Activity ID: ${String(headers["x-ms-request-id"])})`,
        },
      ]);
    }
  });

  it.each(Object.entries(READERS))("let a Crypto %s read keys, and nothing more", async (_, id) => {
    const hsm = await active();
    const ask = asAuditor(hsm);
    expect(codeOf(await ask("GET", "/keys"))).toBe("403 AccessDenied");
    expect((await assign(hsm, id)).status).toBe(201);
    expect((await ask("GET", "/keys")).status).toBe(200);
    expect((await ask("GET", "/keys/Contoso-DISK-CMK")).status).toBe(200);
    for (const [method, path] of [
      ["POST", "/securitydomain/download"],
      ["GET", "/securitydomain/upload"],
      ["POST", "/backup"],
      ["PUT", "/restore"],
      ["GET", "/settings"],
      ["PUT", `${ASSIGNMENTS}/${NAME}`],
      ["DELETE", `/keys${ASSIGNMENTS}/${NAME}`],
    ] as const) {
      expect([path, codeOf(await ask(method, path, {}))]).toEqual([path, "403 AccessDenied"]);
    }
    expect((await hsm.ask("DELETE", `/keys${ASSIGNMENTS}/${NAME}`)).status).toBe(200);
    expect(codeOf(await ask("GET", "/keys"))).toBe("403 AccessDenied");
  });

  it("of one key reach no other, and not the list", async () => {
    const hsm = await active();
    await assign(hsm, READERS.auditor, "/keys/Contoso-DISK-CMK");
    const ask = asAuditor(hsm);
    expect((await ask("GET", "/keys/Contoso-DISK-CMK")).status).toBe(200);
    expect((await ask("GET", "/keys/Contoso-SQLMI-CMK")).status).toBe(403);
    expect((await ask("GET", "/keys")).status).toBe(403);
  });

  it("say nothing before the activation: then there are only first administrators", async () => {
    const hsm = await startHsm();
    expect(codeOf(await hsm.ask("GET", ASSIGNMENTS))).toBe("403 Forbidden");
    expect(codeOf(await asAuditor(hsm)("GET", "/securitydomain/upload"))).toBe("403 AccessDenied");
  });
});

describe("role definitions", () => {
  it("are the nine of a real HSM; the administrator's have no action on keys", async () => {
    const hsm = await active();
    const { body } = await hsm.ask("GET", "///providers/Microsoft.Authorization/roleDefinitions");
    const all = body["value"] as {
      id: string;
      name: string;
      properties: { roleName: string; permissions: { dataActions: string[] }[] };
    }[];
    expect(all.map(({ properties }) => properties.roleName.replace("Managed HSM ", ""))).toEqual([
      "Backup User",
      "Restore User",
      "Crypto Service Encryption User",
      "Crypto Service Release User",
      "Crypto Auditor",
      "Policy Administrator",
      "Crypto User",
      "Crypto Officer",
      "Administrator",
    ]);
    expect(all.map(({ id }) => id)).toEqual(all.map(({ name }) => ROLES + name));
    const actions = all.at(-1)!.properties.permissions[0]!.dataActions;
    expect(actions.filter((one) => one.includes("/keys/"))).toEqual([]);
    const one = await hsm.ask(
      "GET",
      `/keys/providers/Microsoft.Authorization/roleDefinitions/${all[4]!.name}`,
    );
    expect(one.body).toEqual(all[4]);
    const none = await hsm.ask("GET", `/providers/Microsoft.Authorization/roleDefinitions/${NAME}`);
    expect(codeOf(none)).toBe("404 RoleDefinitionNotFound");
  });
});

describe("role assignments", () => {
  it("are given, read, listed and taken away as recorded", async () => {
    const hsm = await active();
    const given = await assign(hsm, READERS.auditor, "/");
    expect([given.status, given.body]).toEqual([
      201,
      {
        id: `${ASSIGNMENTS}/${NAME}`,
        name: NAME,
        properties: { principalId: AUDITOR, roleDefinitionId: ROLES + READERS.auditor, scope: "/" },
        type: "Microsoft.Authorization/roleAssignments",
      },
    ]);
    const one = `//${ASSIGNMENTS}/${NAME}?api-version=7.4`;
    expect((await hsm.ask("GET", one)).body).toEqual(given.body);
    const listed = (await hsm.ask("GET", ASSIGNMENTS)).body["value"] as Json[];
    expect(listed).toContainEqual(given.body);
    expect(listed).toHaveLength(2);
    expect((await hsm.ask("GET", `/keys${ASSIGNMENTS}`)).body).toEqual({ value: [] });
    expect(await hsm.ask("DELETE", one)).toMatchObject({ status: 200, body: given.body });
    for (const method of ["GET", "DELETE"]) {
      const { status, body, headers } = await hsm.ask(method, one);
      expect([status, body["error"]]).toEqual([
        404,
        {
          code: "RoleAssignmentNotFound",
          innererror: null,
          message: `Requested role assignment not found (Activity ID: ${String(
            headers["x-ms-request-id"],
          )})`,
        },
      ]);
    }
  });

  it("are not given twice, by name or by content, and not without a known role", async () => {
    const hsm = await active();
    const other = NAME.replace("b36b", "c47c");
    expect((await assign(hsm, READERS.user)).status).toBe(201);
    expect(codeOf(await assign(hsm, READERS.auditor))).toBe("409 RoleAssignmentExists");
    expect(codeOf(await assign(hsm, READERS.user, "/keys", other))).toBe(
      "400 MatchingRoleAssignmentExists",
    );
    expect(codeOf(await assign(hsm, NAME, "/keys", other))).toBe("404 RoleDefinitionNotFound");
    for (const principal of ["somebody", 1, null])
      expect(codeOf(await assign(hsm, READERS.auditor, "/keys", other, principal))).toBe(
        "400 BadParameter",
      );
    expect((await assign(hsm, READERS.user, "/", other)).status).toBe(201);
  });

  it("come back with a restore, and the HSM's own administrator stays one", async () => {
    const [store, dir] = [temporaryFolder(), temporaryFolder()];
    const hsm = await startHsm({ store, dir });
    await activate(hsm, officers);
    await assign(hsm, READERS.user);
    const begun = (await hsm.ask("POST", "/backup", STORAGE)).body;
    const made = await hsm.wait(`/backup/${textOf(begun["jobId"])}/pending`);
    const before = (await hsm.ask("GET", ASSIGNMENTS)).body;
    await hsm.ask("DELETE", `/keys${ASSIGNMENTS}/${NAME}`);
    const folderToRestore = textOf(made["azureStorageBlobContainerUri"]).split("/").at(-1);
    const { body } = await hsm.ask("PUT", "/restore", {
      sasTokenParameters: STORAGE,
      folderToRestore,
    });
    await hsm.wait(`/restore/${textOf(body["jobId"])}/pending`);
    expect((await hsm.ask("GET", ASSIGNMENTS)).body).toEqual(before);
  });

  it("are made for an HSM of a version that had none", async () => {
    const dir = temporaryFolder();
    const first = await startHsm({ dir });
    await activate(first, officers);
    await first.running.close();
    const file = join(dir, "state.json");
    const state = JSON.parse(readFileSync(file, "utf8")) as Record<string, unknown>;
    const old = {
      ...state,
      version: 1,
      administrator: NAME,
      assignments: undefined,
      settings: undefined,
    };
    writeFileSync(file, JSON.stringify(old));
    const again = await startHsm({ dir });
    expect((await again.ask("GET", ASSIGNMENTS)).body["value"]).toMatchObject([
      { name: NAME, properties: { principalId: ADMINISTRATOR, scope: "/" } },
    ]);
  });
});

describe("settings", () => {
  it("are read and changed, as texts, by an administrator", async () => {
    const hsm = await active();
    const name = "AllowKeyManagementOperationsThroughARM";
    const off = { name, type: "boolean", value: "false" };
    expect((await hsm.ask("GET", "/settings")).body).toEqual({ settings: [off] });
    for (const value of [true, "yes", null])
      expect(codeOf(await hsm.ask("PATCH", `/settings/${name}`, { value }))).toBe(
        "400 BadParameter",
      );
    const changed = await hsm.ask("PATCH", `/settings/${name}`, { value: "true" });
    expect([changed.status, changed.body]).toEqual([200, { ...off, value: "true" }]);
    expect((await hsm.ask("GET", `/settings/${name}`)).body).toEqual(changed.body);
    expect(codeOf(await hsm.ask("GET", "/settings/other"))).toBe("404 NotFound");
  });
});

describe("a check before a backup or a restore", () => {
  it("tells whether it would be done, and changes nothing", async () => {
    const hsm = await active();
    const ended = async (method: string, path: string, body: unknown) => {
      const begun = await hsm.ask(method, `/${path}`, body);
      expect(begun.status).toBe(202);
      return hsm.wait(`/${path.replace("pre", "")}/${textOf(begun.body["jobId"])}/pending`);
    };
    expect(await ended("POST", "prebackup", STORAGE)).toMatchObject({
      status: "Succeeded",
      azureStorageBlobContainerUri: STORAGE.storageResourceUri,
    });
    const restore = (folderToRestore: string) => ({ sasTokenParameters: STORAGE, folderToRestore });
    // The check of a backup is none.
    expect(await ended("PUT", "prerestore", restore("mhsm-A-HSM-2023112206465081"))).toMatchObject({
      status: "Failed",
      error: { code: "BackupRequired" },
    });
    const made = await ended("POST", "backup", STORAGE);
    expect(await ended("PUT", "prerestore", restore("mhsm-A-HSM-2023112206465081"))).toMatchObject({
      status: "Failed",
      error: { code: "NotFound" },
    });
    const folder = textOf(made["azureStorageBlobContainerUri"]).split("/").at(-1)!;
    await assign(hsm, READERS.auditor);
    expect((await ended("PUT", "prerestore", restore(folder)))["status"]).toBe("Succeeded");
    expect((await hsm.ask("GET", `/keys${ASSIGNMENTS}/${NAME}`)).status).toBe(200);
  });
});
