// Roles and who has them: what was recorded of real HSMs is fed as it is, and our requests are
// compared with those that were recorded (azure-sdk-for-js, azure-cli).
import { describe, expect, it } from "vitest";
import { codeOf } from "../../../crypto/code-of.fixture.ts";
import type { Hsm, RoleAssignment } from "../hsm.ts";
import { json, oneServer } from "./scripted-server.fixture.ts";
import { principalIn } from "./claims.ts";

const AUTHORIZATION = "providers/Microsoft.Authorization";
const DEFINITIONS = `Microsoft.KeyVault/${AUTHORIZATION}/roleDefinitions/`;
const AUDITOR = "2c18b078-7c48-4d3a-af88-5a3a1b3f82b3";
const NAME = "b36b00af-89c6-435f-a43d-9a3087015c27";
const PRINCIPAL = "01ea9a65-813e-4238-8204-bf7328d63fc6";
const PATH = `/${AUTHORIZATION}/roleAssignments/${NAME}?api-version=7.5`;
const assigned = {
  id: `/${AUTHORIZATION}/roleAssignments/${NAME}`,
  name: NAME,
  properties: { principalId: PRINCIPAL, roleDefinitionId: DEFINITIONS + AUDITOR, scope: "/" },
  type: "Microsoft.Authorization/roleAssignments",
};
const plain: RoleAssignment = { name: NAME, role: AUDITOR, principal: PRINCIPAL, scope: "/" };
const defined = {
  id: DEFINITIONS + AUDITOR,
  name: AUDITOR,
  properties: {
    assignableScopes: ["/"],
    description: "",
    permissions: [
      {
        actions: [],
        notActions: [],
        notDataActions: [],
        dataActions: [
          "Microsoft.KeyVault/managedHsm/keys/read/action",
          "Microsoft.KeyVault/managedHsm/keys/deletedKeys/read/action",
        ],
      },
    ],
    roleName: "Managed HSM Crypto Auditor",
    type: "AKVBuiltInRole",
  },
  type: "Microsoft.Authorization/roleDefinitions",
};
const missing = {
  error: {
    code: "RoleAssignmentNotFound",
    message:
      "Requested role assignment not found "
      + "(Activity ID: 6501491a-aeb7-11ec-a21d-0022487870d4)",
  },
};

const serving = oneServer();

type Answers = readonly (readonly [status: number, body: unknown])[];

/** Gives these answers one after the other; `sent` has the requests. */
async function playing(...answers: Answers): Promise<{ hsm: Hsm; sent: () => readonly string[] }> {
  const left = [...answers];
  const played = await serving((response) => {
    const [status, body] = left.shift() ?? [500, {}];
    json(
      response,
      status,
      typeof body === "function" ? (body as (port: number) => unknown)(played.port) : body,
    );
  });
  const sent = () =>
    played.authorized().map(({ method, path, body }) => `${method} ${path} ${body}`.trim());
  return { hsm: played.hsm(), sent };
}

describe("roles", () => {
  it("are given by the request that was recorded, under the id that the HSM names", async () => {
    const { hsm, sent } = await playing([200, defined], [201, assigned]);
    expect(await hsm.assignRole(plain)).toEqual(plain);
    expect(sent()).toEqual([
      `GET /${AUTHORIZATION}/roleDefinitions/${AUDITOR}?api-version=7.5`,
      `PUT ${PATH} ${JSON.stringify({
        properties: { roleDefinitionId: DEFINITIONS + AUDITOR, principalId: PRINCIPAL },
      })}`,
    ]);
  });

  it("are asked for one by one, and null if there is none", async () => {
    const { hsm, sent } = await playing([200, assigned], [404, missing]);
    expect(await hsm.roleAssignment("/", NAME)).toEqual(plain);
    expect(await hsm.roleAssignment("/keys", NAME)).toBe(null);
    expect(sent()).toEqual([`GET ${PATH}`, `GET /keys${PATH}`]);
  });

  it("are removed once, and one that is gone counts as removed", async () => {
    const { hsm, sent } = await playing([200, assigned], [404, missing]);
    await hsm.removeAssignment("/", NAME);
    await hsm.removeAssignment("/keys/one", NAME);
    expect(sent()).toEqual([`DELETE ${PATH}`, `DELETE /keys/one${PATH}`]);
  });

  it("are listed page after page, sorted, as what they may do", async () => {
    const other = {
      ...assigned,
      name: NAME.replace("b36b", "a36b"),
      properties: { ...assigned.properties, scope: "/keys" },
    };
    const more = (port: number) => ({
      value: [assigned],
      nextLink: `https://localhost:${port}/${AUTHORIZATION}/roleAssignments?$skiptoken=x`,
    });
    const { hsm, sent } = await playing(
      [200, more],
      [200, { value: [other] }],
      [
        200,
        {
          value: [
            defined,
            { ...defined, name: NAME, properties: { ...defined.properties, permissions: [] } },
          ],
        },
      ],
    );
    expect(await hsm.roleAssignments()).toEqual([
      { ...plain, name: other.name, scope: "/keys" },
      plain,
    ]);
    expect(await hsm.roles()).toEqual([
      { role: AUDITOR, name: "Managed HSM Crypto Auditor", readsKeys: true },
      { role: NAME, name: "Managed HSM Crypto Auditor", readsKeys: false },
    ]);
    expect(sent()[1]).toBe(`GET /${AUTHORIZATION}/roleAssignments?$skiptoken=x`);
  });

  it("are not followed to another host", async () => {
    const { hsm } = await playing([200, { value: [], nextLink: "https://evil.example/" }]);
    expect(await codeOf(hsm.roleAssignments())).toBe("E-HSM-HOST");
  });

  it.each([
    [409, "E-HSM-ROLE-EXISTS"],
    [403, "E-HSM-AUTH"],
    [500, "E-HSM-UNKNOWN-OUTCOME"],
  ])("refused with HTTP status %i are %s", async (status, code) => {
    const { hsm } = await playing(
      [200, defined],
      [status, { error: { code: "AccessDenied", message: "Not authorized" } }],
    );
    expect(await codeOf(hsm.assignRole(plain))).toBe(code);
  });

  it("in a form that is not Azure's are reported like this: unknown after a change", async () => {
    for (const bad of [
      {},
      { ...assigned, name: "x" },
      { ...assigned, properties: {} },
      { ...assigned, properties: { ...assigned.properties, roleDefinitionId: "/other" } },
    ]) {
      const { hsm } = await playing([200, bad]);
      expect(await codeOf(hsm.roleAssignment("/", NAME))).toBe("E-HSM-BODY");
    }
    const { hsm } = await playing([200, defined], [201, { ...assigned, properties: {} }]);
    expect(await codeOf(hsm.assignRole(plain))).toBe("E-HSM-UNKNOWN-OUTCOME");
  });

  it("are not asked for an invalid scope or name", async () => {
    const { hsm, sent } = await playing();
    for (const scope of ["", "keys", "/keys/", "/keys/a/b", "/keys/..", "/secrets", "/keys?x"])
      expect(await codeOf(hsm.removeAssignment(scope, NAME))).toBe("E-HSM-BODY");
    expect(await codeOf(hsm.removeAssignment("/", "../keys"))).toBe("E-HSM-BODY");
    expect(sent()).toEqual([]);
  });
});

describe("who signed in", () => {
  const tokenOf = (claims: unknown): string =>
    `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.x`;

  it("is the object id of the token, and nobody if it does not say", () => {
    expect(principalIn(tokenOf({ oid: PRINCIPAL.toUpperCase() }))).toBe(PRINCIPAL);
    for (const token of [
      "",
      "x",
      "a.b.c",
      "e30.!.x",
      tokenOf({}),
      tokenOf({ oid: "somebody" }),
      tokenOf([]),
      tokenOf({ oid: 1 }),
    ])
      expect(principalIn(token)).toBe(null);
  });
});
