// The window's page from both sides: what main would answer it, and what it complains of.
import type { Page } from "playwright";
import { makeHome, openApp, type Home, type OpenApp } from "./app.fixture.ts";
import { onTestFinished } from "./test.fixture.ts";

/** The app at Home, in a home of its own; it ends with the test. */
export async function atHome(home?: Home): Promise<OpenApp> {
  const open = await openApp(home ?? (await makeHome()));
  // One that was closed is not asked for its process any more.
  const main = open.app.process();
  onTestFinished(async () => {
    if (main.exitCode === null) await open.kill();
  });
  await open.page.getByRole("button", { name: /^Activate/ }).waitFor();
  return open;
}

/** What an address answers. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Asks for an address in the window's own session, past the page's policy. */
export function answerOf({ app }: OpenApp, url: string, method = "GET"): Promise<Answer> {
  return app.evaluate(
    async ({ net }, [address, how]) => {
      const response = await net.fetch(address, { method: how });
      const headers = Object.fromEntries(response.headers.entries());
      return { status: response.status, headers, body: await response.text() };
    },
    [url, method] as const,
  );
}

/**
 * Loads the page again and listens from its first line on.
 * @returns what reads all that its policy refused so far, and all that its console shows as wrong
 */
export async function violationsFrom(page: Page): Promise<() => Promise<readonly string[]>> {
  const seen: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) seen.push(message.text());
  });
  page.on("pageerror", ({ message }) => seen.push(message));
  await page.addInitScript(() => {
    const violated: string[] = [];
    Object.assign(window, { violated });
    document.addEventListener("securitypolicyviolation", (event) => {
      violated.push(`${event.effectiveDirective} ${event.blockedURI}`);
    });
  });
  await page.reload();
  await page.getByRole("heading").first().waitFor();
  return async () => [
    ...seen,
    ...(await page.evaluate(() => (window as unknown as { violated: string[] }).violated)),
  ];
}

/** The system's own dialog gives this file. */
export const give = ({ app }: OpenApp, path: string) =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
