// The sign-in of one connection: asked once for all scopes, reported at each change, cancelled,
// refused in plain words, renewed without a person, and asked again if that fails.
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { SignInView } from "../signed-in.ts";
import { siteOf } from "../site.ts";
import { authority, TENANT, type AuthorityOptions } from "./authority.fixture.ts";
import { serverIdentity, type ServerIdentity } from "./certificates.fixture.ts";
import { SignInDesk } from "./sign-in-desk.ts";
import { signIn } from "./sign-in.ts";
import { codeOf } from "../../../crypto/code-of.fixture.ts";

const OID = "77777777-2222-3333-4444-555555555555";
const ALICE = { way: "device-code", tenant: TENANT, id: OID, name: "alice@contoso.example" };
const HSM_SCOPE = "https://managedhsm.azure.net/.default";
let identity: ServerIdentity;

beforeAll(() => {
  identity = serverIdentity();
});

const jwt = (claims: object): string =>
  `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.c2lnbmF0dXJl`;
const aliceToken = (): string => jwt({ oid: OID, tid: TENANT, upn: ALICE.name });

/** A desk against an authority of its own, and every view it sent. */
async function desk(options: AuthorityOptions = {}) {
  const entra = await authority(identity, { token: aliceToken, ...options });
  onTestFinished(entra.close);
  const site = siteOf({
    hsm: "https://127.0.0.1:8443",
    tenant: TENANT,
    signIn: "device-code",
    resource:
      `/subscriptions/${TENANT}/resourceGroups/g`
      + "/providers/Microsoft.KeyVault/managedHSMs/Contoso-HSM",
    cloud: { authority: entra.url, arm: entra.url, hsm: "0.0.1", caFile: "ca.pem" },
  });
  const opened = new SignInDesk(site, (prompt) => signIn(site, { caPem: identity.caPem, prompt }));
  const told: SignInView[] = [];
  const follow = async (seen = 0): Promise<void> => {
    const { revision, view } = await opened.news(seen);
    told.push(view);
    return follow(revision);
  };
  void follow();
  const codes = (): readonly string[] =>
    told.flatMap((view) => (view.kind === "asking" && view.code !== "" ? [view.code] : []));
  const untilCode = () => expect.poll(() => codes().length).toBeGreaterThan(0);
  return { entra, told, codes, untilCode, desk: opened };
}

describe("a sign-in", () => {
  it("shows code and address, then who signed in, and asks once for both scopes", async () => {
    const { desk: one, told, codes, entra } = await desk({ pending: 1 });
    expect(await one.signIn()).toEqual(ALICE);
    expect((await one.credential.getToken(HSM_SCOPE))?.token).toBe(aliceToken());
    expect(told).toContainEqual({
      kind: "asking",
      way: "device-code",
      tenant: TENANT,
      address: `${entra.url}/device`,
      code: "WXYZ-1234",
    });
    await expect.poll(() => told.at(-1)).toEqual({ kind: "signed-in", as: ALICE });
    expect(codes()).toHaveLength(1);
  });

  it("tells no token, in whatever state it is", async () => {
    const { desk: one, told } = await desk();
    await one.signIn();
    await one.credential.getToken(HSM_SCOPE);
    expect(JSON.stringify([told, await one.signIn()])).not.toContain(aliceToken().split(".")[1]);
  });

  it("that is cancelled tells who waits, and the next question shows a new code", async () => {
    const { desk: one, told, codes, untilCode } = await desk({ pending: 1e6 });
    const asked = codeOf(one.signIn());
    await untilCode();
    one.cancel();
    expect(await asked).toBe("E-AUTH-CANCELLED");
    await expect
      .poll(() => told.at(-1))
      .toMatchObject({ kind: "refused", code: "E-AUTH-CANCELLED" });
    const again = codeOf(one.signIn());
    await expect.poll(() => codes().length).toBe(2);
    one.cancel();
    expect(await again).toBe("E-AUTH-CANCELLED");
  });

  it.each([
    [
      "declined by the person",
      "authorization_declined",
      "AADSTS65004: alice declined.",
      "E-AUTH-DECLINED",
    ],
    ["not done in time", "expired_token", "AADSTS70020: The code of alice expired.", "E-AUTH-LATE"],
    [
      "by somebody of another tenant",
      "invalid_grant",
      "AADSTS50020: User account alice@fabrikam.example does not exist in tenant.",
      "E-AUTH-TENANT",
    ],
    [
      "of an application that is not there",
      "unauthorized_client",
      "AADSTS700016: Application with identifier x was not found.",
      "E-AUTH-TENANT",
    ],
    [
      "against the company's rules",
      "invalid_grant",
      "AADSTS53003: Access is blocked for alice.",
      "E-HSM-AUTH",
    ],
  ])("%s is a refusal of its own, without an account", async (_, error, words, code) => {
    const { desk: one, told } = await desk({ refusal: () => [error, words] });
    expect(await codeOf(one.signIn())).toBe(code);
    await expect.poll(() => told.at(-1)).toMatchObject({ kind: "refused", code });
    expect(JSON.stringify(told)).not.toMatch(/alice|fabrikam/);
  });

  it("whose token is of another tenant counts for nothing", async () => {
    const { desk: one, told } = await desk({ token: () => jwt({ oid: OID, tid: OID }) });
    expect(await codeOf(one.signIn())).toBe("E-HSM-TENANT");
    await expect.poll(() => told.at(-1)).toMatchObject({ kind: "refused", code: "E-HSM-TENANT" });
  });

  it("F39: is renewed without people, and asked for again if that is refused", async () => {
    let ended = false;
    const { desk: one, codes, told, entra } = await desk({ lasts: 60, refreshes: () => !ended });
    await one.signIn();
    await one.credential.getToken(HSM_SCOPE);
    expect(codes()).toHaveLength(1);
    ended = true;
    await one.credential.getToken(HSM_SCOPE);
    await expect.poll(() => codes()).toHaveLength(2);
    await expect.poll(() => told.at(-1)).toEqual({ kind: "signed-in", as: ALICE });
    expect(entra.forms.at(-1)?.get("grant_type")).toContain("device_code");
  });

  it("of a person who is signed in stays while the network is away", async () => {
    const { desk: one, told, entra, codes } = await desk({ lasts: 60 });
    await one.signIn();
    await entra.close();
    expect(await codeOf(Promise.resolve(one.credential.getToken(HSM_SCOPE)))).toBe("E-HSM-NET");
    expect(told.at(-1)).toEqual({ kind: "signed-in", as: ALICE });
    expect(codes()).toHaveLength(1);
  });
});
