// The live image, started by BIOS and by UEFI: the app alone, no network, nothing kept; an officer's
// key comes onto their sticks, and is read there by another computer.
import { spawnSync } from "node:child_process";
import { randomBytes, X509Certificate } from "node:crypto";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { toWords } from "../../crypto/index.ts";
import { makeMarker, writeMarker } from "../../electron/media/prepare.ts";
import { makeImage, PROGRAMS } from "../image.mjs";
import { sha256Of } from "../package/sha256.mjs";
import { onPath } from "../setup/run.mjs";
import {
  colourAt,
  computer,
  pngOf,
  differing,
  rowsOf,
  shareOf,
  withoutComputer,
  type Computer,
  type Screen,
} from "./computer.fixture.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");
const SHOTS = join(ROOT, ".shots", "image");
const MINUTES = 60_000;
const [PAPER, INK, PICKED] = [
  [0xfc, 0xfb, 0xf8],
  [0x16, 0x18, 0x1b],
  [0xe6, 0xe3, 0xda],
] as const;
/** A screen with more paper than that has a title alone: people wait. */
const WAITING = 0.9;
const PASSPHRASE = "Harbour lantern 1 violet otter";
/**
 * Points of a screen of 1280 by 800: in the small window's head, and of the curtain behind it; on the
 * button that takes a passphrase, and on the ring around it that it has with the focus.
 */
const [WINDOW_HEAD, CURTAIN, USE, USE_RING] = [
  [640, 85],
  [20, 200],
  [590, 698],
  [700, 665],
] as const;
/** Columns that the window's fields go through; so many rows their edge has, twice as many with the focus. */
const [FIELD_COLUMNS, EDGE] = [[300, 800], 2] as const;
/** From a field's lower edge to the middle of the bar below it, which begins at its side. */
const TO_STRENGTH = 20;
/** On a step's main button, from above: its edge, the ring that it has with the focus, within that. */
const MAIN_BUTTON = [
  [1200, 736],
  [1200, 741],
  [1200, 745],
] as const;
/** From "Activate" back to the media of a new rehearsal: two examples, theme, language, help, they. */
const STOPS = 6;
/** No screen has more stops. */
const ALL_STOPS = 40;
/** Points that differ where another screen came: of a button that was pressed there are 5,000. */
const ANOTHER = 60_000;
/** Where the focus went to another word there are 3,200, and where other words came 12,000 or more. */
const OTHER_WORDS = 6000;
/** Where real sticks are marked and the focus is on "Activate" again 2,000, elsewhere 7,000. */
const BACK = 4000;
/** A word that is picked is more of the screen. */
const ONE_PICKED = 0.004;
/** As many words are read in one breath. */
const LINE_WORDS = 4;
const STICKS = ["officer-1", "officer-1-backup"];
const KEYS = ["cert_0.cer", "cert_0.key", "sign_0.cer", "sign_0.key"];
/** The moment of the image, in another month than any test runs in. */
const DAY = "2026-01-31";
const MOMENT = String(Date.parse(`${DAY}T09:00:00Z`) / 1000);
const impossible =
  withoutComputer
  || process.getuid?.() !== 0
  || !existsSync(join(ROOT, ".runtime", "electron.json"))
  || PROGRAMS.some((program) => !onPath(program));

function run(program: string, ...words: readonly string[]): Buffer {
  const { status, stdout, stderr } = spawnSync(program, words);
  expect(status, `${program}: ${String(stderr)}`).toBe(0);
  return stdout;
}

describe.skipIf(impossible)("the live image (needs root, Debian, QEMU and the runtime)", () => {
  let folder = "";
  let image = "";
  beforeAll(async () => {
    vi.stubEnv("SOURCE_DATE_EPOCH", MOMENT);
    folder = mkdtempSync(join(tmpdir(), "sd-image-test-"));
    const { file, kind } = await makeImage(folder, { telling: true });
    expect(kind).toBe("rehearsal");
    image = file;
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  test("is the same to the byte when it is made again", async () => {
    const { file } = await makeImage(join(folder, "again"), { telling: true });
    expect(sha256Of(file)).toBe(sha256Of(image));
    rmSync(file);
  });

  describe.each(["bios", "uefi"] as const)("started by %s", (firmware) => {
    let station: Computer;
    /** The file of a disk of the computer that it is put into. */
    const disk = (name: string): string => join(folder, `${firmware}-${name}.img`);
    let builtIn = "";
    const named = (name: string): readonly string[] =>
      station
        .told()
        .filter((line) => line.startsWith(`${name}: `))
        .map((line) => line.slice(name.length + 2));
    const look = async (name: string, seen?: Awaited<ReturnType<Computer["screen"]>>) => {
      const shown = seen ?? (await station.screen());
      mkdirSync(SHOTS, { recursive: true });
      writeFileSync(join(SHOTS, `${firmware}-${name}.png`), pngOf(shown));
      return shown;
    };
    /** Presses keys, waits for the screen that follows, and keeps its picture. */
    const press = async (name: string, ...keys: readonly string[]) => {
      let seen = await look(name, await station.still(...keys));
      while (shareOf(seen, PAPER) > WAITING) seen = await look(name, await station.still());
      return seen;
    };
    /** Continues by one stop after the other, until the screen is as wanted. */
    const tabTo = async (isThere: (seen: Screen) => boolean) => {
      for (let stop = 0; !isThere(await station.screen()); stop += 1) {
        expect(stop).toBeLessThan(ALL_STOPS);
        await station.still("tab");
      }
    };
    /** Presses the step's main button, and waits for the screen that follows. */
    const act = async (name: string) => {
      await tabTo((seen) => {
        const [edge, ring, inner] = MAIN_BUTTON.map((point) => String(colourAt(seen, point)));
        return edge === String(INK) && ring === String(PAPER) && inner === String(INK);
      });
      return press(name, "ret");
    };
    /** Waits for a screen that is another one in whole, and not by a button that was pressed. */
    const another = (name: string, before: Screen) =>
      vi.waitFor(async () => expect(differing(await look(name), before)).toBeGreaterThan(ANOTHER), {
        timeout: 10 * MINUTES,
        interval: 2000,
      });
    /** Waits until what the station tells is so. */
    const until = (isTold: () => boolean, minutes = 10): Promise<void> =>
      vi.waitFor(() => expect(isTold()).toBe(true), { timeout: minutes * MINUTES, interval: 1000 });
    const untilInk = (name: string, point: readonly [number, number]) =>
      vi.waitFor(async () => expect(colourAt(await look(name), point)).toEqual(INK), {
        timeout: 5 * MINUTES,
        interval: 2000,
      });
    /** Waits until a field of the passphrase window has the focus. Gives the lowest row of its ring. */
    const focused = (name: string): Promise<number> =>
      vi.waitFor(
        async () => {
          const rows = rowsOf(await look(name), INK, FIELD_COLUMNS);
          const [, lower = []] = rows.filter((edge) => edge.length === 2 * EDGE);
          expect(lower).not.toEqual([]);
          return Math.max(...lower);
        },
        { timeout: 5 * MINUTES, interval: 2000 },
      );
    /** Picks a line's words, and waits for those of the next line, of which none is picked yet. */
    const hear = async (name: string, words: readonly string[]) => {
      const before = await press(name);
      for (const word of words) {
        await station.type(word.toLowerCase());
        await station.press("ret");
      }
      await vi.waitFor(
        async () => {
          const seen = await look(name);
          expect(differing(seen, before)).toBeGreaterThan(OTHER_WORDS);
          expect(shareOf(seen, PICKED)).toBeLessThan(ONE_PICKED);
        },
        { timeout: 5 * MINUTES, interval: 1000 },
      );
    };
    const tabs = (count: number): readonly string[] => Array.from({ length: count }, () => "tab");

    beforeAll(async () => {
      for (const name of [...STICKS, "built-in"])
        writeFileSync(disk(name), new Uint8Array(64 * 1024 * 1024));
      run("/usr/sbin/mkfs.ext4", "-q", "-L", "SOMEBODYS", disk("built-in"));
      builtIn = sha256Of(disk("built-in"));
      for (const name of STICKS) {
        run("/usr/sbin/mkfs.vfat", "-n", labelOf(name), disk(name));
        const marker = join(folder, "medium.json");
        writeFileSync(marker, writeMarker(makeMarker(name, "REHEARSAL", randomBytes)));
        run("mcopy", "-i", disk(name), marker, "::medium.json");
      }
      station = await computer(image, {
        firmware,
        medium: firmware === "bios" ? "disc" : "stick",
        beside: [{ file: disk("built-in"), socket: "pci" }],
      });
    });
    afterAll(() => {
      station.off();
    });

    test("says which image it is, and waits", async () => {
      await until(() => named("process").some((line) => line.endsWith(" opening")), 14);
      expect(named("image")).toEqual([sha256Of(image)]);
      await look("1-opening", await station.still());
    });

    test("opens the app as a user without rights", async () => {
      await press("2-keyboard", "ret");
      await station.press("ret");
      // Before Home there is nothing, and then only a title on paper.
      await vi.waitFor(
        async () => {
          const share = shareOf(await look("3-home"), PAPER);
          expect(share).toBeGreaterThan(0.3);
          expect(share).toBeLessThan(0.8);
        },
        { timeout: 14 * MINUTES, interval: 3000 },
      );
      const app = named("process").filter((line) => line.includes(" security-domain"));
      expect(app.length).toBeGreaterThan(2);
      expect(app.filter((line) => !line.startsWith("ceremony "))).toEqual([]);
    });

    test("has no network, and nothing that listens", () => {
      expect(named("network")).toEqual(["lo"]);
      expect(named("listening")).toEqual([]);
      const strange =
        /^(e1000|virtio_net|r8169|iwl|ath\d|btusb|bluetooth|cfg80211|mac80211|usbnet|cdc_ether)/;
      expect(named("module").length).toBeGreaterThan(20);
      expect(named("module").filter((name) => strange.test(name))).toEqual([]);
    });

    test("has no login and no swap", () => {
      expect(named("process").filter((line) => /getty|\blogin\b|sshd/.test(line))).toEqual([]);
      // None has a password, and none says when the image was really made.
      expect(named("account").some((line) => line.startsWith("ceremony "))).toBe(true);
      for (const line of named("account")) expect(line).toMatch(new RegExp(`^\\S+ L ${DAY} `));
      expect(named("swap")).toEqual([]);
      expect(named("failed")).toEqual([]);
    });

    test("opens inserted sticks, for its user alone", async () => {
      for (const name of STICKS) station.insert(disk(name), name);
      const mounts = (): readonly string[] =>
        named("mount").filter((line) => /^\/(run\/)?media|(ext4|vfat|xfs|btrfs)/.test(line));
      await until(() => mounts().length >= STICKS.length, 5);
      expect(mounts()).toHaveLength(STICKS.length);
      for (const line of mounts())
        expect(line).toMatch(/^\/media\/ceremony\/OFFICER-1B? +vfat .*nosuid,nodev/);
    });

    test("takes officer 1 by keys alone to their key, on both sticks", async () => {
      const home = await press("3-home");
      // At Home "Activate" has the focus: so many stops before it, the media are real sticks.
      await press("4-media", ...Array.from({ length: STOPS }, () => "shift-tab"));
      await press("4-sticks", "down");
      // Past the page's end a stop takes long, and keys that come meanwhile go nowhere.
      await tabTo((seen) => differing(seen, home) < BACK);
      await press("5-activate", "ret");
      await press("6-first", "tab");
      // Keys of 2048 bits: emulated, the others take minutes.
      await press("6-open", ...tabs(10), "down", "down");
      const readBack = await act("7-read-back");
      await act("8-pressed");
      await until(() => named("entry").includes("step-performed"));
      await another("8-opened", readBack);
      // The image's words, as a person reads them from its paper.
      const words = toWords(Buffer.from(sha256Of(image), "hex"));
      for (let at = 0; at < words.length; at += LINE_WORDS)
        await hear(`8-heard-${at}`, words.slice(at, at + LINE_WORDS));
      await act("9-officer-1");
      await until(() => named("entry").includes("image-heard"));
      expect(named("entry")).not.toContain("refused");
      await press("10-ready", "spc", "tab", "spc");
      await act("11-curtain");
      await press("12-passphrase", "ret");
      // Until its process answers, the small window is paper; then it has the officer's colour.
      await vi.waitFor(
        async () => {
          const seen = await look("12-passphrase");
          expect(colourAt(seen, WINDOW_HEAD)).toEqual(colourAt(seen, CURTAIN));
        },
        { timeout: 5 * MINUTES, interval: 2000 },
      );
      const field = await focused("12-passphrase");
      await press("12-ready");
      // How strong it is takes long to say, and the window waits for that; the clock behind it continues.
      await station.type(PASSPHRASE);
      await untilInk("13-typed", [FIELD_COLUMNS[0], field + TO_STRENGTH]);
      await station.press("tab");
      await station.type(PASSPHRASE);
      // Only if both are the same can it be used: that button was an outline.
      await untilInk("13-typed", USE);
      await tabTo((seen) => String(colourAt(seen, USE_RING)) === String(INK));
      await station.press("ret");
      await until(
        () =>
          STICKS.every((name) =>
            KEYS.every((key) =>
              named("file").some((line) => line.startsWith(`ceremony/${labelOf(name)}/${key} `)),
            ),
          ),
        30,
      );
      await until(() => named("entry").includes("key-made"));
      await press("14-made");
    });

    test("has written to no disk but the sticks", () => {
      const told = station.told();
      writeFileSync(join(SHOTS, `${firmware}-told.txt`), `${told.join("\n")}\n`);
      const written = new Map(named("written").map((line) => line.split(" ") as [string, string]));
      expect([...written.keys()]).toContain("vda");
      const isWritten = [...written].filter(
        ([name, sectors]) => !/^(loop|ram)/.test(name) && sectors !== "0",
      );
      expect(isWritten).toHaveLength(STICKS.length);
      for (const [name] of isWritten) expect(name).toMatch(/^sd/);
      expect(sha256Of(disk("built-in"))).toBe(builtIn);
    });

    test("leaves the sticks so that another computer reads the key", () => {
      station.off();
      for (const name of STICKS) {
        const there = join(folder, `${firmware}-${name}`);
        mkdirSync(there);
        run("mcopy", "-i", disk(name), "-s", "::*", there);
        const certificate = new X509Certificate(run("cat", join(there, "cert_0.cer")));
        const opened = run(
          "openssl",
          ...["pkey", "-in", join(there, "cert_0.key"), "-passin", `pass:${PASSPHRASE}`, "-pubout"],
        );
        expect(certificate.publicKey.export({ type: "spki", format: "pem" })).toBe(String(opened));
      }
    });
  });
});

/** FAT's label, of at most eleven signs. */
const labelOf = (name: string): string => name.replace("-backup", "B").toUpperCase();
