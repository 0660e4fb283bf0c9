// `sd hsm` signing in: the built program, a site file, an authority that speaks OpenID Connect.
import { copyFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { authority, TENANT, type AuthorityOptions } from "../hsm/azure/authority.fixture.ts";
import { serverIdentity, type ServerIdentity } from "../hsm/azure/certificates.fixture.ts";
import { json, scriptedServer } from "../hsm/azure/scripted-server.fixture.ts";
import { expectRefusal, PROGRAM, run, sd, temporaryFolder } from "./program.fixture.ts";

const TOKEN = "a-token-that-nobody-may-see";
const RESOURCE =
  `/subscriptions/${TENANT}/resourceGroups/g`
  + "/providers/Microsoft.KeyVault/managedHSMs/Contoso-HSM";
let identity: ServerIdentity;

beforeAll(() => {
  identity = serverIdentity();
});

/** An authority, an HSM in the tenant, and a site file that names them. */
async function stage(tenant = TENANT, options: AuthorityOptions = {}) {
  const entra = await authority(identity, { token: () => TOKEN, ...options });
  const properties = { securityDomainProperties: { activationStatus: "NotActivated" } };
  const hsm = await scriptedServer(
    identity,
    (response, { path }) => {
      json(response, path.startsWith(RESOURCE) ? 200 : 404, { properties });
    },
    (response) => {
      const challenge =
        `Bearer authorization="https://login.example/${tenant}", ` + 'resource="name://0.0.1"';
      response.writeHead(401, { "WWW-Authenticate": challenge }).end("OK");
    },
  );
  onTestFinished(async () => {
    await Promise.all([entra.close(), hsm.close()]);
  });
  const folder = temporaryFolder();
  const [site, caFile] = [join(folder, "site.json"), join(folder, "ca.pem")];
  writeFileSync(caFile, identity.caPem);
  const address = `https://127.0.0.1:${hsm.port}`;
  writeFileSync(
    site,
    JSON.stringify({
      hsm: address,
      resource: RESOURCE,
      tenant: TENANT,
      signIn: "device-code",
      cloud: { authority: entra.url, arm: address, hsm: "0.0.1", caFile },
    }),
  );
  return { site, folder, hsm, entra, properties };
}

/** The site file's author chose whom to trust: that is said before anything is asked. */
const OWN_CA = expect.stringMatching(
  /^W-SITE-CA: For all answers the site's own CA vouches alone: the file of SHA-256 [0-9a-f]{64}\.\n$/,
) as string;

describe("sd hsm --site", () => {
  it("signs in once for the HSM and for Resource Manager, and shows no token", async () => {
    const { site, hsm, entra } = await stage();
    const { code, out, errors } = await sd(["hsm", "status", "--site", site], {
      env: {
        ...(process.env as Record<string, string>),
        // Each of these makes a library say more, ask someone else, or go another way.
        AZURE_LOG_LEVEL: "verbose",
        DEBUG: "*",
        AZURE_AUTHORITY_HOST: "https://evil.example",
        AZURE_REGIONAL_AUTHORITY_NAME: "evil",
        HTTPS_PROXY: "http://127.0.0.1:9",
        NODE_TLS_REJECT_UNAUTHORIZED: "0",
      },
    });
    expect({ code, errors }).toEqual({ code: 0, errors: OWN_CA });
    const [told, ...rest] = out.split("\n");
    expect(told).toBe(
      `Open ${entra.url}/device in any browser, type the code WXYZ-1234, and sign in.`,
    );
    expect(rest[0]).toMatch(/^Contoso-HSM: NotActivated\./);
    expect(out).not.toContain(TOKEN);
    expect(hsm.authorized().map(({ authorization }) => authorization)).toEqual(
      Array(3).fill(`Bearer ${TOKEN}`),
    );
  });

  it("check says each point in plain words, and whether you may activate it", async () => {
    const oid = "77777777-2222-3333-4444-555555555555";
    const claims = Buffer.from(JSON.stringify({ oid })).toString("base64url");
    const { site, properties, hsm } = await stage(TENANT, { token: () => `e30.${claims}.x` });
    Object.assign(properties, {
      provisioningState: "Succeeded",
      enableSoftDelete: true,
      softDeleteRetentionInDays: 90,
      enablePurgeProtection: true,
      publicNetworkAccess: "Enabled",
      initialAdminObjectIds: [oid],
    });
    const fine = await sd(["hsm", "check", "--site", site]);
    expect({ code: fine.code, errors: fine.errors }).toEqual({ code: 0, errors: OWN_CA });
    expect(fine.out).toContain("good    You are one of its first administrators");
    expect(fine.out).toContain("DECIDE  The HSM is reached over the public network");
    Object.assign(properties, { enablePurgeProtection: false, initialAdminObjectIds: ["x"] });
    const bad = await sd(["hsm", "check", "--site", site]);
    expect(bad.code).toBe(1);
    expect(bad.errors).toMatch(/^W-SITE-CA: .*\nE-HSM-CHECK: /);
    expect(bad.out).toContain("WRONG   You are not one of its first administrators");
    expect(bad.out).toContain("WRONG   An administrator could destroy the HSM");
    expect(hsm.authorized().every(({ path }) => path.startsWith(RESOURCE))).toBe(true);
  });

  it("gives an HSM of another tenant no token", async () => {
    const { site, hsm } = await stage("99999999-2222-3333-4444-555555555555");
    const ended = await sd(["hsm", "status", "--site", site]);
    expect(ended.errors).toMatch(/^W-SITE-CA: .*\nE-HSM-TENANT: /);
    expect(hsm.authorized().map(({ path }) => path.startsWith(RESOURCE))).toEqual([true]);
  });

  it("takes flags before the file, and tells which setting is wrong", async () => {
    const { site, hsm } = await stage();
    for (const [flag, value, what] of [
      ["--tenant", "contoso", "tenant"],
      ["--resource-id", "/x", "resource"],
      ["--hsm-url", "https://evil.example", "hsm"],
      ["--sign-in", "password", "signIn"],
      ["--client-certificate", "x.pem", "clientCertificate"],
      ["--client-id", "me", "client"],
    ] as const) {
      const ended = await sd(["hsm", "status", "--site", site, flag, value]);
      expectRefusal(ended, "E-HSM-SITE");
      expect(ended.errors).toContain(` ${what} is missing or invalid`);
    }
    expectRefusal(await sd(["hsm", "status", "--site", site, "--cloud", "moon"]), "E-USAGE", 2);
    expectRefusal(await sd(["hsm", "status", "--site", site, "--token-file", "t"]), "E-USAGE", 2);
    expect(hsm.asked).toEqual([]);
  });

  it("says what it lacks if sign-in.cjs is not beside it", async () => {
    const { site, folder } = await stage();
    copyFileSync(PROGRAM, join(folder, "sd.cjs"));
    const alone = [join(folder, "sd.cjs"), "hsm", "status", "--site", site];
    expect(await run(process.execPath, alone)).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/^E-SIGN-IN: /) as string,
    });
  });
});
