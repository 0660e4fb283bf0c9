// The Debian package on a new computer: installed, used, not replaced while it runs, upgraded, removed.
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { packageApp, packDeb } from "../package.mjs";
import { freshDebian, USER, withoutDebian, type Debian } from "./fresh-debian.fixture.ts";

const ROOT = resolve(import.meta.dirname, "..", "..");
const withoutRuntime = !existsSync(join(ROOT, ".runtime", "electron.json"));
const NAME = "security-domain-ceremony";
/** What of a desktop the test looks through, and what reads the desktop entry. */
const DESKTOP = ["xvfb", "xdotool", "desktop-file-utils", "procps"];

describe.skipIf(withoutDebian || withoutRuntime)(
  "the Debian package (needs root, mmdebstrap and the Electron runtime)",
  () => {
    let out = "";
    let debian: Debian;
    const installed = (): string =>
      debian.run("dpkg-query", "-W", "-f", "${Version} ${db:Status-Status}", NAME).said.trim();

    beforeAll(async () => {
      out = mkdtempSync(join(tmpdir(), "sd-deb-test-"));
      const { folder: app } = await packageApp(out);
      const debs = [packDeb(app), packDeb(app, ROOT, "0.1.0+next")];
      rmSync(app, { recursive: true });
      debian = await freshDebian(DESKTOP);
      for (const [at, file] of debs.entries())
        copyFileSync(file, join(debian.folder, `${String(at + 1)}.deb`));
      chmodSync(debian.folder, 0o755);
    });
    afterAll(() => {
      debian.remove();
      rmSync(out, { recursive: true, force: true });
    });

    test("is installed with what it needs", () => {
      const apt = ["apt-get", "-qy", "--no-install-recommends", "install", "/1.deb"];
      const { code, said } = debian.run(...apt);
      expect(code, said.slice(-2000)).toBe(0);
      expect(installed()).toBe("0.1.0 installed");
      const libraries = debian.run("ldd", `/opt/${NAME}/${NAME}`, `/opt/${NAME}/command/node`);
      expect(libraries.said).not.toContain("not found");
    });

    test("has its entry, its icon and its rules in their places", () => {
      const entry = `/usr/share/applications/${NAME}.desktop`;
      expect(debian.run("desktop-file-validate", entry)).toEqual({ code: 0, said: "" });
      const named = readFileSync(join(debian.folder, entry), "utf8");
      for (const path of [
        /^Exec=(.+)$/m.exec(named)?.[1] ?? "",
        `/usr/share/icons/hicolor/512x512/apps/${/^Icon=(.+)$/m.exec(named)?.[1] ?? ""}.png`,
        `/usr/lib/udev/rules.d/60-${NAME}.rules`,
        `/usr/share/polkit-1/rules.d/60-${NAME}.rules`,
        `/usr/share/doc/${NAME}/copyright`,
      ])
        expect(debian.run("test", "-s", path).code, path).toBe(0);
      expect(statSync(join(debian.folder, "opt", NAME, "chrome-sandbox")).mode & 0o7777).toBe(
        0o4755,
      );
      expect(debian.run("dpkg", "--verify", NAME)).toEqual({ code: 0, said: "" });
    });

    test("rehearses an activation as a person without rights", () => {
      const words = ["rehearse", "activation", "--bits", "2048"];
      const held = debian.runAsUser("sd", ...words, "--media", "sticks", "--out", "record");
      expect(held.code, held.said.slice(-2000)).toBe(0);
      const { code, said } = debian.runAsUser("sd", "verify", "record");
      expect(code, said).toBe(0);
      // What an environment would make of it: other code, and a debugger.
      const strange = ["NODE_OPTIONS=--require=/none", "NODE_PATH=/none"];
      expect(debian.runAsUser("env", ...strange, "sd", "version").code).toBe(0);
    });

    test("finds what makes papers, signs in and checks plans beside itself", () => {
      const printed = debian.runAsUser("sd", "script", "walk", "activation", "--pdf", "script.pdf");
      expect(printed.code, printed.said).toBe(0);
      expect(debian.run("head", "-c", "5", `${USER.home}/script.pdf`).said).toBe("%PDF-");
      for (const name of ["sign-in", "deployment"]) {
        const load = `require("/opt/${NAME}/command/${name}.cjs")`;
        expect(debian.run(`/opt/${NAME}/command/node`, "-e", load)).toEqual({ code: 0, said: "" });
      }
    });

    test("opens its window, sandboxed and without core dumps", async () => {
      // Without -noreset it restarts, and ends the app, when xdotool ends as its last client.
      debian.startAsUser("Xvfb", ":9", "-noreset", "-screen", "0", "1366x768x24");
      await expect.poll(() => debian.runAsUser("xdotool", "getdisplaygeometry").code).toBe(0);
      debian.startAsUser(NAME);
      const title = ["search", "--onlyvisible", "--name", "^Security domain ceremonies"];
      await expect
        .poll(() => debian.runAsUser("xdotool", ...title, "getwindowname").said)
        .toContain("rehearsals");
      const processes = `grep -l '^Name:.security-domain' /proc/[0-9]*/status | xargs -n1 dirname`;
      const limits = debian.run(
        "sh",
        "-c",
        `for p in $(${processes}); do cat $p/limits; done`,
      ).said;
      const cores = limits.split("\n").filter((line) => line.startsWith("Max core file size"));
      expect(cores.length).toBeGreaterThan(2);
      expect(cores.filter((line) => !/\s1\s+1\s+bytes/.test(line))).toEqual([]);
      const page = "for p in $(pgrep -f [t]ype=renderer); do grep Seccomp: /proc/$p/status; done";
      expect(debian.run("sh", "-c", page).said).toMatch(/^(Seccomp:\s2\n)+$/);
    });

    test("is neither replaced nor removed while it runs", () => {
      for (const words of [
        ["-i", "/2.deb"],
        ["-r", NAME],
      ]) {
        const { code, said } = debian.run("dpkg", ...words);
        expect(code).not.toBe(0);
        expect(said).toContain("is running: close the app");
        expect(installed()).toBe("0.1.0 installed");
      }
    });

    test("is upgraded and removed, and leaves a person's records alone", async () => {
      debian.run("pkill", "-x", "-f", `/opt/${NAME}/${NAME}`);
      await expect.poll(() => debian.run("pgrep", "-f", `^/opt/${NAME}/`).said).toBe("");
      const upgraded = debian.run("dpkg", "-i", "/2.deb");
      expect(upgraded.code, upgraded.said).toBe(0);
      expect(installed()).toBe("0.1.0+next installed");
      expect(debian.runAsUser("sd", "verify", "record").code).toBe(0);
      expect(debian.run("dpkg", "--purge", NAME).code).toBe(0);
      // Its own folders, that is; a person's are not touched.
      const left = debian.run(
        "find",
        "/",
        "-xdev",
        "-path",
        "/srv",
        "-prune",
        "-o",
        "-name",
        `*${NAME}*`,
        "-print",
      );
      expect(left.said).toBe("");
      expect(debian.run("test", "-e", "/usr/bin/sd").code).toBe(1);
      expect(debian.run("test", "-d", `${USER.home}/record`).code).toBe(0);
    });
  },
);
