// The simulated people, as a process of their own: what they type, write, read, and never say.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { custodyObjects, fold, checkCustody } from "../ceremony/ceremony.ts";
import { entriesOf, opened } from "../ceremony/record.fixture.ts";
import { forkChild } from "../pipe/node-child.ts";
import { callsOver } from "../pipe/pipe.ts";
import { openSecretSocket } from "../vault/secret-socket.ts";
import { PROGRAM } from "../vault/vault.fixture.ts";
import { ownKey, type Acquainted } from "../vault/vault.ts";
import { passphraseOf } from "./passphrases.ts";
import { REHEARSAL_PEOPLE, PEOPLE_COMMAND, type PeopleMethods } from "./protocol.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "people-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const papers = (): string => join(folder, "papers.json");
function fileOf(text: string): string {
  const file = join(folder, "passphrases");
  writeFileSync(file, text);
  return file;
}

/** The people, their papers in the folder of this test. */
async function people(...file: readonly string[]): Promise<PeopleMethods> {
  const { channel, end } = forkChild(PROGRAM, [PEOPLE_COMMAND, papers(), ...file]);
  onTestFinished(end);
  const names = ["type", "write", "read", "bag", "acquaint"] as const;
  const { call } = await callsOver<PeopleMethods & Acquainted>(channel, names);
  await call.acquaint(ownKey());
  return call;
}

describe("an officer's passphrase", () => {
  it("is the line of their seat, byte for byte, whatever ends the lines", () => {
    for (const end of ["\n", "\r\n"]) {
      const lines = ["one", "  two ", 'three="3"'];
      const file = fileOf(lines.join(end) + end);
      expect([1, 2, 3].map((seat) => passphraseOf(seat, file))).toEqual(lines);
    }
    expect(passphraseOf(2, fileOf("one\ntwo"))).toBe("two");
  });

  it.each([
    ["that is not there", "one\ntwo\n", 3],
    ["that is empty", "one\n\nthree\n", 2],
  ])("on a line %s is asked for, by its number", async (_, text, seat) => {
    expect(codeOf(() => passphraseOf(seat, fileOf(text)))).toBe("E-PEOPLE-LINES");
  });

  it("in a file that cannot be read is a fault", async () => {
    expect(codeOf(() => passphraseOf(1, join(folder, "none")))).toBe("E-PEOPLE-FILE");
    expect(codeOf(() => passphraseOf(1, folder))).toBe("E-PEOPLE-FILE");
  });

  it("without a file is the same at every rehearsal, and each officer's own", () => {
    const fixed = [1, 2, 3].map((seat) => passphraseOf(seat, null));
    expect(new Set(fixed).size).toBe(3);
    expect(fixed).toEqual([1, 2, 3].map((seat) => passphraseOf(seat, null)));
    for (const passphrase of fixed) expect(passphrase).toMatch(/^[a-z]+( [a-z]+){5}$/);
  });
});

describe("papers that cannot be read", () => {
  it("are refused, and stay as they are", async () => {
    const call = await people();
    await call.write({ paper: "card", words: "one two" });
    const whole = readFileSync(papers(), "utf8");
    for (const broken of [() => writeFileSync(papers(), whole.slice(0, -3)), hideBehindFolder]) {
      broken();
      expect(await codeOf(call.read({ paper: "card" }))).toBe("E-PEOPLE-PAPERS");
      expect(await codeOf(call.write({ paper: "other", words: "x" }))).toBe("E-PEOPLE-PAPERS");
    }
    rmSync(papers(), { recursive: true });
    writeFileSync(papers(), whole);
    expect(await call.read({ paper: "card" })).toBe("one two");
  });

  /** Reading fails as on a broken disk: EISDIR in place of EIO. */
  function hideBehindFolder(): void {
    rmSync(papers());
    mkdirSync(papers());
  }
});

describe("the people", () => {
  it("type into the socket, new passphrases twice, and tell nobody else", async () => {
    const typed: unknown[] = [];
    const socket = await openSecretSocket((line) => void typed.push(line));
    onTestFinished(socket.close);
    const call = await people(fileOf("one\ntwo\nthree\n"));
    const said = [
      await call.type({ seat: 2, purpose: "new", again: false, tries: 3, socket: socket.address }),
      await call.type({ seat: 3, purpose: "open", again: false, tries: 3, socket: socket.address }),
    ];
    expect(typed).toEqual([{ passphrase: "two", again: "two" }, { passphrase: "three" }]);
    expect(said).toEqual([null, null]);
  });

  it("report it when nobody listens, or what they typed is refused", async () => {
    const call = await people(fileOf("one\ntwo\nthree\n"));
    const absent = {
      seat: 1,
      purpose: "open",
      again: false,
      tries: 3,
      socket: join(folder, "socket"),
    } as const;
    expect(await codeOf(() => call.type(absent))).toBe("E-VAULT-DOOR");
    const socket = await openSecretSocket(() => {
      throw new Error("two");
    });
    onTestFinished(socket.close);
    expect(await codeOf(() => call.type({ ...absent, socket: socket.address }))).toBe(
      "E-WORKER-BUG",
    );
    expect(await codeOf(() => call.type({ ...absent, seat: 4 }))).toBe("E-PEOPLE-LINES");
  });

  it("keep what was written on paper, even when others follow them", async () => {
    const first = await people();
    await first.write({ paper: "card of officer 1", words: "one two" });
    await first.write({ paper: "card of officer 2", words: "three" });
    await first.write({ paper: "card of officer 1", words: "one two four" });
    const second = await people();
    expect(await second.read({ paper: "card of officer 1" })).toBe("one two four");
    expect(await second.read({ paper: "card of officer 2" })).toBe("three");
    expect(await codeOf(() => second.read({ paper: "card of officer 3" }))).toBe("E-PEOPLE-PAPER");
    expect(existsSync(papers())).toBe(true);
    expect(statSync(papers()).mode & 0o077).toBe(0);
  });

  it("bring bags that custody accepts, for any officers present", async () => {
    const call = await people();
    for (const seats of [
      [1, 2, 3],
      [1, 2],
      [2, 3],
    ]) {
      const participants = REHEARSAL_PEOPLE.filter(
        ({ role }) => !role.startsWith("officer-") || seats.includes(Number(role.slice(-1))),
      );
      const state = fold(entriesOf([{ station: "offline", event: opened({ participants }) }]));
      const asked = { objects: custodyObjects(state), keepers: participants, ceremony: "first" };
      const objects = await call.bag(asked);
      expect(checkCustody(state, objects)).toBeNull();
    }
  });
});
