// What every window of ours is denied, and what it shows before its page does.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { paper, SAFE } from "./window.ts";

const { theme } = vi.hoisted(() => ({ theme: { shouldUseDarkColors: false } }));
vi.mock("electron", () => ({ app: {}, BrowserWindow: null, nativeTheme: theme }));

const page = (path: string): string =>
  readFileSync(join(import.meta.dirname, "..", "..", "renderer", path), "utf8");

it("is denied Node, the preload script's world, webviews, spelling and files of the computer", () => {
  const { disableBlinkFeatures, ...settings } = SAFE;
  const on = Object.entries(settings).flatMap(([name, is]) => (is ? [name] : []));
  expect(on.toSorted()).toEqual(["contextIsolation", "sandbox", "webSecurity"]);
  const off = Object.entries(settings).flatMap(([name, is]) => (is ? [] : [name]));
  expect(off.toSorted()).toEqual([
    "allowRunningInsecureContent",
    "enableWebSQL",
    "experimentalFeatures",
    "navigateOnDragDrop",
    "nodeIntegration",
    "nodeIntegrationInSubFrames",
    "nodeIntegrationInWorker",
    "plugins",
    "spellcheck",
    "webviewTag",
  ]);
  // A page's own dialog for files would come without a permission.
  expect(disableBlinkFeatures.split(",").toSorted()).toEqual([
    "FileSystemAccess",
    "FileSystemAccessLocal",
  ]);
});

it("has the paper of its page from the first frame on, by day and by night", () => {
  const [, ...papers] =
    /--paper: light-dark\((#\w{6}), (#\w{6})\);/.exec(page("design/tokens.css")) ?? [];
  const before = [false, true].map((isDark) => {
    theme.shouldUseDarkColors = isDark;
    return paper();
  });
  expect(before).toEqual(papers);
});

it.each(["index.html", "passphrase/passphrase.html"])(
  "the page %s is dark by night before its style sheet is there",
  (path) => {
    const [before = ""] = page(path).split("<link");
    expect(before).toContain('<meta name="color-scheme" content="light dark">');
  },
);
