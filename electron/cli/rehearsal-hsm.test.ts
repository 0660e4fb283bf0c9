// `sd rehearsal-hsm`: the built-in HSM served alone, by the built program.
import { spawn, type ChildProcess } from "node:child_process";
import { randomInt } from "node:crypto";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { describe, expect, it } from "vitest";
import { clientOf } from "../rehearsal-hsm/hsm.fixture.ts";
import { serveHsm } from "./hsm.fixture.ts";
import { expectRefusal, PROGRAM, sd, temporaryFolder } from "./program.fixture.ts";

const view = (name: string) => `/providers/Microsoft.KeyVault/managedHSMs/${name}`;

describe("the first line", () => {
  it("is one JSON object with absolute paths, though the folder was named relatively", async () => {
    const cwd = temporaryFolder();
    const hsm = await serveHsm(["--dir", join("new", "hsm")], { cwd });
    expect(Object.keys(hsm.address)).toEqual([
      "url",
      "caFile",
      "tokenFile",
      "auditorTokenFile",
      "sgxRootFile",
      "accountKeyFile",
    ]);
    const { url, caFile, tokenFile } = hsm.address;
    expect(url).toMatch(/^https:\/\/127\.0\.0\.1:[1-9]\d+$/);
    for (const file of [caFile, tokenFile]) {
      expect(isAbsolute(file)).toBe(true);
      expect(file.startsWith(join(cwd, "new", "hsm"))).toBe(true);
    }
    expect(readFileSync(caFile, "utf8")).toMatch(/^-----BEGIN CERTIFICATE-----\n/);
    expect(readFileSync(tokenFile, "utf8")).toMatch(/^[\x21-\x7e]{20,}$/);
    expect(await hsm.end("SIGTERM")).toEqual({ code: 0, errors: "" });
    expect(hsm.out()).toBe(`${JSON.stringify(hsm.address)}\n`);
  });
});

describe("the server", () => {
  it("answers over strict TLS under both names, and takes the token alone", async () => {
    const hsm = await serveHsm(["--dir", join(temporaryFolder(), "hsm"), "--name", "A-HSM"]);
    const { url } = hsm.address;
    for (const at of [url, url.replace("127.0.0.1", "localhost")]) {
      const { ask } = clientOf({ ...hsm.address, url: at });
      const active = await ask("GET", view("A-HSM"));
      expect(active).toMatchObject({ status: 200 });
      expect(active.text).toContain('"NotActivated"');
      for (const token of [null, "wrong"]) {
        const refused = await ask("GET", "/keys", undefined, token);
        expect(refused.status).toBe(401);
        expect(refused.headers["www-authenticate"]).toMatch(/^Bearer authorization="/);
      }
    }
  });

  it("takes a free port of its own, or the one it is told", async () => {
    const folder = temporaryFolder();
    // Below those that a system gives out by itself: no other program comes to have it meanwhile.
    const port = String(randomInt(20_000, 32_000));
    const first = await serveHsm(["--dir", join(folder, "a"), "--port", port]);
    expect(new URL(first.address.url).port).toBe(port);
    const others = [
      await serveHsm(["--dir", join(folder, "b")]),
      await serveHsm(["--dir", join(folder, "d")]),
    ].map(({ address }) => new URL(address.url).port);
    expect(new Set([port, ...others]).size).toBe(3);
    expectRefusal(
      await sd(["rehearsal-hsm", "--dir", join(folder, "c"), "--port", port]),
      "E-RHSM-PORT",
    );
    expect(await first.end("SIGTERM")).toMatchObject({ code: 0 });
    const third = await serveHsm(["--dir", join(folder, "c"), "--port", port]);
    expect(new URL(third.address.url).port).toBe(port);
  });

  it("continues with its folder's state, which two cannot share", async () => {
    const dir = join(temporaryFolder(), "hsm");
    const first = await serveHsm(["--dir", dir, "--name", "A-HSM"]);
    const token = readFileSync(first.address.tokenFile, "utf8");
    const before = (await first.client.ask("GET", "/securitydomain/upload")).text;
    expectRefusal(await sd(["rehearsal-hsm", "--dir", dir]), "E-RHSM-LOCK");
    expect(await first.end("SIGTERM")).toMatchObject({ code: 0 });
    const second = await serveHsm(["--dir", dir]);
    expect(readFileSync(second.address.tokenFile, "utf8")).toBe(token);
    expect((await second.client.ask("GET", "/securitydomain/upload")).text).toBe(before);
    expect((await second.client.ask("GET", view("A-HSM"))).status).toBe(200);
    expect(await second.end("SIGINT")).toMatchObject({ code: 0 });
  });

  it("that was told to end while it is asked ends anyway", async () => {
    const hsm = await serveHsm(["--dir", join(temporaryFolder(), "hsm")]);
    const asking = Array.from({ length: 20 }, () =>
      hsm.client.ask("GET", "/securitydomain/upload").catch(() => null),
    );
    expect(await hsm.end("SIGTERM")).toEqual({ code: 0, errors: "" });
    await Promise.all(asking);
  });

  it("is refused an impossible folder, and an invalid name", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "file"), "");
    expectRefusal(await sd(["rehearsal-hsm", "--dir", join(folder, "file")]), "E-RHSM-DIR");
    const args = ["rehearsal-hsm", "--dir", join(folder, "hsm"), "--name", "1st/hsm"];
    expectRefusal(await sd(args), "E-RHSM-NAME");
    expect(readdirSync(folder).includes("file")).toBe(true);
  });

  it("continues when nobody reads its first line", async () => {
    const dir = join(temporaryFolder(), "hsm");
    const child: ChildProcess = spawn(process.execPath, [PROGRAM, "rehearsal-hsm", "--dir", dir], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    child.stdout?.destroy();
    const ended = once(child, "exit");
    while (!existsSync(join(dir, "token"))) await new Promise((wait) => setTimeout(wait, 50));
    await new Promise((wait) => setTimeout(wait, 500));
    expect(child.exitCode).toBeNull();
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
  });
});
