// Answers that break, drip or never end, over real TLS: what came is kept, nothing is sent twice.
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { codeOf } from "../../../crypto/code-of.fixture.ts";
import { serverIdentity, type ServerIdentity } from "./certificates.fixture.ts";
import {
  challenges,
  json,
  keeper,
  scriptedServer,
  type Script,
  type ScriptedServer,
} from "./scripted-server.fixture.ts";
import { stopTime } from "./stopped-time.fixture.ts";

const officers = [1, 2, 3].map((n) => ({ der: Uint8Array.of(48, n), modulus: `AQ${n}` }));
let identity: ServerIdentity;
const servers: ScriptedServer[] = [];

beforeAll(() => {
  identity = serverIdentity();
});
afterEach(async () => {
  await Promise.all(servers.splice(0).map((one) => one.close()));
});

async function serving(script: Script, challenge: Script = challenges): Promise<ScriptedServer> {
  const server = await scriptedServer(identity, script, challenge);
  servers.push(server);
  return server;
}

const raw =
  (text: string): Script =>
  (response) => {
    response.socket?.end(text);
  };
const head = "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\n";

describe("a broken answer", () => {
  it.each([
    ["empty", ""],
    ["HTML", "<html>sign in</html>"],
    ["cut-off JSON", '{"status":"Succ'],
    ["no object", "[]"],
  ])("to a status question, %s, is E-HSM-BODY", async (_, body) => {
    const { hsm } = await serving((response) => response.writeHead(200).end(body));
    await expect(hsm().downloadStatus()).rejects.toMatchObject({ code: "E-HSM-BODY" });
  });

  it("of another content type is E-HSM-BODY", async () => {
    const { hsm } = await serving((response) =>
      response.writeHead(200, { "Content-Type": "text/html" }).end('{"status":"Success"}'),
    );
    await expect(hsm().downloadStatus()).rejects.toMatchObject({ code: "E-HSM-BODY" });
  });

  it("shorter than announced is E-HSM-BODY to a question, unknown to an upload", async () => {
    const { hsm } = await serving(raw(`${head}Content-Length: 500\r\n\r\n{"status":"Success"}`));
    const one = hsm();
    await expect(one.downloadStatus()).rejects.toMatchObject({ code: "E-HSM-BODY" });
    await expect(one.upload("x")).rejects.toMatchObject({ code: "E-HSM-UNKNOWN-OUTCOME" });
  });

  it("to an upload, HTML or another shape, leaves the outcome unknown", async () => {
    const { hsm, authorized } = await serving((response) => response.writeHead(202).end("<html>"));
    await expect(hsm().upload("x")).rejects.toMatchObject({ code: "E-HSM-UNKNOWN-OUTCOME" });
    expect(authorized()).toHaveLength(1);
  });
});

describe("a download that breaks off", () => {
  it.each([
    ["by a shorter body", raw(`${head}Content-Length: 500\r\n\r\n{"value":"half`)],
    [
      "by a reset after half",
      ((response) => {
        response.writeHead(202, { "Content-Length": "500" });
        response.write('{"value":"half', () => setTimeout(() => response.socket?.destroy(), 50));
      }) satisfies Script,
    ],
    [
      "in the middle of a chunk",
      raw(`${head}Transfer-Encoding: chunked\r\n\r\nff\r\n{"value":"half`),
    ],
  ])("%s keeps what came, and says that it is not whole", async (_, script) => {
    const { hsm, authorized } = await serving(script);
    const kept = keeper();
    expect(await hsm().download(officers, 2, kept)).toEqual({ bytes: 14, complete: false });
    expect(kept.text()).toBe('{"value":"half');
    expect(authorized()).toHaveLength(1);
  });

  it("before any byte of an answer leaves the outcome unknown, and is not sent again", async () => {
    const { hsm, authorized } = await serving((response) => response.socket?.destroy());
    await expect(hsm().download(officers, 2, keeper())).rejects.toMatchObject({
      code: "E-HSM-UNKNOWN-OUTCOME",
    });
    expect(authorized()).toHaveLength(1);
  });

  it("is only unreachable when the probe broke off, for nothing was sent", async () => {
    const { hsm, authorized } = await serving(challenges, (response) => response.socket?.destroy());
    await expect(hsm().download(officers, 2, keeper())).rejects.toMatchObject({
      code: "E-HSM-NET",
    });
    expect(authorized()).toEqual([]);
  });

  it("hands over HTML and empty bodies as they came", async () => {
    for (const text of ["", "<html>sign in</html>"]) {
      const { hsm } = await serving((response) => response.writeHead(200).end(text));
      const kept = keeper();
      const received = await hsm().download(officers, 2, kept);
      expect(received).toEqual({ bytes: text.length, complete: true });
      expect(kept.text()).toBe(text);
    }
  });
});

describe("sizes and times", () => {
  it("cuts a download at its limit with E-HSM-SIZE, having kept what came before", async () => {
    const { hsm } = await serving((response) => response.writeHead(202).end("x".repeat(300_000)));
    const kept = keeper();
    await expect(
      hsm({ limits: { downloadBytes: 100_000 } }).download(officers, 2, kept),
    ).rejects.toMatchObject({ code: "E-HSM-SIZE" });
    expect(kept.text()).toHaveLength(100_000);
  });

  it("stops an endless body at 1 MiB without holding it", async () => {
    let written = 0;
    const { hsm } = await serving((response) => {
      response.writeHead(200);
      const more = (): void => {
        while (!response.destroyed && written < 2 ** 30) {
          written += 65_536;
          if (!response.write(Buffer.alloc(65_536, 32))) return void response.once("drain", more);
        }
      };
      more();
    });
    await expect(hsm().downloadStatus()).rejects.toMatchObject({ code: "E-HSM-SIZE" });
    expect(written).toBeLessThan(64 * 2 ** 20);
  });

  it("unpacks nothing: a compressed answer is no JSON", async () => {
    const { hsm, asked } = await serving((response) => {
      response.writeHead(200, { "Content-Encoding": "gzip", "Content-Type": "application/json" });
      response.end(Buffer.from("1f8b08000000000000030300", "hex"));
    });
    await expect(hsm().downloadStatus()).rejects.toMatchObject({ code: "E-HSM-BODY" });
    expect(asked[0]?.headers["accept-encoding"]).toBe("identity");
  });

  it("stops a body that drips, with E-HSM-SLOW, having kept what came", async () => {
    const { hsm } = await serving((response) => {
      response.writeHead(202);
      const drip = setInterval(() => response.write("x"), 20);
      response.once("close", () => clearInterval(drip));
    });
    const { pass, timers } = stopTime();
    const kept = keeper();
    const one = hsm({ limits: { bodySeconds: 0.5 } });
    const slow = codeOf(one.download(officers, 2, kept));
    await pass(0.4, () => kept.text().length >= 5);
    const early = kept.text().length;
    await pass(0.1, () => kept.text().length > early);
    expect(await slow).toBe("E-HSM-SLOW");
    expect(kept.text()).toMatch(/^x{5,}$/);
    const status = codeOf(one.downloadStatus());
    await pass(0.5, () => timers(0.5) === 2);
    expect(await status).toBe("E-HSM-SLOW");
    const upload = codeOf(one.upload("x"));
    await pass(0.5, () => timers(0.5) === 3);
    expect(await upload).toBe("E-HSM-UNKNOWN-OUTCOME");
  });

  it("times out a question without an answer; a change without one is unknown", async () => {
    const { hsm, authorized } = await serving(() => undefined);
    const { pass } = stopTime();
    const one = hsm({ limits: { answerSeconds: 0.3 } });
    const asked = codeOf(one.downloadStatus());
    await pass(0.3, () => authorized().length === 1);
    expect(await asked).toBe("E-HSM-TIMEOUT");
    const changed = codeOf(one.upload("x"));
    await pass(0.3, () => authorized().length === 2);
    expect(await changed).toBe("E-HSM-UNKNOWN-OUTCOME");
  });

  it("does not count the time of signing in", async () => {
    const { hsm } = await serving((response) => json(response, 200, { status: "Success" }));
    const { pass } = stopTime();
    const credential = {
      getToken: async () => {
        await pass(0.7, () => true);
        return { token: "t", expiresOnTimestamp: Date.now() + 3_600_000 };
      },
    };
    const one = hsm({ credential, limits: { answerSeconds: 0.5 } });
    expect(await one.downloadStatus()).toMatchObject({ state: "succeeded" });
  });
});
