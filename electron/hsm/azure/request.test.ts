// Refusals, sign-in and who is at the other end, over real TLS: one code each, nothing sent twice.
import type { ServerResponse } from "node:http";
import { createServer as createTcpServer, type AddressInfo } from "node:net";
import type { TokenCredential } from "@azure/core-auth";
import { keyVaultAuthenticationPolicy } from "@azure/keyvault-common";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { codeOf } from "../../../crypto/code-of.fixture.ts";
import { serverIdentity, type ServerIdentity } from "./certificates.fixture.ts";
import { sender } from "./request.ts";
import {
  CHALLENGE,
  challenges,
  json,
  keeper,
  RESOURCE,
  scriptedServer,
  type Script,
  type ScriptedServer,
} from "./scripted-server.fixture.ts";
import { stopTime } from "./stopped-time.fixture.ts";

const succeeds: Script = (response) => json(response, 200, { status: "Success" });
const officers = [1, 2, 3].map((n) => ({ der: Uint8Array.of(48, n), modulus: `AQ${n}` }));
let identity: ServerIdentity;
const servers: ScriptedServer[] = [];

beforeAll(() => {
  identity = serverIdentity();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(servers.splice(0).map((one) => one.close()));
});

async function serving(
  script: Script,
  challenge: Script = challenges,
  own = identity,
): Promise<ScriptedServer> {
  const server = await scriptedServer(own, script, challenge);
  servers.push(server);
  return server;
}

describe("refusals", () => {
  it.each([301, 302, 303, 307, 308])("B119: a redirect %i is not followed", async (status) => {
    const elsewhere = await serving(challenges);
    const { hsm } = await serving((response) =>
      response.writeHead(status, { Location: `https://localhost:${elsewhere.port}/` }).end(),
    );
    const one = hsm();
    await expect(one.downloadStatus()).rejects.toMatchObject({ code: "E-HSM-REDIRECT" });
    await expect(one.upload("x")).rejects.toMatchObject({ code: "E-HSM-REDIRECT" });
    expect(elsewhere.asked).toEqual([]);
  });

  it.each([301, 302, 303, 307, 308])("B119: nor is %i within the same host", async (status) => {
    const { hsm, authorized } = await serving((response, { path }) =>
      path.startsWith("/elsewhere")
        ? json(response, 200, { status: "Success" })
        : response.writeHead(status, { Location: "/elsewhere" }).end(),
    );
    const one = hsm();
    await expect(one.downloadStatus()).rejects.toMatchObject({ code: "E-HSM-REDIRECT" });
    await expect(one.upload("x")).rejects.toMatchObject({ code: "E-HSM-REDIRECT" });
    expect(authorized().filter(({ path }) => path.startsWith("/elsewhere"))).toEqual([]);
  });

  it.each([
    ["7", 7],
    ["-5", 1],
    ["315360000", 60],
    ["Fri, 01 Jan 2100 00:00:00 GMT", 60],
    [undefined, 1],
  ])("B117: 429 with Retry-After %s says to wait %i s, sent once", async (value, seconds) => {
    const { hsm, authorized } = await serving((response) =>
      response.writeHead(429, value === undefined ? {} : { "Retry-After": value }).end(),
    );
    await expect(hsm().upload("x")).rejects.toMatchObject({
      code: "E-HSM-BUSY",
      waitSeconds: seconds,
    });
    expect(authorized()).toHaveLength(1);
  });

  it.each([500, 502, 503, 504])(
    "B118: %i is E-HSM-SERVER to a question, unknown to a change, sent once",
    async (status) => {
      const { hsm, authorized } = await serving((response) => response.writeHead(status).end());
      const one = hsm();
      await expect(one.downloadStatus()).rejects.toMatchObject({ code: "E-HSM-SERVER" });
      await expect(one.download(officers, 2, keeper())).rejects.toMatchObject({
        code: "E-HSM-UNKNOWN-OUTCOME",
      });
      await expect(one.startRestore("https://a/b", "f")).rejects.toMatchObject({
        code: "E-HSM-UNKNOWN-OUTCOME",
      });
      expect(authorized()).toHaveLength(3);
    },
  );

  it("409 to a download says that the HSM is active, with Azure's own words beside", async () => {
    const { hsm } = await serving((response) =>
      json(response, 409, { error: { code: "Conflict", message: "HSM is\u0000 active" } }),
    );
    await expect(hsm().download(officers, 2, keeper())).rejects.toMatchObject({
      code: "E-HSM-ACTIVATED",
      message: expect.not.stringContaining("Conflict") as string,
      said: { by: "server", words: "Conflict: HSM is? active" },
    });
  });

  it.each([401, 403])("B115: %i with a token is E-HSM-AUTH", async (status) => {
    const { hsm } = await serving((response) => response.writeHead(status).end());
    await expect(hsm().downloadStatus()).rejects.toMatchObject({ code: "E-HSM-AUTH" });
  });

  it("a refusal whose own body never ends is still told in time", async () => {
    const { hsm } = await serving((response) => {
      response.writeHead(400);
      response.write("{");
    });
    const { pass, timers } = stopTime();
    const asked = codeOf(hsm({ limits: { answerSeconds: 0.3 } }).downloadStatus());
    // Asked without a token and with one: each time the answer has a limit, and its text another.
    await pass(0.3, () => timers(0.3) === 4);
    expect(await asked).toBe("E-HSM-STATUS");
  });
});

describe("signing in", () => {
  it.each([
    [
      "throws",
      async () => {
        throw new Error("account, secret");
      },
    ],
    ["gives none", async () => null],
  ])("that %s is E-HSM-AUTH, without the credential's own words", async (_, getToken) => {
    const { hsm } = await serving(challenges);
    const made = hsm({ credential: { getToken } }).downloadStatus();
    await expect(made).rejects.toMatchObject({ code: "E-HSM-AUTH" });
    await expect(made).rejects.not.toThrow(/secret/);
  });

  it("keeps one token for later questions, and asks no second challenge", async () => {
    const { hsm, asked } = await serving(succeeds);
    const one = hsm();
    await one.downloadStatus();
    await one.downloadStatus();
    expect(asked).toHaveLength(3);
  });

  it("B115: continues after E-HSM-AUTH in the middle, with another token", async () => {
    let token = "old";
    const lasts = (): number => (token === "old" ? 1 : 1e6);
    const credential = {
      getToken: async () => ({ token, expiresOnTimestamp: Date.now() + lasts() }),
    };
    const { hsm, authorized } = await serving((response, asked) =>
      asked.authorization === "Bearer old"
        ? response.writeHead(401).end()
        : succeeds(response, asked),
    );
    const one = hsm({ credential });
    await expect(one.downloadStatus()).rejects.toMatchObject({ code: "E-HSM-AUTH" });
    token = "new";
    expect(await one.downloadStatus()).toMatchObject({ state: "succeeded" });
    expect(authorized().map(({ authorization }) => authorization)).toEqual([
      "Bearer old",
      "Bearer new",
    ]);
  });

  it("answers a second challenge, for claims, with a token that has them", async () => {
    const claims = Buffer.from('{"access_token":{}}').toString("base64");
    const more = `${CHALLENGE}, error="insufficient_claims", claims="${claims}"`;
    const { hsm, authorized } = await serving((response, asked) =>
      asked.authorization === "Bearer with claims"
        ? succeeds(response, asked)
        : response.writeHead(401, { "WWW-Authenticate": more }).end(),
    );
    const getToken: TokenCredential["getToken"] = async (_, options) => ({
      token: options?.claims === '{"access_token":{}}' ? "with claims" : "without",
      expiresOnTimestamp: Date.now() + 3_600_000,
    });
    const one = hsm({ credential: { getToken } });
    expect(await one.upload("x")).toMatchObject({ state: "succeeded" });
    expect(authorized().map(({ authorization }) => authorization)).toEqual([
      "Bearer without",
      "Bearer with claims",
    ]);
  });

  const challenge =
    (header: string): Script =>
    (response) =>
      response.writeHead(401, { "WWW-Authenticate": header }).end();
  it.each([
    'Bearer authorization="https://login.example/t", resource="https://elsewhere.example"',
    'Bearer authorization="https://login.example/t", resource="https://managedhsm.azure.net"',
    'Bearer authorization="https://login.example/t", resource="https://x@localhost"',
    'Bearer authorization="https://login.example/t", resource="nonsense"',
  ])("B121: sends no token when the challenge is %s", async (header) => {
    const { hsm, authorized } = await serving(challenges, challenge(header));
    await expect(hsm({ verifyChallenge: true }).upload("x")).rejects.toMatchObject({
      code: "E-HSM-CHALLENGE",
    });
    expect(authorized()).toEqual([]);
  });

  it("sends its token when the challenge names the domain that the host belongs to", async () => {
    // A parent domain of 127.0.0.1, as far as names go: no other name leads to loopback everywhere.
    const header = 'Bearer authorization="https://login.example/t", resource="name://0.0.1"';
    const { hsm, port } = await serving(succeeds, challenge(header));
    const host = `https://127.0.0.1:${port}`;
    const places = { url: host, armUrl: host + RESOURCE };
    const one = hsm({ ...places, allowHosts: [`127.0.0.1:${port}`], verifyChallenge: true });
    expect(await one.upload("x")).toMatchObject({ state: "succeeded" });
  });

  it("sends no token when the challenge cannot be read", async () => {
    const header = 'Bearer authorization="nonsense", resource="https://managedhsm.azure.net"';
    const { hsm, authorized } = await serving(challenges, challenge(header));
    await expect(hsm().upload("x")).rejects.toMatchObject({ code: "E-HSM-CHALLENGE" });
    expect(authorized()).toEqual([]);
  });

  it("accepts no success from a server that did not ask for sign-in", async () => {
    const { hsm } = await serving(challenges, succeeds);
    await expect(hsm().uploadStatus()).rejects.toMatchObject({ code: "E-HSM-CHALLENGE" });
  });

  it("is E-HSM-AUTH when a 401 carries no challenge", async () => {
    const { hsm } = await serving(challenges, (response) => response.writeHead(401).end("OK"));
    await expect(hsm().uploadStatus()).rejects.toMatchObject({ code: "E-HSM-AUTH" });
  });
});

describe("who is at the other end", () => {
  it("B120: names the issuer when the certificate is not of a trusted CA", async () => {
    const own = serverIdentity({ issuer: "Contoso Web Inspection" });
    const { hsm, asked } = await serving(challenges, challenges, own);
    await expect(hsm({ caPem: identity.caPem }).upload("x")).rejects.toMatchObject({
      code: "E-HSM-TLS",
      said: { by: "certificate", words: "Contoso Web Inspection" },
    });
    expect(asked).toEqual([]);
  });

  it.each(["\u0007bell", "x".repeat(61)])("does not name the issuer %j", async (issuer) => {
    const { hsm } = await serving(challenges, challenges, serverIdentity({ issuer }));
    await expect(hsm({ caPem: identity.caPem }).upload("x")).rejects.toMatchObject({
      code: "E-HSM-TLS",
      message: "The server's certificate was not accepted.",
      said: null,
    });
  });

  it.each([
    ["expired", { expired: true }],
    ["of another host", { host: "elsewhere.example" }],
  ])("B120: refuses a certificate that is %s", async (_, options) => {
    const { hsm, asked } = await serving(challenges, challenges, serverIdentity(options));
    await expect(hsm().downloadStatus()).rejects.toMatchObject({ code: "E-HSM-TLS" });
    expect(asked).toEqual([]);
  });

  it.each([
    ["is not valid yet", [1, 20]],
    ["ended long ago", [-60, -31]],
  ] as const)("B125: is E-CLOCK if a trusted certificate %s", async (_, days) => {
    const { hsm, asked } = await serving(challenges, challenges, serverIdentity({ days }));
    await expect(hsm().downloadStatus()).rejects.toMatchObject({
      code: "E-CLOCK",
      message: expect.stringMatching(
        /^This machine's clock says 2\d{3}-\S+ \S+Z, but the server's certificate is valid from /,
      ) as string,
      // It may also be the stolen key of a certificate that ended.
      next: expect.stringMatching(
        /^Compare .* with another one\. .* If it is right, something may be intercepting .*: stop/,
      ) as string,
    });
    expect(asked).toEqual([]);
  });

  it("B125: tells both times if a trusted certificate ended lately: it may be either", async () => {
    const { hsm } = await serving(challenges, challenges, serverIdentity({ expired: true }));
    await expect(hsm().downloadStatus()).rejects.toMatchObject({
      code: "E-HSM-TLS",
      message: expect.stringMatching(
        /; it was valid until .*Z, and this machine's clock says /,
      ) as string,
      next: expect.stringContaining("If this machine's clock is wrong, correct it.") as string,
    });
  });

  it("does not call a stranger's certificate a matter of the clock, whatever its dates", async () => {
    const own = serverIdentity({ days: [1, 20] });
    const { hsm } = await serving(challenges, challenges, own);
    await expect(hsm({ caPem: identity.caPem }).downloadStatus()).rejects.toMatchObject({
      code: "E-HSM-TLS",
    });
  });

  it("refuses even if the environment says to accept anything", async () => {
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    const { hsm, asked } = await serving(challenges, challenges, serverIdentity());
    await expect(hsm({ caPem: identity.caPem }).upload("x")).rejects.toMatchObject({
      code: "E-HSM-TLS",
    });
    expect(asked).toEqual([]);
  });

  it("takes no proxy from the environment", async () => {
    for (const name of ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "HTTP_PROXY"])
      vi.stubEnv(name, "http://127.0.0.1:9");
    vi.stubEnv("NO_PROXY", "");
    const { hsm } = await serving(succeeds);
    expect(await hsm().uploadStatus()).toMatchObject({ state: "succeeded" });
  });

  it("is not spoken to when it is not on the list", async () => {
    const { hsm, port, asked } = await serving(challenges);
    for (const allowHosts of [[], [`127.0.0.1:${port}`], ["localhost:443"], [`localhost:${port}0`]])
      expect(() => hsm({ allowHosts })).toThrow(expect.objectContaining({ code: "E-HSM-HOST" }));
    expect(asked).toEqual([]);
  });

  it("is not spoken to when only the question names it", async () => {
    const { port, asked } = await serving(challenges);
    const credential = { getToken: async () => null };
    const settings = { credential, caPem: identity.caPem, answerSeconds: 5 };
    const send = sender({
      ...settings,
      allowHosts: ["localhost:443"],
      authentication: (ours) => keyVaultAuthenticationPolicy(ours),
    });
    await expect(send({ method: "GET", url: `https://localhost:${port}/` })).rejects.toMatchObject({
      code: "E-HSM-HOST",
    });
    expect(asked).toEqual([]);
  });

  it("F42: cannot be reached: nobody listens, a name that does not exist, no TLS at all", async () => {
    const { hsm, port } = await serving(challenges);
    await servers.pop()!.close();
    await expect(hsm().upload("x")).rejects.toMatchObject({ code: "E-HSM-NET" });
    const place = `nobody.invalid:${port}`;
    const nobody = hsm({ url: `https://${place}`, allowHosts: [place, `localhost:${port}`] });
    await expect(nobody.upload("x")).rejects.toMatchObject({ code: "E-HSM-NET" });
    const plain = createTcpServer((socket) => socket.end("HTTP/1.1 200 OK\r\n\r\n"));
    await new Promise<void>((resolve) => plain.listen(0, "127.0.0.1", resolve));
    const other = (plain.address() as AddressInfo).port;
    const allowHosts = [`localhost:${other}`, `localhost:${port}`];
    await expect(
      hsm({ url: `https://localhost:${other}`, allowHosts }).upload("x"),
    ).rejects.toMatchObject({ code: "E-HSM-TLS" });
    plain.close();
  });

  it.each([
    [
      "a page to sign in at, for every question",
      "E-HSM-CHALLENGE",
      (response: ServerResponse) => {
        response
          .writeHead(200, { "Content-Type": "text/html" })
          .end("<html>Accept the terms</html>");
      },
    ],
    [
      "a redirect to such a page",
      "E-HSM-REDIRECT",
      (response: ServerResponse) => {
        response.writeHead(302, { Location: "https://portal.example/" }).end();
      },
    ],
    [
      "a proxy that wants a sign-in of its own",
      "E-HSM-NET",
      (response: ServerResponse) => {
        response.writeHead(407, { "Proxy-Authenticate": "Basic" }).end();
      },
    ],
  ] as const)(
    "F42: is %s: %s, at the first question, before anything is changed",
    async (_, code, play) => {
      const { hsm, authorized } = await serving(play, play);
      const one = hsm();
      await expect(one.downloadStatus()).rejects.toMatchObject({ code });
      await expect(one.download(officers, 2, keeper())).rejects.toMatchObject({ code });
      expect(authorized()).toEqual([]);
    },
  );
});
