// The app's own scheme: it answers with the app's pages, and with nothing else.
import { protocol, type Session } from "electron";
import { PAGE_FILES } from "./page-files.ts";
import { answerTo } from "./pages.ts";

const SCHEME = "app";
export const ORIGIN = `${SCHEME}://ceremony`;

/** Before the app is ready. Nothing more than pages need: no service workers, no way round CSP. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the files of `folder` in this session. */
export function serveFiles(to: Session, folder: string): void {
  const pages = { origin: ORIGIN, folder, files: PAGE_FILES };
  to.protocol.handle(SCHEME, (request) => answerTo(request, pages));
}
