// Two copies of the app on one computer: one is the station, and the next one can be it only when that
// has ended, however it did. Nobody else can take it.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { stationFolders, takeStation } from "./one-station.ts";

const STRANGER = 65_534;
const isRoot = process.getuid?.() === 0;
const hasNamespaces = spawnSync("unshare", ["-n", "true"]).status === 0;

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "sd-place-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
});

/** A copy in a process of its own, listening in the folder once this resolves. */
async function copyIn(folder: string, under: readonly string[] = []) {
  const script = "require('net').createServer().listen(process.argv[1], () => console.log(0))";
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const place = join(folder, "0123456789abcdef");
  const [program, ...words] = [...under, process.execPath, "-e", script, place];
  const child = spawn(program, words, { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  return child;
}

describe.skipIf(process.platform === "win32")("the place of the station", () => {
  it("is the same for each copy of one user, whatever profile and environment say", () => {
    const before = stationFolders();
    onTestFinished(() => void vi.unstubAllEnvs());
    for (const name of ["HOME", "TMPDIR", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME"])
      vi.stubEnv(name, root);
    expect(stationFolders()).toEqual(before);
    expect(before.length).toBeGreaterThan(0);
  });

  it("is accepted once, and by each user for themselves", async () => {
    const folder = join(root, "user", "station");
    expect(await takeStation([folder])).toBe("taken");
    expect(await takeStation([folder])).toBe("other-copy");
    expect(await takeStation([join(root, "other", "station")])).toBe("taken");
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it("leaves no folder that it did not need", async () => {
    const [first, second] = [join(root, "home", "station"), join(root, "shared")];
    expect(await takeStation([first, second])).toBe("taken");
    expect(readdirSync(root)).toEqual(["home"]);
  });

  it("is never had by two copies that start at once", async () => {
    const folder = join(root, "station");
    const taken = await Promise.all(Array.from({ length: 8 }, () => takeStation([folder])));
    expect(taken.filter((one) => one === "taken").length).toBeLessThanOrEqual(1);
  });

  it("is free again when a copy was killed, and nothing is left of that one", async () => {
    const folder = join(root, "station");
    const child = await copyIn(folder);
    expect(await takeStation([folder])).toBe("other-copy");
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(readdirSync(folder)).toEqual(["0123456789abcdef"]);
    expect(await takeStation([folder])).toBe("taken");
    expect(readdirSync(folder)).toHaveLength(1);
    expect(readdirSync(folder)).not.toContain("0123456789abcdef");
  });

  it.skipIf(!hasNamespaces)("is one for all network namespaces (needs root)", async () => {
    const folder = join(root, "station");
    await copyIn(folder, ["unshare", "-n"]);
    expect(await takeStation([folder])).toBe("other-copy");
  });

  it("is kept by a copy that is stopped", async () => {
    const folder = join(root, "station");
    (await copyIn(folder)).kill("SIGSTOP");
    expect(await takeStation([folder])).toBe("other-copy");
  });

  it("is not looked for in other files there", async () => {
    const folder = join(root, "station");
    mkdirSync(folder, { mode: 0o700 });
    writeFileSync(join(folder, "a note"), "");
    expect(await takeStation([folder])).toBe("taken");
    expect(readdirSync(folder)).toContain("a note");
  });

  it.skipIf(process.platform !== "linux")(
    "is not what anybody may bind without a file",
    async () => {
      const squatter = createServer().listen(
        `\0security-domain-ceremony-station-${String(process.getuid?.())}`,
      );
      onTestFinished(() => void squatter.close());
      expect(await takeStation([join(root, "station")])).toBe("taken");
    },
  );

  it.each([0o777, 0o755, 0o710])("is not where others can come in (%o)", async (mode) => {
    const folder = join(root, "station");
    mkdirSync(folder);
    chmodSync(folder, mode);
    expect(await takeStation([folder])).toBe("no-place");
    expect(await takeStation([folder, join(root, "next")])).toBe("taken");
  });

  it("is not below a folder that others may change, nor on a path too long for a socket", async () => {
    const open = join(root, "open");
    mkdirSync(open);
    chmodSync(open, 0o777);
    const places = [join(open, "station"), join(root, "x".repeat(100))];
    expect(await takeStation(places)).toBe("no-place");
  });

  it.skipIf(!isRoot)("is not what another user made in its name (needs root)", async () => {
    const folder = join(root, "station");
    mkdirSync(folder, { mode: 0o700 });
    chownSync(folder, STRANGER, STRANGER);
    expect(await takeStation([folder])).toBe("no-place");
  });
});
