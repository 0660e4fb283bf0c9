// The HTTPS side: sign-in, limits, unknown questions; and strict checks of the certificate.
import { spawn, spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { join } from "node:path";
import { connect } from "node:tls";
import { describe, expect, it } from "vitest";
import { random } from "../../crypto/index.ts";
import { startHsm, temporaryFolder, type Client } from "./hsm.fixture.ts";
import { startRehearsalHsm } from "./rehearsal-hsm.ts";

const KEYS = "/keys?api-version=7.5";
const passedOver = spawnSync("openssl", ["version"]).status !== 0 && process.env["CI"] !== "true";

describe("sign-in", () => {
  it("is asked for as Azure does, whatever the question", async () => {
    const hsm = await startHsm();
    const questions = [
      ["GET", KEYS, "OK"],
      ["POST", "/securitydomain/download?api-version=7.5", ""],
      ["PUT", "/restore?api-version=7.5", ""],
      ["GET", "/nothing", "OK"],
      ["DELETE", "/keys", ""],
    ] as const;
    for (const [method, path, text] of questions)
      for (const token of [null, "x", `${readFileSync(hsm.address.tokenFile, "utf8")}x`, " "]) {
        const answer = await hsm.ask(method, path, method === "GET" ? undefined : "{}", token);
        expect([method, answer.status, answer.text]).toEqual([method, 401, text]);
        expect(answer.headers["www-authenticate"]).toMatch(
          new RegExp(
            '^Bearer authorization="https://login\\.microsoftonline\\.com/[0-9a-f-]{36}", '
              + 'resource="https://managedhsm\\.azure\\.net"$',
          ),
        );
        expect(answer.headers["content-type"]).toContain("application/json");
      }
  });

  it("takes the token of the file, which contains nothing else, and no other scheme", async () => {
    const hsm = await startHsm();
    const token = readFileSync(hsm.address.tokenFile, "utf8");
    expect(token).toMatch(/^([\w-]+\.){2}[\w-]{43}$/);
    expect((await hsm.ask("GET", KEYS, undefined, token)).status).toBe(403);
    const { ca, status } = await withHeader(hsm, `Basic ${token}`);
    expect([ca, status]).toEqual([true, 401]);
  });
});

describe("what is not known", () => {
  it("is a typed 404, also the right path with another method", async () => {
    const hsm = await startHsm();
    const questions = [
      ["GET", "/"],
      ["GET", "/backup"],
      ["POST", "/keys"],
      ["DELETE", "/keys/Contoso-DISK-CMK/versions"],
      ["GET", "/securitydomain/download"],
      ["POST", "/securitydomain/upload/"],
      ["GET", "//keys"],
      ["GET", "/keys/%2e%2e"],
      ["PUT", "/securitydomain/upload"],
      ["GET", "/backup/0/pending"],
    ] as const;
    for (const [method, path] of questions) {
      const { status, body } = await hsm.ask(method, path);
      expect([method, path, status]).toEqual([method, path, 404]);
      expect(body["error"]).toMatchObject({ code: "NotFound", innererror: null });
    }
  });
});

describe("a body", () => {
  it("above 8 MiB is refused, and the server continues", async () => {
    const hsm = await startHsm();
    const body = `{"value":"${"x".repeat(9 * 1024 * 1024)}"}`;
    const status = await hsm.ask("POST", "/securitydomain/upload", body).then(
      (answer) => answer.status,
      () => "broken off",
    );
    expect([413, "broken off"]).toContain(status);
    expect((await hsm.ask("GET", "/securitydomain/upload/pending")).status).toBe(404);
  });

  it("that is broken off changes nothing", async () => {
    const hsm = await startHsm();
    const token = readFileSync(hsm.address.tokenFile, "utf8");
    const headers = { authorization: `Bearer ${token}`, "content-length": 1000 };
    const url = new URL("/securitydomain/upload", hsm.address.url);
    const ca = readFileSync(hsm.address.caFile);
    await new Promise<void>((gone) => {
      const question = request(url, { method: "POST", ca, headers, agent: false });
      question.on("error", () => gone());
      question.write("{");
      setTimeout(() => question.destroy(), 100);
    });
    expect((await hsm.ask("GET", "/securitydomain/upload/pending")).status).toBe(404);
  });
});

describe("TLS", () => {
  it("is good for localhost too, and polls are then named by it", async () => {
    const hsm = await startHsm();
    const url = hsm.address.url.replace("127.0.0.1", "localhost");
    const path = "providers/Microsoft.KeyVault/managedHSMs/Contoso-REHEARSAL-HSM";
    const there = await hsm.ask("GET", `${url}/${path}`);
    expect(there.body["properties"]).toMatchObject({ hsmUri: `${url}/` });
  });

  it("is not trusted without the authority, nor below 1.2", async () => {
    const { address } = await startHsm();
    const { hostname: host, port } = new URL(address.url);
    const code = (options: object) =>
      new Promise<string>((ended) => {
        const socket = connect({ host, port: Number(port), ...options }, () => {
          ended("connected");
          socket.destroy();
        });
        socket.on("error", (error: NodeJS.ErrnoException) => ended(error.code ?? ""));
      });
    const ca = readFileSync(address.caFile);
    expect(await code({ ca })).toBe("connected");
    expect(await code({})).toMatch(/UNABLE_TO|SELF_SIGNED/);
    const old = { maxVersion: "TLSv1.1", minVersion: "TLSv1", ciphers: "DEFAULT@SECLEVEL=0" };
    expect(await code({ ca, ...old })).not.toBe("connected");
  });

  it("stays the same across a restart", async () => {
    const dir = temporaryFolder();
    const first = await startHsm({ dir });
    const before = readFileSync(first.address.caFile, "utf8");
    await first.running.close();
    const second = await startHsm({ dir });
    expect(readFileSync(second.address.caFile, "utf8")).toBe(before);
  });

  it("is made again before it ends", async () => {
    const dir = temporaryFolder();
    const clock = () => new Date(Date.now() - 790 * 86_400_000);
    const long = await startRehearsalHsm({ dir, clock, random });
    const before = readFileSync(long.caFile, "utf8");
    await long.close();
    const hsm = await startHsm({ dir });
    expect(readFileSync(hsm.address.caFile, "utf8")).not.toBe(before);
    expect((await hsm.ask("GET", KEYS)).status).toBe(403);
  });

  it.skipIf(passedOver)("satisfies openssl's strictest reading (needs openssl)", async () => {
    const { address } = await startHsm();
    const { port } = new URL(address.url);
    const ca = address.caFile;
    const shown = await openssl([
      "s_client",
      "-connect",
      `127.0.0.1:${port}`,
      "-CAfile",
      ca,
      "-verify_return_error",
      "-x509_strict",
      "-verify_ip",
      "127.0.0.1",
      "-showcerts",
    ]);
    expect(shown.output).toContain("Verify return code: 0 (ok)");
    const leaf = join(temporaryFolder(), "server.pem");
    writeFileSync(leaf, /-----BEGIN[^]+?-----END CERTIFICATE-----\n/.exec(shown.output)![0]);
    const strict = ["verify", "-x509_strict", "-check_ss_sig", "-purpose", "sslserver"];
    const names = [
      ["-verify_hostname", "localhost"],
      ["-verify_ip", "127.0.0.1"],
      ["-verify_ip", "::1"],
    ];
    for (const name of names)
      expect(await openssl([...strict, "-CAfile", ca, ...name, leaf])).toMatchObject({ code: 0 });
    const other = ["-CAfile", ca, "-verify_hostname", "example.org"];
    expect(await openssl([...strict, ...other, leaf])).not.toMatchObject({ code: 0 });
    const text = (await openssl(["x509", "-in", leaf, "-noout", "-text"])).output;
    const extensions = [
      "Basic Constraints: critical",
      "Key Usage: critical",
      "Subject Key Identifier",
      "Authority Key Identifier",
      "TLS Web Server Authentication",
    ];
    for (const extension of extensions) expect(text).toContain(extension);
  });
});

function openssl(args: readonly string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((ended) => {
    const child = spawn("openssl", args, { stdio: ["pipe", "pipe", "pipe"] });
    const chunks: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => chunks.push(chunk));
    child.on("close", (code) => ended({ code, output: Buffer.concat(chunks).toString() }));
    child.stdin.end();
  });
}

function withHeader({ address }: Client, authorization: string) {
  const ca = readFileSync(address.caFile);
  return new Promise<{ ca: boolean; status: number }>((answered, failed) => {
    const options = { ca, headers: { authorization }, agent: false };
    request(new URL(KEYS, address.url), options, (response) => {
      response.resume();
      answered({ ca: true, status: response.statusCode ?? 0 });
    })
      .on("error", failed)
      .end();
  });
}
