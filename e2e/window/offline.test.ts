// The app and the network, seen from outside: every address that any process of it names.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ROOT } from "../bundle.fixture.ts";
import { withoutRoot } from "../runtime.fixture.ts";
import { makeHome, openApp, xdotool, type OpenApp } from "./app.fixture.ts";
import { crewUpTo } from "./crew.fixture.ts";
import { mouse } from "./hands.fixture.ts";
import { acceptCounts, confirmStep, doAndConfirm, look, people } from "./people.fixture.ts";
import { processesOf, watchProcesses } from "./processes.fixture.ts";
import { startApp, windowsOn } from "./start.fixture.ts";
import { apart, expect, inOrder, poll, test } from "./test.fixture.ts";
import { CALLS, NAMES, traceWhile as trace } from "./traced.fixture.ts";

/** Tried on purpose, so that it is known to be seen. */
const CONTROL = 9;
const HOME_SECONDS = 15;

inOrder("the app's network (needs the Electron runtime and root)", withoutRoot, () => {
  const crowd = people(mouse);
  let open: OpenApp;

  test("is none: at Home, when a ceremony begins, and in a second start", async () => {
    const home = await makeHome();
    const log = join(home.folder, "strace.log");
    const control = `(: < /dev/tcp/127.0.0.1/${String(CONTROL)}) 2>/dev/null; exec "$@"`;
    startApp(home, {
      under: [
        "strace",
        "-f",
        "-qq",
        "-s",
        "256",
        "-e",
        CALLS,
        "-o",
        log,
        "bash",
        "-c",
        control,
        "bash",
      ],
    });
    await poll(() => windowsOn(home), { interval: 200 }).toBe(1);
    await sleep(HOME_SECONDS * 1000);
    // Home has its first verb under the finger already.
    const [shown = ""] = xdotool(
      home,
      "search",
      "--onlyvisible",
      "--name",
      "^Security domain",
    ).split("\n");
    await poll(
      () => {
        if (existsSync(home.media(1))) return true;
        xdotool(home, "windowfocus", "--sync", shown);
        xdotool(home, "key", "Return");
        return false;
      },
      { interval: 2000 },
    ).toBe(true);
    const second = join(home.folder, "second.log");
    await startApp(home, { under: ["strace", "-f", "-qq", "-e", CALLS, "-o", second] }).ended;
    await sleep(2000);
    const lines = [log, second].flatMap((file) => readFileSync(file, "utf8").split("\n"));
    const named = lines.filter((line) => NAMES.test(line));
    expect(named.filter((line) => !isControl(line))).toEqual([]);
    expect(named.filter(isControl)).toHaveLength(1);
    // Nor is anything listened for: the screen's own socket is all that there is.
    expect(
      lines.filter((line) => line.includes("AF_UNIX") && line.includes("connect(")).length,
    ).toBeGreaterThan(0);
  });

  test("is none while an officer's key is made", async () => {
    open = await openApp(await makeHome());
    await open.page.getByRole("button", { name: /^Activate/ }).waitFor();
    const { app } = open;
    await openCeremony(open);
    await watchProcesses(open);
    const offline = await traceWhile(open, async () => {
      await doAndConfirm(open, crowd, await look(open));
      expect((await look(open)).ceremony?.step?.id).toBe("make-key-2");
      await app.evaluate(
        (_, port) =>
          new Promise<void>((resolve) => {
            const socket = process.getBuiltinModule("node:net").connect(port, "127.0.0.1");
            socket.once("error", () => {
              resolve();
            });
          }),
        CONTROL,
      );
    });
    expect(offline.filter((line) => !isControl(line))).toEqual([]);
    // At least once: on a busy machine the question is asked again.
    expect(offline.filter(isControl)).not.toEqual([]);
  });

  // `air-gap.long` does the same for a whole activation, and `rehearse/offline` for the vaults.
  if (process.env["LONG"] !== "1") return;
  test("is loopback alone at the connected station", async () => {
    // Every officer's key, every word read aloud, until the record is carried.
    await crewUpTo(open, crowd, "at-connected", [1]);
    const before = await processesOf(open);
    expect(before).toContain("vault");
    expect(before.filter((name) => /connected|hsm/.test(name))).toEqual([]);
    await crewUpTo(open, crowd, "read-activation", [1]);
    const connected = await traceWhile(open, async () => {
      await doAndConfirm(open, crowd, await look(open));
    });
    expect(await processesOf(open)).toEqual(
      expect.arrayContaining(["connected-station", "rehearsal-hsm"]),
    );
    expect(connected.length).toBeGreaterThan(0);
    expect(connected.filter((line) => !line.includes('inet_addr("127.0.0.1")'))).toEqual([]);
  });
});

apart("the network's code", false, () => {
  test("is in the two programs of the connected station, and in no other", () => {
    const network = (name: string): readonly string[] => {
      const text = readFileSync(join(ROOT, "dist", "app", name), "utf8");
      const loaded = [...text.matchAll(/\brequire\(\s*"(?:node:)?([\w/]+)"/g)].map(
        ([, module = ""]) => module,
      );
      const code = text.includes("core-rest-pipeline") ? ["core-rest-pipeline"] : [];
      return [...new Set([...loaded.filter((module) => NETWORK.includes(module)), ...code])].sort();
    };
    // It takes the place of this computer's one station, at a local address, and asks nobody there.
    expect(network("main.cjs")).toEqual(["net"]);
    expect(network("preload.cjs")).toEqual([]);
    expect(network("passphrase-preload.cjs")).toEqual([]);
    // It listens on a local socket: what it does with it is seen above.
    expect(network("vault.cjs")).toEqual(["net"]);
    // It can type into such a socket; in the window it is given a channel.
    expect(network("people.cjs")).toEqual(["net"]);
    expect(network("connected.cjs")).toContain("core-rest-pipeline");
    expect(network("connected.cjs")).toContain("https");
    expect(network("rehearsal-hsm.cjs")).toEqual(["https"]);
    expect(network("deployment.cjs")).toEqual([]);
    expect(network("checker.cjs")).toEqual([]);
    // A rehearsal's subscription on this computer: it listens, and its simulated people ask it.
    expect(network("rehearsal-arm.cjs")).toEqual(["http", "https", "net"]);
  });
});

const NETWORK = ["net", "http", "https", "http2", "tls", "dgram", "dns", "dns/promises"];

/** Every call with an address of the network that the app, or what it starts, makes meanwhile. */
const traceWhile = async (open: OpenApp, during: () => Promise<void>): Promise<readonly string[]> =>
  (await trace(open, during)).filter((line) => NAMES.test(line));

const isControl = (line: string): boolean => line.includes(`sin_port=htons(${String(CONTROL)})`);

/** The ceremony opened, at the first step of an officer. */
async function openCeremony(open: OpenApp): Promise<void> {
  const { page } = open;
  await mouse.press(page, /^Activate/);
  await page.getByText("2048: quicker").click();
  await mouse.press(page, "Open the ceremony");
  await acceptCounts(page, mouse);
  await mouse.press(page, "It is all correct: open");
  await confirmStep(open, people(mouse));
  await page.getByRole("button", { name: "Officer 1, make the key" }).waitFor();
}
