// Keys of a rehearsal HSM are made and rotated as those of a real one, by those who may.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { cardRootIn, certificateDer, checkKeyAttestation, utf8 } from "../../crypto/index.ts";
import { CARD_ROOT_FILE } from "./attesting.ts";
import { READERS, startHsm, type TimedClient } from "./hsm.fixture.ts";
import { activate, makeOfficers } from "./officers.fixture.ts";
import { secondsOf } from "./rotation-policy.ts";
import { ADMINISTRATOR } from "./sign-in.ts";

/** The role that may purge keys. */
const OFFICER = "515eb02d-2335-4d2d-92f2-b1cbdf9c3778";
const KEY = "/keys/Contoso-APP-CMK";
const OTHER = "/keys/Contoso-OTHER-CMK";
const ORDER = { kty: "RSA-HSM", key_size: 2048, key_ops: ["wrapKey", "unwrapKey"] };
const policyOf = (action: string) => ({
  lifetimeActions: [{ trigger: { timeAfterCreate: "P365D" }, action: { type: action } }],
  attributes: { expiryTime: "P730D" },
});

/** Lets the administrator take a role about keys, which they do not have. */
async function takeRole({ ask }: TimedClient, last: string, role: string): Promise<void> {
  await ask(
    "PUT",
    `/keys/providers/Microsoft.Authorization/roleAssignments/5d000000-0000-4000-8000-00000000000${last}`,
    {
      properties: {
        roleDefinitionId: `Microsoft.KeyVault/providers/Microsoft.Authorization/roleDefinitions/${role}`,
        principalId: ADMINISTRATOR,
      },
    },
  );
}

// One HSM for all of it: its own keys take seconds.
it("keys are made, get a policy, are rotated only then, and attested", async () => {
  const hsm = await startHsm();
  await activate(hsm, makeOfficers(3));
  const { ask } = hsm;
  const refused = await ask("POST", `${KEY}/create`, ORDER);
  expect(refused.status).toBe(403);
  expect(refused.text).toContain("keys/create on /keys/Contoso-APP-CMK");
  await takeRole(hsm, "b", READERS.user);

  const made = await ask("POST", `${KEY}/create`, ORDER);
  expect(made.body).toMatchObject({
    key: { kty: "RSA-HSM", key_ops: ["wrapKey", "unwrapKey"] },
    attributes: { enabled: true, exportable: false },
  });
  // Without a policy there is no rotation.
  expect((await ask("POST", `${KEY}/rotate`, {})).status).toBe(400);
  expect((await ask("GET", `${KEY}/rotationpolicy`)).body).toMatchObject({ lifetimeActions: [] });
  const set = await ask("PUT", `${KEY}/rotationpolicy`, policyOf("rotate"));
  expect(set.body).toMatchObject(policyOf("Rotate"));
  expect((await ask("GET", `${KEY}/rotationpolicy`)).body).toEqual(set.body);
  const rotated = await ask("POST", `${KEY}/rotate`, {});
  const { created, exp } = rotated.body["attributes"] as { created: number; exp: number };
  expect(exp - created).toBe(730 * 86_400);
  expect(created).toBeGreaterThan((made.body["attributes"] as { created: number }).created);
  expect(rotated.body).toMatchObject({ key: { key_ops: ["wrapKey", "unwrapKey"] } });
  for (const { body } of [made, rotated]) {
    const { n } = body["key"] as { readonly n: string };
    expect(Buffer.from(n, "base64url")).toHaveLength(2048 / 8);
  }
  expect((await ask("GET", `${KEY}/versions`)).body["value"]).toHaveLength(2);
  // The newest version is the one that is shown.
  expect((await ask("GET", KEY)).body).toEqual(rotated.body);

  const { body } = await ask("GET", `${KEY}//attestation?api-version=7.6`);
  const file = join(dirname(hsm.address.caFile), CARD_ROOT_FILE);
  const by = {
    at: new Date(),
    key: utf8(rotated.text),
    poolRoot: null,
    rehearsalRoot: cardRootIn(certificateDer(new Uint8Array(readFileSync(file)))),
  };
  const { verdict, place } = checkKeyAttestation(utf8(JSON.stringify(body)), by);
  expect({ verdict, pool: place?.pool }).toEqual({
    verdict: "attested",
    pool: "Contoso-REHEARSAL-HSM",
  });
  // The card is kept: asked again, it is under the same root.
  expect((await ask("GET", `${KEY}//attestation?api-version=7.6`)).body).toEqual(body);

  // A policy without actions takes those away that were there.
  const emptied = await ask("PUT", `${KEY}/rotationpolicy`, { attributes: { expiryTime: "P90D" } });
  expect(emptied.body).toMatchObject({ lifetimeActions: [], attributes: { expiryTime: "P90D" } });
  expect((await ask("POST", `${KEY}/rotate`, {})).status).toBe(400);
  const short = await ask("PUT", `${KEY}/rotationpolicy`, { attributes: { expiryTime: "P27D" } });
  expect(short.status).toBe(400);

  // A deleted key keeps its name; with purge protection nobody purges it.
  expect((await ask("GET", "/deletedkeys")).status).toBe(403);
  await takeRole(hsm, "c", OFFICER);
  const deleted = await ask("DELETE", KEY);
  const { deletedDate, scheduledPurgeDate, recoveryId } = deleted.body as Record<string, unknown>;
  expect(Number(scheduledPurgeDate) - Number(deletedDate)).toBe(90 * 86_400);
  expect(recoveryId).toBe(`${hsm.address.url}/deletedkeys/Contoso-APP-CMK`);
  expect((await ask("GET", KEY)).status).toBe(404);
  expect((await ask("GET", "/deletedkeys/Contoso-APP-CMK")).body).toEqual(deleted.body);
  expect((await ask("GET", "/deletedkeys")).body["value"]).toHaveLength(1);
  expect((await ask("POST", `${KEY}/create`, ORDER)).status).toBe(409);
  expect((await ask("DELETE", "/deletedkeys/Contoso-APP-CMK")).status).toBe(403);

  // What it cannot make is refused, and what is not there has nothing.
  for (const order of [
    { ...ORDER, kty: "oct-HSM" },
    { ...ORDER, key_size: 1024 },
  ])
    expect((await ask("POST", `${OTHER}/create`, order)).status).toBe(400);
  expect((await ask("GET", `${OTHER}/rotationpolicy`)).status).toBe(404);
  expect((await ask("POST", `${OTHER}/rotate`, {})).status).toBe(404);
  expect((await ask("GET", `${OTHER}//attestation`)).status).toBe(404);
});

describe("a duration", () => {
  it.each([
    ["P28D", 28],
    ["P1M", 30],
    ["P2Y", 730],
    ["P1Y2M3D", 428],
  ])("%s is %i days", (text, days) => {
    expect(secondsOf(text)).toBe(days * 86_400);
  });

  it.each(["", "P", "28D", "P1W", "PT1H", "P1D1Y", "p1d"])("is not %j", (text) => {
    expect(secondsOf(text)).toBeNaN();
  });
});
