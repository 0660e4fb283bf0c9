// The socket of a vault: who may connect, what is accepted, and what is refused without harm.
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { bareVault, IDENTITY, tappedVaults, TYPED_TWICE } from "./vault.fixture.ts";
import { sendSecret } from "./vault.ts";

const { vaults } = tappedVaults();

/** The answer to a sender of these bytes, before the socket closes. */
function tell(address: string, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(address);
    let answer = "";
    socket.on("data", (chunk) => void (answer += chunk.toString()));
    socket.on("error", () => resolve("broken off"));
    socket.on("close", () => resolve(answer));
    socket.end(bytes);
  });
}

/** A folder of the test's own; afterwards the environment is restored. */
function newRoot(): string {
  const root = mkdtempSync(join(tmpdir(), "socket-"));
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(root, { recursive: true });
  });
  return root;
}

async function officer() {
  const vault = await vaults.openOfficerVault();
  onTestFinished(() => vault.end());
  return vault;
}

describe("an officer's socket", () => {
  it("is in a folder that only this user may enter, and is removed with the vault", async () => {
    const { socket, end } = await officer();
    const folder = dirname(socket);
    if (process.platform !== "win32") expect(statSync(folder).mode & 0o777).toBe(0o700);
    await end();
    expect(existsSync(folder)).toBe(false);
    expect(await codeOf(sendSecret(socket, TYPED_TWICE))).toBe("E-VAULT-DOOR");
  });

  it.skipIf(process.platform === "win32")(
    "is elsewhere if the folder for temporary files does not accept it",
    async () => {
      const root = newRoot();
      const long = join(root, "x".repeat(120));
      mkdirSync(long);
      for (const folder of [join(root, "none"), long]) {
        vi.stubEnv("TMPDIR", folder);
        const { socket } = await officer();
        expect(socket.startsWith(root)).toBe(false);
        expect(await sendSecret(socket, TYPED_TWICE)).toEqual({ ok: true });
      }
      expect(readdirSync(long)).toEqual([]);
    },
  );

  it.skipIf(process.platform === "win32")(
    "of a killed vault is removed by the next one, and a living one's is not",
    async () => {
      const root = newRoot();
      vi.stubEnv("TMPDIR", root);
      const [killed, living] = [await bareVault("officer"), await bareVault("officer")];
      killed.child.kill("SIGKILL");
      await once(killed.child, "exit");
      const others = join(root, "sd-somebody-else");
      mkdirSync(others);
      const before = new Date(Date.now() - 120_000);
      for (const name of readdirSync(root)) utimesSync(join(root, name), before, before);
      const { socket } = await officer();
      expect(readdirSync(root).sort()).toEqual(
        [dirname(living.socket), dirname(socket), others].map((path) => basename(path)).sort(),
      );
    },
  );

  it.each([
    ["nothing", null],
    ["a list", []],
    ["a number", 5],
    ["no passphrase", {}],
    ["a number as passphrase", { passphrase: 5 }],
    ["nothing as passphrase", { passphrase: null }],
    ["a list typed again", { passphrase: "a good passphrase", again: ["a good passphrase"] }],
    ["a share", { share: { n: 1, thumbprint: "ab", share: { x: 1, values: [1] } } }],
  ])("answers that what was typed did not arrive, for %s", async (_, message) => {
    const { socket } = await officer();
    expect(await sendSecret(socket, message)).toMatchObject({ code: "E-VAULT-FORM" });
  });

  it("refuses what is not a line of JSON, and still accepts the next sender", async () => {
    const vault = await officer();
    const call = vault.call.make(IDENTITY);
    const visits = [
      "",
      "\n",
      "{\n",
      "passphrase\n",
      "\u0000\u0001\n",
      "GET / HTTP/1.1\r\n\r\n",
      '{"passphrase":"half a line"',
      '{"passphrase":"a whole line of somebody else","again":"a whole line of somebody else"}\n',
      '{"nonce":"AAAA"}\n',
      `{"nonce":"${"A".repeat(43)}="}`,
      `{"passphrase":"${"a".repeat(70_000)}"}\n`,
      "a".repeat(300_000),
    ];
    for (const bytes of visits) expect(await tell(vault.socket, bytes)).toMatch(/^(broken off)?$/);
    expect(await sendSecret(vault.socket, TYPED_TWICE)).toEqual({ ok: true });
    expect((await call).keyPem).toContain("BEGIN ENCRYPTED PRIVATE KEY");
  });

  it("repeats nothing of what was typed", async () => {
    const { socket } = await officer();
    for (const passphrase of ["a secret word", ["a secret word"]])
      expect(JSON.stringify(await sendSecret(socket, { passphrase }))).not.toContain("secret");
  });
});

describe("a quorum's socket", () => {
  const values: readonly unknown[] = Array.from({ length: 32 }, (_, i) => i);
  const share = { n: 1, thumbprint: "ab", share: { x: 1, values } };
  const withFirst = (value: unknown) => ({
    share: { ...share, share: { x: 1, values: values.with(0, value) } },
  });
  it.each([
    ["nothing", null],
    ["a passphrase", TYPED_TWICE],
    ["no share in it", { share: {} }],
    ["nothing in it", { share: null }],
    ["no officer", { share: { ...share, n: "1" } }],
    ["no thumbprint", { share: { ...share, thumbprint: 1 } }],
    ["no values", { share: { ...share, share: { x: 1 } } }],
    ["values that are no numbers", withFirst("1")],
    ["values that are fractions", withFirst(1.5)],
    ["a share that is null", { share: { ...share, share: null } }],
    ["a share that is a text", { share: { ...share, share: "1" } }],
  ])("refuses %s by its form", async (_, message) => {
    const vault = await vaults.openQuorumVault();
    onTestFinished(() => vault.end());
    expect(await sendSecret(vault.socket, message)).toMatchObject({ code: "E-VAULT-FORM" });
    expect(await sendSecret(vault.socket, { share })).toEqual({ ok: true });
  });
});
