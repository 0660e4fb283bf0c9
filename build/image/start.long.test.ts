// A checked live image starts itself alone: beside disks of others that have its files, its names and
// nearly all of its bytes; and where it was changed, nothing starts.
import { spawnSync } from "node:child_process";
import {
  closeSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import process from "node:process";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { makeImage, PROGRAMS } from "../image.mjs";
import { sha256Of } from "../package/sha256.mjs";
import { onPath } from "../setup/run.mjs";
import {
  computer,
  OWN_VARIABLES,
  pngOf,
  withoutComputer,
  type Computer,
  type SetUp,
} from "./computer.fixture.ts";
import { MARK, STRANGE_WORDS, strangeVariables } from "./variables.fixture.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");
const SHOTS = join(ROOT, ".shots", "image");
const MINUTES = 60_000;
const MEGABYTE = 1024 * 1024;
const MOMENT = String(Date.parse("2026-01-31T09:00:00Z") / 1000);
const SYSTEM = "/live/filesystem.squashfs";
/** Bytes of a sector of a disc, as an ISO counts. */
const SECTOR = 2048;
/** Where a master boot record says in which sector of 512 bytes its second partition begins. */
const SECOND_PARTITION = 446 + 16 + 8;
/** Keys with which boot menus are opened, lines of them edited, and commands asked for. */
const ATTEMPTS = ["esc", "shift-f10", "e", "c", "tab", "ret", "f2", "alt-f2", "ctrl-alt-f3"];
/** The rows of the screen that ask whether the clock is right; the words are above them. */
const CLOCK_LINE = [320, 336] as const;
const PYTHON = "/usr/bin/python3";
const impossible =
  withoutComputer
  || process.getuid?.() !== 0
  || ["sbsign", "virt-fw-vars", ...PROGRAMS].some((program) => !onPath(program));

function run(program: string, ...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: "utf8" });
  expect(status, `${program}: ${stderr}`).toBe(0);
  return stdout;
}

describe.skipIf(impossible)("a checked live image (needs root, Debian, QEMU)", () => {
  let folder = "";
  let image = "";
  let station: Computer | null = null;
  beforeAll(async () => {
    vi.stubEnv("SOURCE_DATE_EPOCH", MOMENT);
    folder = mkdtempSync(join(tmpdir(), "sd-start-test-"));
    mkdirSync(SHOTS, { recursive: true });
    image = (await makeImage(folder, { telling: true })).file;
  });
  afterEach(() => {
    station?.off();
    station = null;
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (setUp: SetUp, from = image): Promise<Computer> => {
    station = await computer(from, setUp);
    return station;
  };
  const keep = async (name: string, { still }: Computer): Promise<void> => {
    writeFileSync(join(SHOTS, `start-${name}.png`), pngOf(await still()));
  };
  /** What it reported about that name last. */
  const toldBy = ({ told }: Computer, name: string): readonly string[] =>
    told().flatMap((line) => (line.startsWith(`${name}: `) ? [line.slice(name.length + 2)] : []));
  /** Waits until the 32 words are there, and people are asked about the clock, a line below. */
  const opened = async (one: Computer): Promise<void> => {
    const within = { timeout: 15 * MINUTES, interval: 1000 };
    await vi.waitFor(
      () => expect(toldBy(one, "process").some((line) => line.endsWith(" opening"))).toBe(true),
      within,
    );
    await vi.waitFor(async () => {
      const { width, pixels } = await one.screen();
      const [from, to] = CLOCK_LINE.map((row) => row * width * 3);
      expect(pixels.subarray(from, to).some((value) => value > 0)).toBe(true);
    }, within);
  };
  /** Waits for a line of letters; by BIOS, before the system has started. */
  const shown = (one: Computer, words: string): Promise<void> =>
    vi.waitFor(async () => expect((await one.text()).join("\n")).toContain(words), {
      timeout: 15 * MINUTES,
      interval: 1000,
    });
  /** Of the files on the medium: where they begin, and how many bytes they have. */
  const placeOf = (path: string): { readonly at: number; readonly bytes: number } => {
    const said = run("xorriso", "-indev", image, "-find", path, "-exec", "report_lba");
    const [, sector = "", bytes = ""] = /lba:\s+0 ,\s+(\d+) ,\s+\d+ ,\s+(\d+) ,/.exec(said) ?? [];
    expect(bytes).not.toBe("");
    return { at: Number(sector) * SECTOR, bytes: Number(bytes) };
  };
  /** A copy of the image, with its names and numbers, in which each of these bytes is another one. */
  const copyWith = (name: string, at: readonly number[]): string => {
    const file = join(folder, name);
    copyFileSync(image, file);
    const opened = openSync(file, "r+");
    for (const place of at) {
      const byte = new Uint8Array(1);
      readSync(opened, byte, 0, 1, place);
      writeSync(opened, Uint8Array.of(~(byte[0] ?? 0)), 0, 1, place);
    }
    closeSync(opened);
    return file;
  };
  /** Eight megabytes that any loader takes for a live system that searches for one by its files. */
  const foreignDisk = (name: string): string => {
    const file = join(folder, name);
    const part = join(folder, "part");
    writeFileSync(file, new Uint8Array(8 * MEGABYTE));
    run("/usr/sbin/mkfs.vfat", "-n", "SD_OFFLINE", file);
    run("mmd", "-i", file, "::/live", "::/boot", "::/boot/grub", "::/EFI", "::/EFI/BOOT");
    const red = 'set color_normal=white/red\nclear\necho "SOMEBODY ELSE\'S DISK WAS STARTED"\n';
    for (const [path, text] of [
      [SYSTEM, "not a system"],
      ["/boot/grub/grub.cfg", `${red}set timeout=-1\nmenuentry "Offline station" {\n  true\n}\n`],
      ["/grub.cfg", red],
      ["/live/vmlinuz", "not a kernel"],
      ["/live/initrd", "not a first system"],
    ] as const) {
      writeFileSync(part, text);
      run("mcopy", "-i", file, part, `::${path}`);
    }
    return file;
  };
  /** A whole live image of someone else: the same size, label, number, files; another system. */
  const foreignCopy = (name: string): string => {
    const { at, bytes } = placeOf(SYSTEM);
    const places = Array.from(
      { length: Math.floor(bytes / MEGABYTE) },
      (_, of) => at + of * MEGABYTE,
    );
    return copyWith(name, places.slice(1));
  };

  describe.each([
    ["bios", "disc", "pci"],
    ["bios", "stick", "sata"],
    ["bios", "stick", "usb"],
    ["uefi", "disc", "sata"],
    ["uefi", "stick", "nvme"],
    ["uefi", "stick", "pci"],
    ["uefi", "stick", "usb"],
  ] as const)("by %s from a %s, a foreign disk in %s", (firmware, medium, socket) => {
    test("starts itself, with its own words", async () => {
      const name = `${firmware}-${medium}-${socket}`;
      const beside = [
        { file: foreignDisk(`${name}-disk`), socket },
        { file: foreignCopy(`${name}-copy`), socket: "usb" },
      ] as const;
      const before = beside.map(({ file }) => sha256Of(file));
      const one = await start({ firmware, medium, beside });
      await opened(one);
      expect(toldBy(one, "image")).toEqual([sha256Of(image)]);
      await keep(name, one);
      expect(beside.map(({ file }) => sha256Of(file))).toEqual(before);
    });
  });

  test("with two complete ones asks for one to be removed, and continues with the other", async () => {
    const twin = copyWith("twin", []);
    const one = await start({
      firmware: "bios",
      medium: "stick",
      beside: [{ file: twin, socket: "usb" }],
    });
    await shown(one, "More than one medium has this system.");
    await keep("twins", one);
    one.pull(0);
    await opened(one);
    expect(toldBy(one, "image")).toEqual([sha256Of(image)]);
  });

  test.each([
    ["kernel", "/live/vmlinuz"],
    ["first system", "/live/initrd"],
  ])("whose %s was changed stops by BIOS, and no key leads anywhere", async (what, path) => {
    const { at, bytes } = placeOf(path);
    const one = await start(
      { firmware: "bios", medium: "disc", beside: [] },
      copyWith("changed", [at + Math.floor(bytes / 2)]),
    );
    await shown(one, "This medium is damaged, or was changed. Nothing was started.");
    await keep(`changed-${what.replaceAll(" ", "-")}`, one);
    const stopped = await one.text();
    await one.press(...ATTEMPTS);
    expect(await one.text()).toEqual(stopped);
  });

  test("whose kernel was changed stops by UEFI, too", async () => {
    const { at, bytes } = placeOf("/live/vmlinuz");
    const whole = readFileSync(image);
    const esp = whole.readUInt32LE(SECOND_PARTITION) * 512;
    const within = whole.indexOf(whole.subarray(at, at + SECTOR), esp);
    expect(within).toBeGreaterThan(esp);
    const one = await start(
      { firmware: "uefi", medium: "stick", beside: [] },
      copyWith("changed", [within + Math.floor(bytes / 2)]),
    );
    await vi.waitFor(
      () => expect(one.heard()).toContain("This medium is damaged, or was changed."),
      { timeout: 5 * MINUTES, interval: 1000 },
    );
    await keep("changed-kernel-uefi", one);
    await one.press(...ATTEMPTS);
    expect(toldBy(one, "image")).toEqual([]);
  });

  describe("in a computer that would have it do something else", () => {
    /** It started, and nobody but its own loader told it anything. */
    const startsClean = async (name: string, setUp: SetUp, from: string): Promise<Computer> => {
      const one = await start({ ...setUp, tables: STRANGE_WORDS }, from);
      await opened(one);
      expect(toldBy(one, "image")).toEqual([sha256Of(from)]);
      expect(toldBy(one, "failed")).toEqual([]);
      expect(toldBy(one, "mount").filter((line) => line.includes("efivarfs"))).toEqual([]);
      expect(toldBy(one, "generator")).toEqual([]);
      expect(toldBy(one, "words")).toEqual([
        expect.stringMatching(/^BOOT_IMAGE=\S+ boot=station [^"]* sd\.system=[\d:]+[0-9a-f]{64}$/),
      ]);
      expect(one.heard()).not.toContain(MARK);
      await keep(name, one);
      return one;
    };

    test("does not do it, from a disc: variables, tables", async () => {
      const variables = join(folder, "strange-disc.fd");
      strangeVariables(OWN_VARIABLES, variables, "disc");
      const setUp = { firmware: "uefi", medium: "disc", beside: [], variables } as const;
      await startsClean("strange-disc", setUp, image);
    });

    test("does not do it, from a stick: variables, tables, words of the entry that starts it", async () => {
      const variables = join(folder, "strange-stick.fd");
      strangeVariables(OWN_VARIABLES, variables, "stick");
      const setUp = { firmware: "uefi", medium: "stick", beside: [], variables } as const;
      const one = await startsClean("strange-stick", setUp, image);
      expect(one.heard()).toContain("starting Boot00AA");
    });
  });

  test("whose system was changed stops, and no key leads anywhere", async () => {
    const { at, bytes } = placeOf(SYSTEM);
    const one = await start(
      { firmware: "bios", medium: "disc", beside: [] },
      copyWith("changed", [at + bytes - MEGABYTE]),
    );
    await shown(one, "No medium has the whole system that was started");
    await keep("changed-system", one);
    await one.press(...ATTEMPTS, "ctrl-c", "ctrl-d", "l", "s", "ret");
    const answers = (await one.text()).filter((line) => /initramfs|[#$>] *$|not found/.test(line));
    expect(answers).toEqual([]);
    expect(one.heard()).toBe("");
  });

  test("goes its way whatever is pressed while it starts", async () => {
    const one = await start({ firmware: "bios", medium: "disc", beside: [] });
    while (one.told().length === 0) await one.press(...ATTEMPTS);
    await opened(one);
    expect(toldBy(one, "image")).toEqual([sha256Of(image)]);
    expect(toldBy(one, "process").filter((line) => /\b(ba)?sh$/.test(line))).toEqual([]);
  });

  describe("where the firmware starts only what an own key signed", () => {
    let keys = "";
    let signed = "";
    /** The lines of the guide, with this image. */
    beforeAll(() => {
      const [key, certificate, loader] = ["own.key", "own.cer", "BOOTX64.EFI"].map((name) =>
        join(folder, name),
      ) as [string, string, string];
      keys = join(folder, "keys.fd");
      signed = join(folder, "signed.iso");
      const passphrase = "seven drawn words";
      const [made, opened] = ["-pass", "-passin"].map((word) => [word, `pass:${passphrase}`]) as [
        string[],
        string[],
      ];
      run(
        "openssl",
        ...["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-aes-256-cbc"],
        ...[...made, "-out", key],
      );
      run(
        "openssl",
        ...["req", "-x509", "-new", "-key", key, ...opened, "-days", "3650"],
        ...["-subj", "/CN=Own key for Secure Boot", "-out", certificate],
      );
      const owner = "5d0ff11e-0000-4000-8000-000000000000";
      run(
        PYTHON,
        ...["/usr/bin/virt-fw-vars", "--input", OWN_VARIABLES],
        ...["--output", keys, "--no-microsoft", "--sb", "--set-pk", owner, certificate],
        ...["--add-kek", owner, certificate, "--add-db", owner, certificate],
      );
      copyFileSync(image, signed);
      const partition = `${signed}@@${readFileSync(signed).readUInt32LE(SECOND_PARTITION) * 512}`;
      run("mcopy", "-n", "-i", partition, "::/EFI/BOOT/BOOTX64.EFI", loader);
      // It asks at the terminal; without one, at its standard input.
      const signing = ["--key", key, "--cert", certificate, "--output", loader, loader];
      const input = `${passphrase}\n`;
      const { status, stderr } = spawnSync("setsid", ["-w", "sbsign", ...signing], { input });
      expect(status, String(stderr)).toBe(0);
      run("mcopy", "-o", "-i", partition, loader, "::/EFI/BOOT/BOOTX64.EFI");
    });

    test.each(["disc", "stick"] as const)(
      "starts from a %s if it is signed with it",
      async (medium) => {
        const beside = [{ file: foreignDisk("secure-disk"), socket: "sata" }] as const;
        const [variables, tables] = [join(folder, "strange-keys.fd"), STRANGE_WORDS];
        strangeVariables(keys, variables, medium);
        const one = await start({ firmware: "secure", medium, beside, variables, tables }, signed);
        await opened(one);
        expect(toldBy(one, "image")).toEqual([sha256Of(signed)]);
        expect(toldBy(one, "failed")).toEqual([]);
        expect(one.heard()).not.toContain(MARK);
        await keep(`secure-${medium}`, one);
      },
    );

    test.each([
      ["is not signed", () => image, []],
      ["was signed, and changed since", () => signed, [20 * MEGABYTE]],
    ] as const)("does not start if it %s", async (_what, from, at) => {
      const file = join(folder, "refused.iso");
      copyFileSync(from(), file);
      const opened = openSync(file, "r+");
      const esp = readFileSync(file).readUInt32LE(SECOND_PARTITION) * 512;
      for (const place of at) writeSync(opened, "changed", esp + place);
      closeSync(opened);
      const one = await start(
        { firmware: "secure", medium: "stick", beside: [], variables: keys },
        file,
      );
      await vi.waitFor(() => expect(one.heard()).toMatch(/Access Denied|Security Violation/), {
        timeout: 5 * MINUTES,
        interval: 1000,
      });
      await keep(`refused-${at.length}`, one);
      expect(toldBy(one, "image")).toEqual([]);
    });
  });

  test("has foreign disks that are what this test says: large enough, and none of them whole", () => {
    const copy = foreignCopy("copy");
    const { at, bytes } = placeOf(SYSTEM);
    const differing = spawnSync("cmp", ["-l", image, copy], { encoding: "utf8" }).stdout;
    const places = differing
      .trimEnd()
      .split("\n")
      .map((line) => Number.parseInt(line, 10) - 1);
    expect(places.length).toBeGreaterThan(100);
    for (const place of places) expect(place >= at && place < at + bytes).toBe(true);
    truncateSync(copy, 0);
  });
});
