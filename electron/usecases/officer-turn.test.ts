// An officer's vault lasts as long as their work, and not a moment longer; what only it may read
// nobody else does.
import { describe, expect, it, vi } from "vitest";
import { random, utf8 } from "../../crypto/index.ts";
import { temporaryFolder } from "../journal/record.fixture.ts";
import * as media from "../media/media.ts";
import type { KeyAt } from "../vault/vault.ts";
import type { Deps } from "./deps.ts";
import { keyFileFor, withVault } from "./officer-turn.ts";
import type { Turn } from "./turn.ts";

vi.mock("../media/media.ts", { spy: true });

it.each([
  ["does what it should", () => Promise.resolve("done")],
  ["is refused", () => Promise.reject(new Error("refused"))],
])("is ended before anything else is done, if its work %s", async (_, work) => {
  const course: string[] = [];
  const end = vi.fn(async () => {
    await Promise.resolve();
    course.push("ended");
  });
  const vaults = { openOfficerVault: async () => ({ socket: "", call: {}, end }) };
  const deps = { station: "connected", vaults } as unknown as Deps;
  const turn = withVault(deps, {} as Turn, async () => {
    course.push("worked");
    return work();
  });
  await turn.then(
    () => course.push("over"),
    () => course.push("over"),
  );
  expect(course).toEqual(["worked", "ended", "over"]);
});

describe("an officer's key file", () => {
  const LOOKED = { isOpen: true, size: 7, sha256: "5d".repeat(32) };
  /** A medium with a key file, and the officer's turn; what the vault was asked to look at. */
  function turnOf(signingThumbprint: string) {
    const on = media.prepareMedium(temporaryFolder(), "officer-1", "REHEARSAL", random);
    const keyAt: KeyAt = { on, name: "cert_0.key" };
    media.writeFile(on, keyAt.name, utf8("what the file has"));
    const looked: unknown[] = [];
    const look = async (request: unknown) => {
      looked.push(request);
      return LOOKED;
    };
    const officers = [{ officer: "officer-1", signingThumbprint }];
    const state = { opened: { earlier: [{ officers }] }, accepted: [] };
    const turn = { state } as unknown as Turn;
    const vault = { call: { look } } as unknown as Parameters<typeof keyFileFor>[1];
    vi.mocked(media.readFile).mockClear();
    return { keyAt, looked, file: () => keyFileFor(turn, vault, 1, keyAt) };
  }

  it("that another tool may have left open is read by the vault alone", async () => {
    const { keyAt, looked, file } = turnOf("");
    expect(await file()).toEqual({ given: { keyAt }, ...LOOKED });
    expect(looked).toEqual([{ ...keyAt, accepted: [] }]);
    expect(vi.mocked(media.readFile).mock.calls).toEqual([]);
  });

  it("of ours, which is never open, is handed to the vault as it is on the medium", async () => {
    const { looked, file } = turnOf("5d".repeat(32));
    const { given, isOpen } = await file();
    expect([given, isOpen]).toEqual([{ keyPem: "what the file has" }, false]);
    expect(looked).toEqual([]);
    expect(media.readFile).toHaveBeenCalledOnce();
  });
});
