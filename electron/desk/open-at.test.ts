// A ceremony in earnest is opened at a station by the script that came with its record.
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { random, sha256Hex, utf8 } from "../../crypto/index.ts";
import { naming, opened } from "../ceremony/record.fixture.ts";
import { openJournal } from "../journal/journal.ts";
import { folderMedia, prepareMedium } from "../media/media.ts";
import type { SessionHooks } from "../session/session.ts";
import { OpenCeremony } from "./open-ceremony.ts";
import { scriptThere } from "./script-there.ts";
import { scriptOf } from "./scripts.ts";

const COUNTS = { officers: 3, quorum: 2 };

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
    const one = await OpenCeremony.openAt(
      "activation",
      media,
      hooks,
      options,
      COUNTS,
      naming(sha256),
    );
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

it("says of what came whether its script is here, came with it, or is missing", () => {
  const root = mkdtempSync(join(tmpdir(), "there-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const today = scriptOf("activation");
  const text = `${today.text}\n# As it is in another version.\n`;
  const sha256 = sha256Hex(utf8(text));
  const there = (scriptSha256: string) =>
    scriptThere(
      "activation",
      { scriptSha256, ceremony: "0".repeat(32) },
      join(root, "production"),
      folderMedia(root),
    );
  expect([there(today.sha256), there(sha256)]).toEqual(["known", "missing"]);
  const { folder } = prepareMedium(root, "transfer", "PRODUCTION", random);
  const file = join(folder, `activation-${sha256.slice(0, 8)}.yaml`);
  writeFileSync(file, text);
  expect(there(sha256)).toBe("brought");
  writeFileSync(file, `${text} `);
  expect(there(sha256)).toBe("missing");
  // Taken over before, it is kept beside the record.
  const kept = join(root, "production", "1", ".ceremonies", "1-activation");
  const station = join(kept, "connected");
  const journal = openJournal({ folder: station, station: "connected", clock: () => new Date() });
  journal.append([opened({ scriptSha256: sha256 })]);
  journal.close();
  writeFileSync(join(kept, "script.yaml"), text);
  expect(there(sha256)).toBe("known");
});
