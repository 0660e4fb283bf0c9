// The packaged app: hardened, whole in its archive, and refusing to be anything else.
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { FuseV1Options, getCurrentFuseWire } from "@electron/fuses";
import { listPackage } from "@electron/asar";
import type { Page } from "playwright";
import { differences } from "../../build/manifest.mjs";
import { linesOf, runLines } from "../../build/package/guide-lines.fixture.ts";
import { childrenOf, makeHome, withoutRuntime, xdotool, type Home } from "./app.fixture.ts";
import { mouse } from "./hands.fixture.ts";
import {
  endOf,
  noted,
  openPacked,
  packApp,
  packSigned,
  startAs,
  type Packed,
} from "./packed.fixture.ts";
import { look, passphraseOf } from "./people.fixture.ts";
import { expectSandboxed } from "./sandbox.fixture.ts";
import { whileStill } from "./still.fixture.ts";
import { titleOn, windowsOn } from "./start.fixture.ts";
import { expect, inOrder, poll, test } from "./test.fixture.ts";

const isLong = process.env["LONG"] === "1";
/** How a fuse that is on is in the program: the digit one. */
const ON = 0x31;

inOrder("the packaged app (needs the Electron runtime)", withoutRuntime, () => {
  let packed: Packed;
  test.beforeAll(() => {
    packed = packApp();
  });
  test.afterAll(() => {
    packed.remove();
  });

  test("has its fuses set: no Node, no debugger, only its own archive", async () => {
    const wire = await getCurrentFuseWire(packed.program);
    const on = Object.entries(wire)
      .filter(([, state]) => Number(state) === ON)
      .map(([fuse]) => FuseV1Options[Number(fuse)])
      .sort();
    expect(on).toEqual([
      "EnableCookieEncryption",
      "EnableEmbeddedAsarIntegrityValidation",
      "OnlyLoadAppFromAsar",
    ]);
  });

  test("contains the bundle and nothing else, with the licences beside it", () => {
    const resources = join(packed.folder, "resources");
    expect(readdirSync(resources).sort()).toEqual(["NOTICES.txt", "app.asar"]);
    const inside = listPackage(join(resources, "app.asar"), { isPack: false });
    expect(inside).toContain("/dist/app/vault.cjs");
    expect(inside.filter((path) => !/^\/(package\.json|dist(\/app(\/.*)?)?)$/.test(path))).toEqual(
      [],
    );
    expect(existsSync(join(packed.folder, "version"))).toBe(false);
    const notices = readFileSync(join(resources, "NOTICES.txt"), "utf8");
    for (const words of [
      "react 19",
      "node-forge",
      "OpenSubtitles",
      "Electronic Frontier",
      "pdfkit",
      "SIL OPEN FONT LICENSE",
    ])
      expect(notices).toContain(words);
  });

  test("lists all its files to the byte, and who put its Electron together", () => {
    const manifest = readFileSync(join(packed.folder, "MANIFEST"), "utf8");
    expect(manifest).toContain(`\n# electron ${noted().version} (${noted().source})\n`);
    expect(manifest).toMatch(/^[0-9a-f]{64} {2}security-domain-ceremony$/m);
    expect(manifest).toMatch(/^[0-9a-f]{64} {2}resources\/app\.asar$/m);
    expect(differences(packed.folder, manifest)).toEqual([]);
    expect(readFileSync(join(packed.folder, "MANIFEST.sig"))).toHaveLength(0);
  });

  test("is for rehearsals alone if a third party did", async () => {
    const isRepacked = noted().source === "registry";
    expect(await titleOf(packed)).toBe(`rehearsals only${isRepacked ? "" : ", unsigned"}`);
  });

  test("opens its window in the real sandbox", async () => {
    const home = await makeHome();
    const { pid = -1 } = startAs(home, packed.program, []);
    await poll(() => windowsOn(home)).toBe(1);
    await expectSandboxed(pid);
  });

  for (const word of ["--remote-debugging-port=0", "--inspect=0"])
    test(`does not start with ${word}`, async () => {
      const home = await makeHome();
      const { code, said } = await endOf(startAs(home, packed.program, [word]));
      expect(code).toBe(2);
      expect(said).toContain("does not start with switches for developers");
      expect(said).not.toContain("listening on ws:");
      expect(windowsOn(home)).toBe(0);
    });

  test("is no Node, and does not start if its environment asks for another app", async () => {
    const home = await makeHome();
    const marker = join(home.folder, "tmp", "ran");
    const script = join(home.folder, "tmp", "evil.cjs");
    writeFileSync(script, `require("node:fs").writeFileSync(${JSON.stringify(marker)}, "")`);
    const given = {
      ELECTRON_RUN_AS_NODE: "1",
      ELECTRON_DISABLE_SANDBOX: "1",
      LD_LIBRARY_PATH: home.folder,
      SSLKEYLOGFILE: marker,
    };
    for (const [name, value] of Object.entries(given)) {
      const { code, said } = await endOf(
        startAs(home, packed.program, [script], { [name]: value }),
      );
      expect(code, name).toBe(2);
      expect(said).toContain(`does not start with these variables set: ${name}.`);
      expect(windowsOn(home)).toBe(0);
    }
    expect(existsSync(marker)).toBe(false);
  });

  test("starts without NODE_OPTIONS, which Electron takes away", async () => {
    const home = await makeHome();
    const marker = join(home.folder, "tmp", "ran");
    const script = join(home.folder, "tmp", "evil.cjs");
    writeFileSync(script, `require("node:fs").writeFileSync(${JSON.stringify(marker)}, "")`);
    startAs(home, packed.program, [], { NODE_OPTIONS: `--require=${script}` });
    await poll(() => windowsOn(home)).toBe(1);
    expect(existsSync(marker)).toBe(false);
  });

  test("shows Home, prints a script, and makes a key in a vault out of the archive", async () => {
    const home = await makeHome();
    const { page, pid } = await openPacked(home, packed);
    await page.getByRole("button", { name: /^Activate/ }).waitFor();
    expect(await page.getByRole("button", { name: /^Recover(?! without)/ }).count()).toBe(1);
    await printByDialog(home, page);
    await mouse.press(page, /^Activate/);
    await page.getByText("REHEARSAL").first().waitFor();
    await mouse.press(page, "Open the ceremony");
    await mouse.press(page, "It is all correct: open");
    await mouse.press(page, "Witness: confirm");
    await mouse.tick(page, "The projector is covered");
    await mouse.tick(page, "No camera sees the keyboard");
    const before = (await look({ page })).ceremony?.step;
    expect(before?.action.kind).toBe("make-key");
    await mouse.press(page, /^Officer \d, make the key$/);
    const opened = page.context().waitForEvent("page");
    await mouse.press(page, /^I am .*, alone at the screen$/);
    const small = await opened;
    await mouse.write(small, "Passphrase", passphraseOf(1));
    await mouse.write(small, "Repeat passphrase", passphraseOf(1));
    // Main's own process holds neither key nor passphrase: another one stands for that.
    const vaults = childrenOf(pid).filter(({ words }) => words.includes("node.mojom.NodeService"));
    expect(vaults.length).toBeGreaterThan(0);
    const closed = small.waitForEvent("close");
    await small
      .getByRole("button", { name: "Use this passphrase" })
      .click()
      .catch((error: unknown) => {
        // It may close while the press still ends.
        if (!small.isClosed()) throw error;
      });
    await closed;
    await mouse.press(page, "Witness: confirm");
    await poll(async () => (await look({ page })).ceremony?.step?.id).not.toBe(before?.id);
    expect((await look({ page })).refusal).toBe(null);
  });
});

/** As openPacked takes a hand inside, it is no package any more: this is seen from outside. */
async function titleOf({ program }: Packed): Promise<string> {
  const home = await makeHome();
  startAs(home, program, []);
  await poll(() => titleOn(home)).toMatch(/: /);
  return titleOn(home).replace(/^Security domain ceremonies: /, "");
}

inOrder(
  "a signed package of a checked Electron (needs the Electron runtime)",
  withoutRuntime,
  () => {
    let packed: Packed;
    test.beforeAll(() => {
      packed = packSigned();
    });
    test.afterAll(() => {
      packed.remove();
    });

    test("may be used in earnest", async () => {
      expect(await titleOf(packed)).toBe("rehearsals");
    });

    test("is as it was released by the lines of the guide, which find what is added", () => {
      const lines = linesOf("release-key.md", "Checking one without us");
      const key = join(packed.folder, "..", "project", "release-key.pem");
      const check = (): string => runLines(lines, { folder: packed.folder, key }).said;
      expect(check()).toBe("Verified OK\nThis package is as it was released.\n");
      const added = join(packed.folder, "libXdamage.so.1");
      writeFileSync(added, "");
      expect(check()).toMatch(/^Verified OK\n\d+a\d+\n> [0-9a-f]{64} {2}libXdamage\.so\.1\n$/);
      rmSync(added);
    });

    test("loads no library that was laid beside it, whatever its name", async () => {
      const { program, folder } = packed;
      const listing = spawnSync("ldd", [program], { encoding: "utf8" }).stdout;
      const libraries = [...listing.matchAll(/^\t(\S+) => (\/\S+) \(/gm)];
      expect(libraries.length).toBeGreaterThan(30);
      const laid = ["x86-64-v4", "x86-64-v3", "x86-64-v2"].map((level) =>
        join(folder, "glibc-hwcaps", level),
      );
      for (const place of [folder, ...laid]) {
        mkdirSync(place, { recursive: true });
        for (const [, name = "", from = ""] of libraries) copyFileSync(from, join(place, name));
      }
      const home = await makeHome();
      const { pid = -1 } = startAs(home, program, []);
      await poll(() => titleOn(home)).toContain("rehearsals only, program changed");
      const own = new RegExp(`${folder}/(\\S+)$`, "gm");
      const mapsOf = (one: { readonly pid: number }): string =>
        readFileSync(`/proc/${String(one.pid)}/maps`, "utf8");
      const loaded = whileStill(
        () => [{ pid, words: "" }, ...childrenOf(pid)],
        (all) => all.flatMap((one) => [...mapsOf(one).matchAll(own)].map(([, path = ""]) => path)),
      );
      expect(new Set(loaded)).toContain("libffmpeg.so");
      const listed = readFileSync(join(folder, "MANIFEST"), "utf8");
      expect([...new Set(loaded)].filter((path) => !listed.includes(`  ${path}\n`))).toEqual([]);
      rmSync(join(folder, "glibc-hwcaps"), { recursive: true });
      for (const [, name = ""] of libraries) rmSync(join(folder, name));
    });

    test("is for rehearsals alone without its signature", async () => {
      await withOther("MANIFEST.sig", Buffer.of(), "rehearsals only, unsigned");
    });

    const changed = [
      // A comment in the vault's program: what is changed still runs.
      ["resources/app.asar", "// electron/vault/vault-main.ts"],
      ["MANIFEST", null],
      // Found as the first is, by its SHA-256 in the list.
      ...(isLong
        ? ([
            ["security-domain-ceremony", null],
            ["libffmpeg.so", null],
          ] as const)
        : []),
    ] as const;
    for (const [name, word] of changed)
      test(`is for rehearsals alone once one byte of ${name} is another`, async () => {
        const bytes = readFileSync(join(packed.folder, name));
        const at = word === null ? bytes.length - 1 : bytes.indexOf(word) + word.length - 1;
        bytes[at]! ^= 1;
        await withOther(name, bytes, "rehearsals only, program changed");
      });

    test("is for rehearsals alone beside a file that was not released", async () => {
      const other = join(packed.folder, "resources", "app");
      mkdirSync(other);
      writeFileSync(join(other, "package.json"), "{}");
      expect(await titleOf(packed)).toBe("rehearsals only, program changed");
      rmSync(other, { recursive: true });
    });

    test("is for rehearsals alone beside another copy, which has another profile", async () => {
      expect(await titleOf(packed)).toBe("rehearsals");
      expect(await titleOf(packed)).toBe("rehearsals only, another copy runs");
    });

    async function withOther(name: string, bytes: Uint8Array, title: string): Promise<void> {
      const [file, kept] = [join(packed.folder, name), join(packed.folder, "..", "kept")];
      // What the test before has started may still run the old one for a moment.
      renameSync(file, kept);
      writeFileSync(file, bytes, { mode: 0o755 });
      expect(await titleOf(packed)).toBe(title);
      renameSync(kept, file);
    }
  },
);

/** Prints a script out of the archive, to the name that the system's own dialog proposes. */
async function printByDialog(home: Home, page: Page): Promise<void> {
  await mouse.choose(page, /^Print a script/, "Activation");
  const found = ["search", "--onlyvisible", "--name", "^Save: PDF$"];
  // As long as there is none, xdotool ends with a failure.
  const dialog = (): string =>
    spawnSync("xdotool", found, {
      env: { ...process.env, DISPLAY: home.display },
      encoding: "utf8",
    }).stdout.trim();
  await poll(dialog).not.toBe("");
  xdotool(home, "windowfocus", "--sync", dialog());
  xdotool(home, "key", "Return");
  await page.getByText(/^Saved as .+\.pdf: \d+ pages\.$/).waitFor();
  const [name = ""] = readdirSync(home.folder).filter((one) => one.endsWith(".pdf"));
  expect(name).toBe("activation-script-REHEARSAL.pdf");
  expect(readFileSync(join(home.folder, name), "latin1")).toMatch(/^%PDF-1\.3\n[^]*%%EOF\n$/);
}
