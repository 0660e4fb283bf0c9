// No medium of an officer is sealed while a file that a later ceremony needs is missing there, or is
// not the one that was made.
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { isFault } from "../../crypto/index.ts";
import { readRecord } from "../journal/journal.ts";
import { verifyRecord } from "../journal/verify.ts";
import { rely } from "../meaning/reliance.ts";
import type { Notice } from "./deps.ts";
import { snapshotOf, stationsAt } from "./snapshots.fixture.ts";
import type { Stations } from "./stations.fixture.ts";

beforeAll(() => snapshotOf("activation", "open"));
beforeAll(() => snapshotOf("recovery", "open"));

const FILES = ["cert_0.key", "cert_0.cer", "sign_0.key", "sign_0.cer"];
const OWN = "officer-1";
const BACKUP = "officer-1-backup";

/** The file that the step opens: its opening reports what is wrong. */
const OPENED: Readonly<Record<string, readonly string[]>> = {
  "prove-quorum": ["cert_0.key", "cert_0.cer"],
  close: ["sign_0.key"],
};

/** What may happen to a file: each returns its bytes, or null for none. */
const HARM: Readonly<
  Record<string, (stations: Stations, label: string, file: string) => Uint8Array | null>
> = {
  removed: () => null,
  emptied: () => new Uint8Array(),
  zeroed: (stations, label, file) => new Uint8Array(readFileSync(stations.on(label, file)).length),
  "another officer's": (stations, _, file) =>
    readFileSync(stations.on("officer-2", file.replace("_0", "_1"))),
};

/** What the step refuses: code and sentence. */
async function refusalOf(stations: Stations): Promise<string> {
  try {
    await stations.act();
    return "nothing thrown";
  } catch (error) {
    if (!isFault(error)) throw error;
    return `${error.code}: ${error.message} ${error.next}`;
  }
}

describe.each(["prove-quorum", "close"])("at %s", (step) => {
  it.each(step === "close" ? [OWN] : [OWN, BACKUP])(
    "each file of %s is wanted, and is told by its name, or the officer's",
    async (label) => {
      const stations = await stationsAt("activation", step);
      for (const file of FILES) {
        const right = readFileSync(stations.on(label, file));
        for (const [how, harm] of Object.entries(HARM)) {
          const bytes = harm(stations, label, file);
          if (bytes === null) rmSync(stations.on(label, file));
          else writeFileSync(stations.on(label, file), bytes);
          const said = await refusalOf(stations);
          const where = `${label}/${file} ${how}: ${said}`;
          expect(said, where).not.toBe("nothing thrown");
          if (bytes === null || bytes.length === 0) {
            expect(said, where).toContain("E-MEDIA-FILE-MISSING: ");
            expect(said, where).toContain(`${file} is not on the medium ${label}`);
          } else if (label === BACKUP) expect(said, where).toContain("E-BACKUP-CHANGED: ");
          else if (OPENED[step]?.includes(file) === false)
            expect(said, where).toContain(
              `E-KEY-FILE-CHANGED: ${file} on the own medium of officer 1`,
            );
          expect(stations.types(), where).not.toContain("closed");
          expect(stations.step.id, where).toBe(step);
          writeFileSync(stations.on(label, file), right);
        }
      }
      await stations.act();
      expect(stations.types()).toContain(step === "close" ? "signed" : "quorum-proven");
    },
  );
});

describe("an older key in a recovery", () => {
  /** Acts to the end. @returns the warnings */
  async function toTheEnd(stations: Stations): Promise<readonly string[]> {
    const told: string[] = [];
    const notice = (one: Notice): void => void (one.kind === "warned" && told.push(one.code));
    while (!stations.state.closed) await stations.act({ notice });
    return told;
  }
  const isGood = ({ offline }: Stations): boolean =>
    rely(verifyRecord(readRecord(offline.record.folder)!.bytes)).meaning.breaches.length === 0;

  it("B175 signs under the name that other tools gave it, and with files lost: that is reported and recorded", async () => {
    const stations = await stationsAt("recovery", "make-restore-blob");
    renameSync(stations.on(OWN, "cert_0.key"), stations.on(OWN, "cert_0.pem"));
    await stations.act();
    expect(stations.step.id).toBe("sign-blob");
    for (const file of ["cert_1.key", "sign_1.cer"]) rmSync(stations.on("officer-2", file));
    const lost = "E-MEDIA-FILE-MISSING";
    expect(await toTheEnd(stations)).toEqual([lost, lost]);
    expect(stations.last("refused")).toEqual({ step: "sign-blob", code: lost });
    expect(stations.types().filter((type) => type === "signed")).toHaveLength(4);
    expect(isGood(stations)).toBe(true);
  });
});
