// The media of a rehearsal with folders: made once, and required from then on.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { opened, SCRIPT } from "../ceremony/record.fixture.ts";
import { openJournal } from "../journal/journal.ts";
import { temporaryFolder } from "../journal/record.fixture.ts";
import { clock, type Session, type SessionHooks } from "../session/session.ts";
import { openRehearsal } from "./rehearsal-session.ts";

/** Nobody is called and no HSM is asked in these tests. */
const opening = (media: string): Promise<Session> =>
  openRehearsal(SCRIPT, media, {} as unknown as SessionHooks);

/** Opened, and ended, which releases its media. */
async function open(media: string): Promise<Session> {
  const session = await opening(media);
  await session.end();
  return session;
}

/** Writes the first entry of its record. */
function begin({ stations }: Session): void {
  const { folder } = stations.offline.record;
  const journal = openJournal({ folder, station: "offline", clock });
  journal.append([opened()]);
  journal.close();
}

describe("a rehearsal's medium", () => {
  it("is made, and made again, until anything of the ceremony is recorded", async () => {
    const media = temporaryFolder();
    await open(media);
    rmSync(join(media, "officer-2-backup"), { recursive: true });
    const { stations } = await open(media);
    expect(stations.offline.media.find("officer-2-backup").label).toBe("officer-2-backup");
  });

  it("that is lost later is not made again, and an empty folder in its place is none", async () => {
    const media = temporaryFolder();
    begin(await open(media));
    const lost = join(media, "officer-2-backup");
    rmSync(lost, { recursive: true });
    const { stations } = await open(media);
    const found = () => codeOf(() => stations.offline.media.find("officer-2-backup"));
    expect(found()).toBe("E-MEDIA-MISSING");
    mkdirSync(lost);
    await open(media);
    expect(found()).toBe("E-MEDIA-MARKER");
    expect(existsSync(join(lost, "medium.json"))).toBe(false);
    expect(stations.offline.media.find("officer-1-backup").label).toBe("officer-1-backup");
  });
});

describe("rehearsals at once", () => {
  it("have the same media one after the other; who comes meanwhile is told, and writes nothing", async () => {
    const media = temporaryFolder();
    const first = await opening(media);
    const markers = () =>
      readdirSync(media)
        .filter((name) => !name.startsWith("."))
        .map((label) => readFileSync(join(media, label, "medium.json"), "utf8"));
    const before = markers();
    expect(before.length).toBeGreaterThan(5);
    expect(await codeOf(opening(media))).toBe("E-REHEARSE-BUSY");
    expect(markers()).toEqual(before);
    await first.end();
    await open(media);
    expect(markers()).toEqual(before);
  });

  it("with media of their own do not wait for each other", async () => {
    const sessions = await Promise.all([1, 2, 3].map(() => opening(temporaryFolder())));
    for (const session of sessions) await session.end();
    expect(sessions).toHaveLength(3);
  });

  it("leave no media taken when one cannot be opened", async () => {
    const media = temporaryFolder();
    const broken = { ...SCRIPT, name: "replacement", continues: true };
    const opened = openRehearsal(broken, media, {} as unknown as SessionHooks);
    expect(await codeOf(opened)).toBe("E-REHEARSE-NO-ACTIVATION");
    await open(media);
  });
});
