// Who is at the other end of a vault's socket: a strange process gets nothing, whatever it says.
import { createServer, connect, type Socket } from "node:net";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { random, toBase64 } from "../../crypto/index.ts";
import { openSecretSocket, sendSecret } from "./secret-socket.ts";
import { acquainted, ownKey } from "./socket-key.ts";
import { newNonce, visitBetween } from "./visit.ts";

const SECRET = { share: { n: 1, values: "a secret share" } };
beforeAll(() => void ownKey());

/** An address of the test's own. */
function address(): string {
  if (process.platform === "win32") return `\\\\.\\pipe\\sd-test-${toBase64(random(8))}`;
  const folder = mkdtempSync(join(tmpdir(), "visit-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, "socket");
}

/** Something in a vault's place; what it received. */
async function standIn(onData: (socket: Socket, said: string) => void) {
  const [place, heard] = [address(), [] as string[]];
  const server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      heard.push(chunk.toString());
      onData(socket, chunk.toString());
    });
  });
  await new Promise<void>((resolve) => server.listen(place, resolve));
  onTestFinished(() => void server.close());
  return { place, said: () => heard.join("") };
}

const line = (said: object): string => `${JSON.stringify(said)}\n`;
const nonceIn = (said: string): unknown => (JSON.parse(said) as { readonly nonce: unknown }).nonce;

describe("something in a vault's place", () => {
  const forms: readonly [string, (socket: Socket, said: string) => void][] = [
    ["that says all is well", (socket) => void socket.write('{"ok":true}\n')],
    ["that says what it heard", (socket, said) => void socket.write(said)],
    ["with a nonce and no proof", (socket) => void socket.write(line({ nonce: newNonce() }))],
    [
      "with a proof of a visit between others",
      (socket) => {
        const [a, b] = [newNonce(), newNonce()];
        socket.write(line({ nonce: b, sealed: visitBetween(a, b).seal("welcome", null) }));
      },
    ],
    [
      "with the visitor's nonce as its own, and the content of another line",
      (socket, said) => {
        const nonce = nonceIn(said);
        socket.write(line({ nonce, sealed: visitBetween(nonce, nonce).seal("message", null) }));
      },
    ],
    ["with another nonce's form", (socket) => void socket.write(line({ nonce: 5, sealed: 5 }))],
  ];
  it.each(forms)("%s is sent nothing but a nonce", async (_, onData) => {
    const { place, said } = await standIn(onData);
    expect(await codeOf(sendSecret(place, SECRET))).toBe("E-VAULT-STRANGER");
    expect(said()).toMatch(/^\{"nonce":"[A-Za-z0-9+/]{43}="\}\n$/);
  });

  it.each([
    ["that hangs up", (socket: Socket) => void socket.destroy()],
    ["that says no JSON", (socket: Socket) => void socket.write("HTTP/1.1 200 OK\r\n\r\n")],
    ["that says too much", (socket: Socket) => void socket.write("x".repeat(300_000))],
  ])("%s is a door that nobody opens", async (_, onData) => {
    const { place, said } = await standIn(onData);
    expect(await codeOf(sendSecret(place, SECRET))).toBe("E-VAULT-DOOR");
    expect(said()).not.toContain("secret");
  });

  it("that relays every byte to the vault and back reads none of it", async () => {
    const taken: unknown[] = [];
    const vault = await openSecretSocket((message) => void taken.push(message));
    onTestFinished(() => vault.close());
    const ways = new Map<Socket, Socket>();
    const passed: string[] = [];
    const { place, said } = await standIn((socket, chunk) => {
      const way = ways.get(socket) ?? connect(vault.address);
      if (!ways.has(socket))
        way.on("data", (answer) => {
          passed.push(answer.toString());
          socket.write(answer);
        });
      ways.set(socket, way);
      way.write(chunk);
    });
    expect(await sendSecret(place, SECRET)).toEqual({ ok: true });
    expect(taken).toEqual([SECRET]);
    for (const text of [said(), passed.join("")]) expect(text).not.toMatch(/secret|share|"ok"/);
  });
});

it("a visit between others opens nothing, though both its nonces were seen", async () => {
  const [own, a, b] = [ownKey(), newNonce(), newNonce()];
  const sealed = visitBetween(a, b).seal("message", SECRET);
  const opens = (): string => codeOf(() => void visitBetween(a, b).open("message", sealed));
  await acquainted.acquaint(random(32));
  const byOthers = opens();
  await acquainted.acquaint(own);
  expect([byOthers, opens()]).toEqual(["E-VAULT-STRANGER", "nothing thrown"]);
});

describe("someone else at a vault's socket", () => {
  /** The answers to these lines, each sent once the vault has answered the one before. */
  function told(place: string, words: readonly ((heard: string) => string)[]): Promise<string> {
    return new Promise((resolve) => {
      const socket = connect(place);
      let [heard, next] = ["", 1];
      socket.on("data", (chunk) => {
        heard += chunk.toString();
        const word = words[next++];
        if (word !== undefined) socket.write(word(heard));
      });
      socket.on("error", () => resolve(heard)).on("close", () => resolve(heard));
      socket.write(words[0]!(""));
    });
  }
  const nonce = newNonce();
  const hello = (): string => line({ nonce });

  it.each<[string, (heard: string) => string]>([
    [
      "a passphrase in the clear",
      () => line({ passphrase: "a passphrase", again: "a passphrase" }),
    ],
    ["something sealed without the key", () => line({ sealed: "e30....AA" })],
    ["the vault's own welcome", (heard) => line(JSON.parse(heard) as object)],
    [
      "something sealed for another visit",
      () => line({ sealed: visitBetween(nonce, newNonce()).seal("message", SECRET) }),
    ],
    [
      "something sealed as an answer",
      (heard) => line({ sealed: visitBetween(nonce, nonceIn(heard)).seal("answer", SECRET) }),
    ],
  ])("brings %s, and is told nothing", async (_, word) => {
    const taken: unknown[] = [];
    const vault = await openSecretSocket((message) => void taken.push(message));
    onTestFinished(() => vault.close());
    const heard = await told(vault.address, [hello, word]);
    expect(heard).toMatch(/^\{"nonce":"[^"]+","sealed":"[^"]+"\}\n$/);
    expect(taken).toEqual([]);
    expect(await sendSecret(vault.address, SECRET)).toEqual({ ok: true });
  });

  it("a replay of an earlier visitor's bytes has no effect", async () => {
    const taken: unknown[] = [];
    const vault = await openSecretSocket((message) => void taken.push(message));
    onTestFinished(() => vault.close());
    const words: string[] = [];
    const { place } = await standIn((socket, chunk) => {
      words.push(chunk);
      if (words.length > 1) return void socket.destroy();
      connect(vault.address)
        .on("data", (answer) => socket.write(answer))
        .write(chunk);
    });
    expect(await codeOf(sendSecret(place, SECRET))).toBe("E-VAULT-DOOR");
    await told(vault.address, [() => words[0]!, () => words[1]!]);
    expect(taken).toEqual([]);
  });
});
