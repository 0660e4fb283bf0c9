// How the app starts: once per home, from the files that were bundled, and without a debugger.
import { appendFileSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Bridge } from "../../electron/bridge/contract.ts";
import { ROOT } from "../bundle.fixture.ts";
import { makeHome, withoutRuntime } from "./app.fixture.ts";
import { atHome } from "./page.fixture.ts";
import { look } from "./people.fixture.ts";
import {
  asNobody,
  copyPrograms,
  packApp,
  project,
  seenBy,
  startApp,
  startAs,
  windowsOn,
  writeProgram,
} from "./start.fixture.ts";
import { expect, inOrder, poll, test } from "./test.fixture.ts";

declare const window: { readonly ceremony: Bridge };

inOrder("the start of the app (needs the Electron runtime)", withoutRuntime, () => {
  test("is refused a second time, and the first window comes to the front", async () => {
    const open = await atHome();
    const { app, home } = open;
    await poll(() => windowsOn(home)).toBe(1);
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]!.hide();
    });
    await poll(() => windowsOn(home)).toBe(0);
    const second = startApp(home);
    expect(await second.ended).toBe(0);
    await poll(() => windowsOn(home)).toBe(1);
    const shown = await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((one) => one.isVisible()),
    );
    expect(shown).toEqual([true]);
    expect((await look(open)).open).toBe(null);
  });

  test("keeps the record to itself: no other process continues that ceremony", async () => {
    const { page, home } = await atHome();
    await page.evaluate(async () => {
      await window.ceremony.begin({ ceremony: "activation", on: "folders" });
      await window.ceremony.perform({
        step: "open",
        input: {
          hsm: "Contoso-Rehearsal-HSM",
          bits: 2048,
          people: [
            ["administrator", "A"],
            ["witness", "B"],
            ["officer-1", "C"],
            ["officer-2", "D"],
            ["officer-3", "E"],
          ].map(([role = "", name = ""]) => ({ role, name })),
          deviations: [
            { rule: "quorum", reason: "We are three.", decidedBy: ["administrator", "witness"] },
          ],
        },
      });
    });
    const { ended, said } = startAs(
      [
        ...asNobody(),
        process.execPath,
        join(project, "dist", "sd.cjs"),
        "rehearse",
        "activation",
        "--media",
        home.media(1),
        "--out",
        join(home.folder, "tmp", "out"),
        "--bits",
        "2048",
      ],
      home,
    );
    expect(await ended).not.toBe(0);
    // Its media have one user: that is said before the record is checked, which has its own lock.
    expect(said()).toContain("E-REHEARSE-BUSY");
    const view = await page.evaluate(() => window.ceremony.look({}));
    expect(view).toHaveProperty("ok.ceremony.ledger.0.type", "opened");
  });

  test("shows no file that was changed, or is gone, since it was bundled", async () => {
    const home = await makeHome();
    const programs = copyPrograms(home, "programs");
    appendFileSync(join(programs, "app", "renderer", "renderer.js"), "\n");
    rmSync(join(programs, "app", "renderer", "passphrase.js"));
    const program = writeProgram(
      join(programs, "index.cjs"),
      `
      const seen = {};
      for (const name of ["index.html", "renderer.css", "renderer.js", "passphrase.js"])
        seen[name] = (await net.fetch("app://ceremony/" + name)).status;
      report(seen);
    `,
    );
    expect(existsSync(join(ROOT, "dist", "app", "renderer", "passphrase.js"))).toBe(true);
    expect(await seenBy(startApp(home, { program }))).toEqual({
      "index.html": 200,
      "renderer.css": 200,
      "renderer.js": 404,
      "passphrase.js": 404,
    });
  });

  test("has the safe settings in every window and session, and spells nothing", async () => {
    const home = await makeHome();
    const programs = copyPrograms(home, "programs");
    const program = writeProgram(
      join(programs, "index.cjs"),
      `
      const other = session.fromPartition("other");
      const one = window.webContents;
      report({
        packaged: app.isPackaged,
        switches: ["remote-debugging-port", "remote-debugging-pipe", "inspect", "no-sandbox",
          "disable-web-security"].filter((name) => app.commandLine.hasSwitch(name)),
        resolver: app.commandLine.getSwitchValue("host-resolver-rules"),
        languages: [session.defaultSession, other]
          .flatMap((its) => its.getSpellCheckerLanguages()),
        webrtc: webContents.getAllWebContents().map((its) => its.getWebRTCIPHandlingPolicy()),
        menu: electron.Menu.getApplicationMenu(),
        pages: webContents.getAllWebContents().map((its) => {
          const given = its.getLastWebPreferences();
          return Object.fromEntries(["sandbox", "contextIsolation", "nodeIntegration",
            "webSecurity", "webviewTag"].map((name) => [name, given[name]]));
        }),
      });
    `,
    );
    expect(await seenBy(startApp(home, { program }))).toEqual({
      packaged: false,
      switches: [],
      resolver: "MAP * ~NOTFOUND",
      languages: [],
      webrtc: ["disable_non_proxied_udp"],
      menu: null,
      pages: [
        {
          sandbox: true,
          contextIsolation: true,
          nodeIntegration: false,
          webSecurity: true,
          webviewTag: false,
        },
      ],
    });
  });

  test("has no developer's tools once packaged", async () => {
    const home = await makeHome();
    const electron = packApp(
      home,
      `
      const its = window.webContents;
      if (its.getURL() === "" || its.isLoadingMainFrame())
        await new Promise((resolve) => its.once("did-finish-load", resolve));
      window.webContents.openDevTools();
      await new Promise((resolve) => setTimeout(resolve, 1000));
      const devtools = (await net.fetch("devtools://devtools/bundled/inspector.html")
        .then(({ status }) => status, () => "refused"));
      report({
        packaged: app.isPackaged, open: window.webContents.isDevToolsOpened(), devtools,
        title: window.webContents.getTitle(),
      });
    `,
    );
    expect(await seenBy(startApp(home, { program: "", electron }))).toEqual({
      packaged: true,
      open: false,
      devtools: "refused",
      title: expect.stringMatching(/^Security domain ceremonies/) as unknown as string,
    });
  });

  test("refuses every switch for developers once packaged", async () => {
    const home = await makeHome();
    const electron = packApp(home, 'report("started");');
    for (const word of [
      "--remote-debugging-port=0",
      "--remote-debugging-pipe",
      "--no-sandbox",
      "-no-sandbox",
      "--NO-SANDBOX",
      "--disable-web-security",
      "--host-resolver-rules=",
      "--js-flags=--expose-gc",
      "--proxy-server=127.0.0.1:9",
      "--load-extension=/tmp",
      "--inspect=0",
    ]) {
      const started = startApp(home, { program: "", electron, more: [word] });
      const code = await started.ended;
      expect({ word, code, said: started.said() }).toEqual({
        word,
        code: 2,
        said: expect.stringContaining("switches for developers") as unknown as string,
      });
      expect(started.said()).not.toContain("SEEN");
    }
  });
});
