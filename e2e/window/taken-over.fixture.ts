// A page that lost its policy: what it would do with devices, windows, addresses and files, so that
// what is behind the policy is seen by itself.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Page } from "playwright";
import type { OpenApp } from "./app.fixture.ts";
import { onTestFinished } from "./test.fixture.ts";

/** Puts a page without any policy at an address of the app's own, and shows it in the window. */
export async function losePolicy({ app, page }: OpenApp): Promise<void> {
  await app.evaluate(async ({ session, BrowserWindow }) => {
    const { protocol } = session.defaultSession;
    protocol.unhandle("app");
    protocol.handle("app", ({ url }) =>
      url.endsWith("/go")
        ? new Response(null, { status: 302, headers: { location: "app://ceremony/gone.html" } })
        : new Response("<!doctype html><title>bare</title><body style='height:90vh'>bare</body>", {
            headers: { "content-type": "text/html" },
          }),
    );
    await BrowserWindow.getAllWindows()[0]?.loadURL("app://ceremony/bare.html");
  });
  await page.waitForURL("app://ceremony/bare.html");
}

/** A server on loopback that counts who comes. */
export async function listenOnLoopback(): Promise<{
  readonly address: string;
  readonly visits: () => number;
}> {
  let visits = 0;
  const server = createServer((_, response) => {
    response.setHeader("access-control-allow-origin", "*");
    response.end("here");
  });
  server.on("connection", () => {
    visits++;
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${String(port)}`, visits: () => visits };
}

/** Every way of a page to reach an address. */
export const reaches = (address: string): readonly string[] => [
  `fetch("${address}/")`,
  `fetch("${address}/", { mode: "no-cors" })`,
  `fetch("${address.replace("127.0.0.1", "localhost")}/")`,
  `new WebSocket("${address.replace("http", "ws")}/")`,
  `new EventSource("${address}/")`,
  `navigator.sendBeacon("${address}/", "x")`,
  `new Image().src = "${address}/x.png"`,
  `new FontFace("x", "url(${address}/x.woff)").load()`,
  ...["preconnect", "dns-prefetch", "prefetch", "stylesheet"].map(
    (rel) =>
      `document.head.append(Object.assign(document.createElement("link"), `
      + `{ rel: "${rel}", href: "${address}/x.css" }))`,
  ),
  `document.body.append(Object.assign(document.createElement("script"), `
    + `{ src: "${address}/x.js" }))`,
  `document.body.append(Object.assign(document.createElement("iframe"), { src: "${address}/" }))`,
  `import("${address}/x.js")`,
];

/** Every way of a page to another page. */
export const departures = (address: string): readonly string[] => [
  `location = "${address}"`,
  `location.assign("${address}")`,
  `location.replace("${address}")`,
  `document.body.append(Object.assign(document.createElement("a"), `
    + `{ href: "${address}", id: "link" })); document.getElementById("link").click()`,
  `document.head.append(Object.assign(document.createElement("meta"), `
    + `{ httpEquiv: "refresh", content: "0;url=${address}" }))`,
  `document.body.append(Object.assign(document.createElement("form"), `
    + `{ action: "${address}", method: "post", id: "form" })); `
    + `document.getElementById("form").submit()`,
];

/** Runs each as the page's own, one after the other, whatever comes of it. */
export async function tryAll(page: Page, scripts: readonly string[]): Promise<void> {
  for (const script of scripts) {
    await page.evaluate(`new Promise((resolve) => setTimeout(() => {
      try { Promise.resolve(${script.includes(";") ? `(() => { ${script} })()` : script})
        .catch(() => undefined); } catch { /* refused */ }
      setTimeout(resolve, 100);
    }))`);
  }
}

/** Devices and rights that a page asks for; each with a person's press behind it. */
export const WISHES: Readonly<Record<string, string>> = {
  camera: "navigator.mediaDevices.getUserMedia({ video: true })",
  microphone: "navigator.mediaDevices.getUserMedia({ audio: true })",
  screen: "navigator.mediaDevices.getDisplayMedia()",
  geolocation:
    "new Promise((_, no) => navigator.geolocation.getCurrentPosition(() => 0, "
    + "({ code }) => no({ name: `code ${code}` })))",
  notifications: "Notification.requestPermission().then((is) => { throw { name: is } })",
  clipboard: "navigator.clipboard.readText()",
  midi: "navigator.requestMIDIAccess()",
  "midi, whole": "navigator.requestMIDIAccess({ sysex: true })",
  usb: "navigator.usb.requestDevice({ filters: [] })",
  hid:
    "navigator.hid.requestDevice({ filters: [] })"
    + ".then((all) => { if (all.length === 0) throw { name: 'none' } })",
  serial: "navigator.serial.requestPort()",
  "a folder": "showDirectoryPicker()",
  "idle times": "IdleDetector.requestPermission().then((is) => { throw { name: is } })",
  fonts: "queryLocalFonts().then((all) => { if (all.length === 0) throw { name: 'none' } })",
  "a persistent store":
    "navigator.storage.persist()" + ".then((is) => { if (!is) throw { name: 'no' } })",
};

/** Rights that a page can ask about without asking for them. */
export const RIGHTS = [
  "camera",
  "microphone",
  "geolocation",
  "notifications",
  "clipboard-read",
  "clipboard-write",
  "midi",
  "background-sync",
  "storage-access",
  "screen-wake-lock",
  "persistent-storage",
  "idle-detection",
  "window-management",
  "local-fonts",
] as const;

/** The devices that the page's own policy leaves it. */
export function allowed(): readonly string[] {
  const { featurePolicy } = document as unknown as {
    readonly featurePolicy: { readonly allowedFeatures: () => readonly string[] };
  };
  return featurePolicy
    .allowedFeatures()
    .filter((name) =>
      [
        "camera",
        "microphone",
        "geolocation",
        "usb",
        "hid",
        "serial",
        "midi",
        "display-capture",
        "clipboard-read",
        "clipboard-write",
        "local-fonts",
        "fullscreen",
        "idle-detection",
      ].includes(name),
    );
}

/** The state of each right. */
export function rights(page: Page): Promise<Readonly<Record<string, string>>> {
  return page.evaluate(async (names) => {
    const states = names.map(async (name) => {
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      return [name, state];
    });
    return Object.fromEntries(await Promise.all(states)) as Record<string, string>;
  }, RIGHTS);
}

/** The answer to each wish: the name of the refusal, or "granted". */
export function wish(page: Page, script: string): Promise<string> {
  return page.evaluate(`new Promise((resolve) => {
    Promise.resolve().then(() => ${script})
      .then(() => resolve("granted"), (error) => resolve(error.name));
  })`);
}
