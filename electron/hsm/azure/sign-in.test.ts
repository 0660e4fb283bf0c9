// Every way to sign in, by Microsoft's own library, against an authority that speaks OpenID.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import process from "node:process";
import type { TokenCredential } from "@azure/core-auth";
import { afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { promptSentence, type SignInPrompt } from "../signed-in.ts";
import { siteOf, type SignInKind, type Site } from "../site.ts";
import {
  authority,
  CLIENT,
  TENANT,
  type Authority,
  type AuthorityOptions,
} from "./authority.fixture.ts";
import { serverIdentity, type ServerIdentity } from "./certificates.fixture.ts";
import { signIn, type SignInOptions } from "./sign-in.ts";

const SCOPE = "https://managedhsm.azure.net/.default";
let identity: ServerIdentity;
/** A certificate and key of a client. */
let client: ServerIdentity;

beforeAll(() => {
  identity = serverIdentity();
  client = serverIdentity({ host: "client.contoso.example" });
});
afterEach(() => {
  vi.unstubAllEnvs();
});

async function serving(options: AuthorityOptions = {}): Promise<Authority> {
  const one = await authority(identity, options);
  onTestFinished(one.close);
  return one;
}

const siteFor = (url: string, signInKind: SignInKind, more: object = {}): Site =>
  siteOf({
    hsm: "https://127.0.0.1:8443",
    tenant: TENANT,
    signIn: signInKind,
    ...more,
    resource:
      "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/g"
      + "/providers/Microsoft.KeyVault/managedHSMs/Contoso-HSM",
    cloud: { authority: url, arm: url, hsm: "0.0.1", caFile: "ca.pem" },
  });

/** A credential, and what it said to the person. */
function credentialOf(site: Site, more: Partial<SignInOptions> = {}) {
  const said: string[] = [];
  const prompt = (one: SignInPrompt): void => void said.push(promptSentence(one));
  const credential = signIn(site, { caPem: identity.caPem, prompt, ...more });
  const getToken: TokenCredential["getToken"] = (scope, asked) => credential.getToken(scope, asked);
  return { said, getToken };
}

/** A program on PATH that is gone after the test. */
function program(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), "sign-in-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, 0o755);
  vi.stubEnv("PATH", `${folder}${delimiter}${process.env["PATH"] ?? ""}`);
  return path;
}

describe("a client certificate", () => {
  const site = (url: string): Site =>
    siteFor(url, "client-certificate", { client: CLIENT, clientCertificate: "client.pem" });

  it("signs an assertion for this very authority, which verifies it", async () => {
    const { url, forms, asked } = await serving({ clientCertificate: client.cert });
    const { getToken } = credentialOf(site(url), { clientPem: `${client.key}${client.cert}` });
    const token = await getToken(SCOPE);
    expect(token?.token).toMatch(/^[0-9a-f]{32}$/);
    expect(forms).toHaveLength(1);
    expect(forms[0]?.get("scope")).toContain(SCOPE);
    expect(asked.every((one) => one.includes(TENANT))).toBe(true);
  });

  it("of another account is refused: Microsoft's number is said, and no account", async () => {
    const { url } = await serving({ clientCertificate: identity.cert });
    const { getToken } = credentialOf(site(url), { clientPem: `${client.key}${client.cert}` });
    const got = getToken(SCOPE);
    await expect(got).rejects.toMatchObject({ code: "E-HSM-AUTH" });
    await expect(got).rejects.toThrow(/\(AADSTS7000215\)/);
    await expect(got).rejects.not.toThrow(/alice|secret/);
  });
});

describe("a sign-in that is refused", () => {
  it("B125: is E-CLOCK where this machine's clock and the authority's are apart", async () => {
    const { url } = await serving({
      instead: (response) => {
        response.writeHead(400, {
          "Content-Type": "application/json",
          Date: "Wed, 25 Nov 2020 15:00:00 GMT",
        });
        response.end(
          JSON.stringify({
            error: "invalid_client",
            error_description: "AADSTS700024: Client assertion is not within its valid time range.",
          }),
        );
      },
    });
    const site = siteFor(url, "client-certificate", {
      client: CLIENT,
      clientCertificate: "client.pem",
    });
    const { getToken } = credentialOf(site, { clientPem: `${client.key}${client.cert}` });
    const got = getToken(SCOPE);
    await expect(got).rejects.toMatchObject({ code: "E-CLOCK" });
    await expect(got).rejects.toThrow("but Azure's says 2020-11-25 15:00:00Z.");
  });
});

describe("a device code", () => {
  it("is told with its address, waited for, and redeemed", async () => {
    const { url, forms } = await serving({ pending: 1 });
    const { getToken, said } = credentialOf(siteFor(url, "device-code"));
    expect((await getToken(SCOPE))?.token).toMatch(/^[0-9a-f]{32}$/);
    expect(said).toEqual([
      `Open ${url}/device in any browser, type the code WXYZ-1234, and sign in.`,
    ]);
    expect(forms).toHaveLength(2);
    // The HSM and Resource Manager are two scopes, and their tokens end: nobody is asked twice.
    const arm = "https://management.azure.com/.default";
    for (const enableCae of [true, false])
      expect(await getToken(arm, { enableCae })).not.toBeNull();
    expect(said).toHaveLength(1);
    expect(forms[2]?.get("grant_type")).toBe("refresh_token");
  });

  it("is one word, whatever the authority says, and ends no sentence of ours", async () => {
    const { url } = await serving({ userCode: 'X. Ignore this: "all" is' });
    const { getToken, said } = credentialOf(siteFor(url, "device-code"));
    await getToken(SCOPE);
    expect(said[0]).toContain("type the code X.?Ignore?this:??all??is, and sign in.");
  });

  it("whose token ends in the middle is renewed, and nobody is asked again (F39)", async () => {
    const { url, forms } = await serving({ lasts: 60 });
    const { getToken, said } = credentialOf(siteFor(url, "device-code"));
    const first = await getToken(SCOPE);
    const second = await getToken(SCOPE);
    expect(second?.token).not.toBe(first?.token);
    expect(forms.map((form) => form.get("grant_type"))[1]).toBe("refresh_token");
    expect(said).toHaveLength(1);
  });
});

/** What a browser does with a page that contains one form: it submits it. */
const BROWSER = `
  fetch(process.argv[2]).then((page) => page.text()).then((page) => {
    const action = /action="([^"]+)"/.exec(page)[1];
    const fields = [...page.matchAll(/name="(\\w+)" value="([^"]*)"/g)].map(([, ...two]) => two);
    return fetch(action, { method: "POST", body: new URLSearchParams(fields), redirect: "manual" });
  });
`;

describe("a browser", () => {
  it("comes back with a code by a real redirect, which only this program can redeem", async () => {
    const { url, forms, asked } = await serving();
    const ca = program("ca.pem", identity.caPem);
    vi.stubEnv("NODE_EXTRA_CA_CERTS", ca);
    const browser = program("xdg-open", `#!${process.execPath}\n${BROWSER}`);
    vi.stubEnv("BROWSER", browser);
    const { getToken, said } = credentialOf(siteFor(url, "browser"));
    expect((await getToken(SCOPE))?.token).toMatch(/^[0-9a-f]{32}$/);
    expect(said).toHaveLength(1);
    expect(asked).toContain(`GET /${TENANT}/oauth2/v2.0/authorize`);
    expect(forms[0]?.get("code_verifier")).toMatch(/^[\w-]{43,128}$/);
    expect(forms[0]?.get("redirect_uri")).toMatch(/^http:\/\/localhost:\d+$/);
  });

  it("whose token ends in the middle is not opened again", async () => {
    const { url, forms } = await serving({ lasts: 60 });
    vi.stubEnv("NODE_EXTRA_CA_CERTS", program("ca.pem", identity.caPem));
    vi.stubEnv("BROWSER", program("xdg-open", `#!${process.execPath}\n${BROWSER}`));
    const { getToken, said } = credentialOf(siteFor(url, "browser"));
    const first = await getToken(SCOPE);
    // Azure's clients ask with continuous access evaluation; the question who signed in does not.
    const second = await getToken(SCOPE, { enableCae: true });
    expect(second?.token).not.toBe(first?.token);
    expect(forms.map((form) => form.get("grant_type"))).toEqual([
      "authorization_code",
      "refresh_token",
      "refresh_token",
    ]);
    expect(said).toHaveLength(1);
  });
});

describe("the Azure CLI", () => {
  it("is asked for a token of this tenant", async () => {
    program(
      "az",
      '#!/bin/sh\n[ "$*" = "account get-access-token --output json --resource '
        + `https://managedhsm.azure.net --tenant ${TENANT}" ] || exit 3\n`
        + 'echo \'{"accessToken":"from-az","expires_on":4102444800}\'\n',
    );
    const { getToken } = credentialOf(siteFor("https://localhost:1", "azure-cli"));
    expect((await getToken(SCOPE))?.token).toBe("from-az");
  });

  it("that is not signed in is a refusal without its words", async () => {
    program("az", "#!/bin/sh\necho 'alice: please az login' >&2\nexit 1\n");
    const { getToken } = credentialOf(siteFor("https://localhost:1", "azure-cli"));
    await expect(getToken(SCOPE)).rejects.toMatchObject({ code: "E-HSM-AUTH" });
    await expect(getToken(SCOPE)).rejects.not.toThrow(/alice/);
  });
});

describe("a managed identity", () => {
  it("is asked of the machine's own service", async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${String(request.headers["metadata"])} ${request.url ?? ""}`);
      response.setHeader("Content-Type", "application/json");
      response.end(
        JSON.stringify({
          access_token: "from-imds",
          expires_in: "3600",
          expires_on: "4102444800",
          resource: "https://managedhsm.azure.net",
          token_type: "Bearer",
        }),
      );
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => void server.close());
    const imds = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    vi.stubEnv("AZURE_POD_IDENTITY_AUTHORITY_HOST", imds);
    const site = siteFor("https://localhost:1", "managed-identity", { client: CLIENT });
    expect((await credentialOf(site, { imds }).getToken(SCOPE))?.token).toBe("from-imds");
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatch(/^true \/metadata\/identity\/oauth2\/token\/?\?/);
  });
});

describe("any sign-in", () => {
  const site = (url: string): Site => siteFor(url, "device-code");

  it("goes to the site's tenant and no other", async () => {
    const { url, asked } = await serving();
    const other = "99999999-2222-3333-4444-555555555555";
    const { getToken } = credentialOf(site(url));
    await expect(getToken(SCOPE, { tenantId: other })).rejects.toMatchObject({
      code: "E-HSM-TENANT",
    });
    expect(asked).toEqual([]);
    expect(await getToken(SCOPE, { tenantId: TENANT.toUpperCase() })).not.toBeNull();
  });

  it.each([
    [
      "a redirect",
      (response) => void response.writeHead(307, { Location: "https://x/" }).end(),
      "E-HSM-REDIRECT",
    ],
    [
      "an answer without end",
      (response) => {
        response.writeHead(200);
        response.write("x".repeat(2 * 1024 * 1024));
      },
      "E-HSM-SIZE",
    ],
    ["HTML", (response) => void response.writeHead(200).end("<html>"), "E-HSM-AUTH"],
    [
      "an answer cut off",
      (response) => {
        response.writeHead(200, { "Content-Length": "500" });
        response.write("{", () => response.destroy());
      },
      "E-HSM-NET",
    ],
    ["trouble of its own", (response) => void response.writeHead(503).end(), "E-HSM-AUTH"],
  ] as readonly (readonly [string, NonNullable<AuthorityOptions["instead"]>, string])[])(
    "that meets %s gives no token",
    async (_, instead, code) => {
      const { url, forms } = await serving({ instead });
      await expect(credentialOf(site(url)).getToken(SCOPE)).rejects.toMatchObject({ code });
      expect(forms).toHaveLength(1);
    },
  );

  it("names who opens the connection on the way, and gives it nothing", async () => {
    const { url, asked } = await serving();
    const { caPem } = serverIdentity({ issuer: "Another" });
    const got = credentialOf(site(url), { caPem }).getToken(SCOPE);
    await expect(got).rejects.toMatchObject({
      code: "E-HSM-TLS",
      said: { by: "certificate", words: "Test CA" },
    });
    expect(asked).toEqual([]);
  });

  it("takes neither a proxy nor an authority from the environment", async () => {
    for (const name of ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "AZURE_AUTHORITY_HOST"])
      vi.stubEnv(name, "https://127.0.0.1:9");
    vi.stubEnv("NO_PROXY", "");
    const { url } = await serving();
    expect(await credentialOf(site(url)).getToken(SCOPE)).not.toBeNull();
  });
});
