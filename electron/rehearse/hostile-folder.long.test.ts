// Another user of the computer may change the folder for temporary files: a rehearsal in it still
// works, and they collect nothing.
import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it, onTestFinished } from "vitest";
import { Running, newPlace } from "./rehearsal.fixture.ts";

const STRANGER = 65_534;
const isRoot = process.getuid?.() === 0;

/**
 * Their program: it replaces every folder of a quorum vault's socket with its own, records what is
 * sent to that socket, and answers like a vault.
 */
const COLLECTOR = `
  const fs = require("node:fs");
  const net = require("node:net");
  const [folder, loot] = process.argv.slice(1);
  const words = () => fs.readdirSync("/proc").filter((name) => /^\\d+$/.test(name)).map((pid) => {
    try { return fs.readFileSync("/proc/" + pid + "/cmdline", "utf8"); } catch { return ""; }
  });
  const runs = (kind) => words().some((line) => line.includes("vault-process\\0" + kind));
  const seen = new Set();
  const collect = (name) => {
    const own = folder + "/" + name;
    fs.renameSync(own, folder + "/taken-" + name);
    fs.mkdirSync(own);
    fs.chmodSync(own, 0o777);
    net.createServer((visit) => {
      visit.on("error", () => undefined);
      visit.on("data", (said) => {
        fs.appendFileSync(loot, said);
        visit.end('{"ok":true}\\n');
      });
    }).listen(own + "/socket", () => fs.chmodSync(own + "/socket", 0o777));
  };
  const look = () => {
    for (const name of fs.readdirSync(folder)) {
      if (seen.has(name) || !/^sd-/.test(name)) continue;
      if (!fs.existsSync("/proc/self")) continue;
      seen.add(name);
      if (runs("quorum") && !runs("officer")) collect(name);
    }
    setImmediate(look);
  };
  fs.writeFileSync(loot, "");
  look();
`;

describe.skipIf(!isRoot || process.platform !== "linux")(
  "a folder for temporary files that",
  () => {
    it.each([
      ["belongs to somebody else", STRANGER, 0o755],
      ["everybody may change", 0, 0o777],
    ])("%s gives them no share, no passphrase, and stops nobody", async (_, owner, mode) => {
      const place = newPlace();
      onTestFinished(place.remove);
      const theirs = mkdtempSync(join(tmpdir(), "theirs-"));
      onTestFinished(() => rmSync(theirs, { recursive: true, force: true }));
      chmodSync(theirs, 0o755);
      const temporary = join(theirs, "tmp");
      mkdirSync(temporary);
      chownSync(temporary, owner, owner);
      chmodSync(temporary, mode);
      const lootIn = join(theirs, "loot");
      mkdirSync(lootIn);
      chownSync(lootIn, STRANGER, STRANGER);
      const loot = join(lootIn, "lines");
      const become = [
        `--reuid=${String(STRANGER)}`,
        `--regid=${String(STRANGER)}`,
        "--clear-groups",
      ];
      const collector = spawn(
        "setpriv",
        [...become, process.execPath, "-e", COLLECTOR, temporary, loot],
        { stdio: ["ignore", "ignore", "inherit"] },
      );
      onTestFinished(async () => {
        collector.kill("SIGKILL");
        await once(collector, "exit");
      });
      await expect.poll(() => existsSync(loot)).toBe(true);
      const running = new Running({ ...place, temporary }, "activation");
      onTestFinished(() => running.wipe());
      const { code, errors } = await running.ended;
      const lines = readFileSync(loot, "utf8");
      expect(lines).not.toMatch(/"share"|"passphrase"/);
      expect({ code, errors }).toEqual({ code: 0, errors: "" });
    });
  },
);
