// What every window of ours is denied.
import { expect, it, vi } from "vitest";
import { SAFE } from "./window.ts";

vi.mock("electron", () => ({ app: {}, BrowserWindow: null, nativeTheme: {} }));

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
