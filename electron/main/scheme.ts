// The app's own scheme: it serves only the app's pages.
import { protocol, type Session } from "electron";
import { keptLanguage } from "./language.ts";
import { PAGE_FILES } from "./page-files.ts";
import { answerTo, type Pages } from "./pages.ts";

const SCHEME = "app";
export const ORIGIN = `${SCHEME}://ceremony`;

/** The address of a page. */
export const addressOf = (page: "index" | "passphrase"): string => `${ORIGIN}/${page}.html`;

/** Before the app is ready. Only what pages need: no service workers, no CSP bypass. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the files of `folder` in this session, and photographs if allowed. */
export function serveFiles(
  to: Session,
  folder: string,
  photographs: Pages["photographs"] = () => null,
): void {
  const pages = { origin: ORIGIN, folder, files: PAGE_FILES, photographs, language: keptLanguage };
  to.protocol.handle(SCHEME, (request) => answerTo(request, pages));
}
