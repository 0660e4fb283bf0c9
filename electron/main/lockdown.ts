// What the whole app is denied: the network, permissions, other windows, other pages.
import { app, session, type Session, type WebContents } from "electron";
import { ORIGIN } from "./scheme.ts";

/**
 * Before the app is ready. No name and no address resolves, also for a page that got past its
 * policy; the one way out of that is WebRTC's own packets, denied for each page below.
 */
export function lockDown(): void {
  app.commandLine.appendSwitch("host-resolver-rules", "MAP * ~NOTFOUND");
  app.commandLine.appendSwitch("disable-http-cache");
  // Root cannot have the sandbox; then it is refused at the start, unless a developer forced it.
  if (!app.commandLine.hasSwitch("no-sandbox")) app.enableSandbox();
  app.on("session-created", lockSession);
  app.on("web-contents-created", (_, contents) => {
    lockPage(contents);
  });
}

/** Once the app is ready: the default session exists without being asked for. */
export function lockDefaultSession(): void {
  lockSession(session.defaultSession);
}

/** Without languages there is no dictionary to fetch: the one thing Chromium does by itself. */
function lockSession(one: Session): void {
  one.setSpellCheckerLanguages([]);
  one.setPermissionRequestHandler((_, __, answer) => {
    answer(false);
  });
  one.setPermissionCheckHandler(() => false);
  one.setDevicePermissionHandler(() => false);
  one.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isOurs(url) });
  });
  one.on("will-download", (event) => {
    event.preventDefault();
  });
}

/** A page stays where it was loaded, opens nothing, and embeds nothing. */
function lockPage(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: "deny" }));
  contents.setWebRTCIPHandlingPolicy("disable_non_proxied_udp");
  const refuse = (event: { readonly preventDefault: () => void }): void => {
    event.preventDefault();
  };
  contents.on("will-navigate", refuse);
  contents.on("will-frame-navigate", refuse);
  contents.on("will-redirect", refuse);
  contents.on("will-attach-webview", refuse);
}

/** Our own pages, and the tools of a developer. */
function isOurs(url: string): boolean {
  return url.startsWith(`${ORIGIN}/`) || (!app.isPackaged && url.startsWith("devtools://"));
}
