// What the whole app is denied: the network, permissions, other windows, other pages, a debugger.
import process from "node:process";
import { app, Menu, session, type Session, type WebContents } from "electron";
import { strangeSwitches, strangeVariables } from "./environment.ts";
import { ORIGIN } from "./scheme.ts";

/** Before anything else: a packaged app ends if arguments or variables changed it. */
export function checkStart(): void {
  if (!app.isPackaged) return;
  checkSwitches(process.argv.slice(1));
  checkEnvironment(Object.keys(process.env));
}

/**
 * Before the app is ready. No name and no address resolves, even for a page that got past its
 * policy; only WebRTC's own packets could still leave, and each page below denies them.
 */
export function lockDown(): void {
  app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
  app.commandLine.appendSwitch("disable-http-cache");
  // Forms need no graphics card, and its drivers cannot be vouched for here.
  app.disableHardwareAcceleration();
  // Root cannot have the sandbox; then it is refused at the start, unless a developer forced it.
  if (!app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
  // Electron's default menu has shortcuts for its tools and for reloading a page.
  Menu.setApplicationMenu(null);
  app.on("session-created", lockSession);
  app.on("web-contents-created", (_, contents) => lockPage(contents));
}

/** Once the app is ready: the default session exists without being asked for. */
export function lockDefaultSession(): void {
  lockSession(session.defaultSession);
}

/** Ends the app if its sandbox, policy or secrets were given away at the start. */
function checkSwitches(words: readonly string[]): void {
  if (strangeSwitches(words, process.platform).length === 0) return;
  process.stderr.write("This app does not start with switches for developers.\n");
  process.exit(2);
}

/**
 * Ends the app if its environment gave them away. Electron's changes count as well: its own
 * variables become switches.
 */
function checkEnvironment(names: readonly string[]): void {
  const strange = strangeVariables(names).map((name) => name.slice(0, 60));
  if (strange.length === 0 && !app.commandLine.hasSwitch("no-sandbox")) return;
  process.stderr.write(
    strange.length === 0
      ? "This app does not start without its sandbox.\n"
      : `This app does not start with these variables set: ${strange.join(", ")}.\n`,
  );
  process.exit(2);
}

/** Without languages there is no dictionary to fetch: Chromium's only request of its own. */
function lockSession(one: Session): void {
  one.setSpellCheckerLanguages([]);
  one.setPermissionRequestHandler((_, __, answer) => answer(false));
  one.setPermissionCheckHandler(() => false);
  one.setDevicePermissionHandler(() => false);
  one.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses);
  // Asked on Windows and Linux.
  one.setBluetoothPairingHandler((_, answer) => answer({ confirmed: false }));
  one.setDisplayMediaRequestHandler(null);
  one.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOurs(url) }));
  one.on("will-download", (event) => event.preventDefault());
}

/** A page stays where it was loaded, opens nothing, and embeds nothing. */
function lockPage(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
  const refuse = (event: { readonly preventDefault: () => void }): void => event.preventDefault();
  contents.on("will-navigate", refuse);
  contents.on("will-frame-navigate", refuse);
  contents.on("will-redirect", refuse);
  contents.on("will-attach-webview", refuse);
  // An empty page may navigate: from there the page is restored.
  let own = "";
  contents.on("did-navigate", (_, url) => {
    if (url.startsWith(`${ORIGIN}/`)) own = url;
    else if (own !== "") void contents.loadURL(own);
  });
  // Without a listener, the first device found would be taken.
  contents.on("select-bluetooth-device", (event, _, choose) => {
    event.preventDefault();
    choose("");
  });
}

/** Our own pages, and the tools of a developer. */
const isOurs = (url: string): boolean =>
  url.startsWith(`${ORIGIN}/`) || (!app.isPackaged && url.startsWith("devtools://"));
