// An activation that the app of an earlier version began, and that was killed in the middle: the
// window continues it to its end.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { verifyRecord } from "../../electron/journal/verify.ts";
import { passphraseOf } from "../../electron/people/passphrases.ts";
import { ROOT } from "../bundle.fixture.ts";
import { giveToApp, makeHome, openApp, withoutRuntime } from "./app.fixture.ts";
import { mouse } from "./hands.fixture.ts";
import { people, playUntil, resume, typePassphrase, type People } from "./people.fixture.ts";
import { expect, inOrder, test } from "./test.fixture.ts";

/** Those who rehearsed it have fixed passphrases. */
const crowd: People = {
  ...people(mouse),
  type: (open, seat, purpose) =>
    typePassphrase(open, mouse, crowd.see, purpose, passphraseOf(seat, null)),
};

inOrder("an earlier version's ceremony (needs the Electron runtime)", withoutRuntime, () => {
  test("is continued to its end, and what was recorded stays byte for byte", async () => {
    const home = await makeHome();
    const media = home.media(1);
    mkdirSync(media, { recursive: true });
    const archive = join(ROOT, "e2e", "landed", "unfinished.tgz");
    expect(spawnSync("tar", ["-xzf", archive, "-C", media]).status).toBe(0);
    giveToApp(join(home.folder, "data", "rehearsals"));
    const copy = join(media, ".ceremonies", "1-activation", "connected", "record.jsonl");
    const before = readFileSync(copy, "utf8");
    const open = await openApp(home);
    await mouse.press(open.page, /^Continue the activation/);
    await resume(open, crowd);
    await playUntil(open, crowd, () => false);
    const record = readFileSync(join(media, "records", "1-activation", "record.jsonl"));
    expect(record.toString("utf8").startsWith(before)).toBe(true);
    expect(verifyRecord(new Uint8Array(record)).closedBy).toBe("signatures");
  });
});
