// A ceremony in earnest is opened at a station by the script that came with its record.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { random, sha256Hex, utf8 } from "../../crypto/index.ts";
import { folderMedia, prepareMedium } from "../media/media.ts";
import type { SessionHooks } from "../session/session.ts";
import { OpenCeremony } from "./open-ceremony.ts";
import { scriptOf } from "./scripts.ts";

it("is by the one that came on the transfer medium, also after it was pulled", async () => {
  const root = mkdtempSync(join(tmpdir(), "open-at-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const today = scriptOf("activation");
  const text = `${today.text}\n# As it is in another version.\n`;
  const sha256 = sha256Hex(utf8(text));
  const { folder } = prepareMedium(root, "transfer", "PRODUCTION", random);
  writeFileSync(join(folder, `activation-${sha256.slice(0, 8)}.yaml`), text);
  const open = async (): Promise<string> => {
    const options = { at: "offline", drives: folderMedia(root) } as const;
    const media = join(root, "production");
    // Nothing is asked of them before a step runs.
    const hooks = {} as unknown as SessionHooks;
    const one = await OpenCeremony.openAt("activation", media, hooks, options, sha256);
    await one.session.end();
    expect(one.session.stations.offline.script).toBe(one.script);
    return one.script.sha256;
  };
  expect(await open()).toBe(sha256);
  const kept = join(root, "production", ".ceremonies", "1-activation", "script.yaml");
  expect(readFileSync(kept, "utf8")).toBe(text);
  rmSync(folder, { recursive: true });
  expect(await open()).toBe(sha256);
  expect(existsSync(folder)).toBe(false);
});
