// Media that are really full, write-protected or pulled out in the middle of a step (needs root).
import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import type { AskedHsm, Hsm } from "../hsm/hsm.ts";
import { isJudging, isRoot } from "../media/media.fixture.ts";
import { stationsAt } from "./snapshots.fixture.ts";
import { HSMS, type Stations } from "./stations.fixture.ts";

const MIB = 1024 * 1024;

/** Makes a medium of the stations a mounted one of this size, with what was on it. */
function mount(stations: Stations, label: string, size: string) {
  const [folder, kept] = [join(stations.media, label), join(stations.root, `kept-${label}`)];
  cpSync(folder, kept, { recursive: true });
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "sd-test", folder]);
  onTestFinished(() => {
    execFileSync("umount", ["-l", folder]);
  });
  cpSync(kept, folder, { recursive: true });
  return {
    remount: (how: "ro" | "rw") => {
      execFileSync("mount", ["-o", `remount,${how}`, folder]);
    },
  };
}

/** Fills a medium to its last byte. */
function fill(stations: Stations, label: string): void {
  try {
    for (let i = 0; ; i++) writeFileSync(stations.on(label, `filler-${i}`), new Uint8Array(MIB));
  } catch (error) {
    expect(error).toMatchObject({ code: "ENOSPC" });
  }
}

/** Takes away what filled it. */
function empty(stations: Stations, label: string): void {
  for (const name of readdirSync(join(stations.media, label)))
    if (name.startsWith("filler-")) rmSync(stations.on(label, name));
}

describe.skipIf(!isRoot && !isJudging)("a mounted medium (needs root)", () => {
  it.each([
    ["make-key-1", "officer-1-backup"],
    ["export-certificates", "transfer"],
    ["to-connected", "transfer"],
    ["at-connected", "transfer"],
    ["download-domain", "domain-copy"],
    ["prove-quorum", "officer-2"],
  ])("that is full stops %s before it begins (%s)", async (step, label) => {
    const stations = await stationsAt("activation", step);
    mount(stations, label, "11m");
    fill(stations, label);
    const asked: number[] = [];
    const invite: typeof stations.invite = async (invitation) => {
      asked.push(invitation.seat);
      await stations.invite(invitation);
    };
    const before = stations.entries.length;
    expect(await codeOf(() => stations.act({ invite }))).toBe("E-MEDIA-SPACE");
    const worked = stations.types(before).filter((type) => type !== "seat-taken");
    expect(worked).toEqual(step === "at-connected" ? [] : ["step-began"]);
    expect(asked).not.toContain(step === "prove-quorum" ? 2 : 1);
  });

  it.each([
    ["make-key-1", "officer-1"],
    ["export-certificates", "transfer"],
    ["to-connected", "transfer"],
    ["download-domain", "transfer"],
  ])(
    "that is write-protected stops %s, which continues once it is not (%s)",
    async (step, label) => {
      const stations = await stationsAt("activation", step);
      const { remount } = mount(stations, label, "32m");
      remount("ro");
      expect(await codeOf(() => stations.act())).toBe("E-MEDIA-READONLY");
      expect(stations.types()).not.toContain("download-began");
      expect(stations.step.id).toBe(step);
      remount("rw");
      await stations.act();
      expect(stations.step.id).not.toBe(step);
    },
  );

  it.each([
    ["domain-copy", "transfer"],
    ["transfer", "domain-copy"],
  ])("that fills up under the answer costs the other nothing (%s)", async (broken, other) => {
    const stations = await stationsAt("activation", "download-domain");
    mount(stations, broken, "16m");
    const download: Hsm["download"] = (certificates, required, sink) =>
      stations.hsm.download(certificates, required, {
        write: (chunk) => {
          fill(stations, broken);
          sink.write(chunk);
        },
      });
    const hsm = async (): Promise<AskedHsm> => ({ ...stations.hsm, download });
    expect(await codeOf(() => stations.act({ hsm }))).toBe("E-ANSWER-KEPT");
    const answer = `${HSMS.activation}-SD.received`;
    expect(readdirSync(join(stations.media, other))).toContain(answer);
    expect(readdirSync(stations.connected.record.folder)).toContain(answer);
    expect(stations.types()).not.toContain("answer-received");
    empty(stations, broken);
    await stations.act();
    expect(stations.types()).not.toContain("download-again-decided");
    expect(readdirSync(stations.connected.record.folder)).not.toContain(answer);
    expect(stations.step.id).toBe("read-domain-aloud");
  });

  it("that fills up while keys are written leaves none that counts", async () => {
    const stations = await stationsAt("activation", "make-key-1");
    mount(stations, "officer-1-backup", "16m");
    const invite: typeof stations.invite = async (invitation) => {
      fill(stations, "officer-1-backup");
      await stations.invite(invitation);
    };
    expect(await codeOf(() => stations.act({ invite }))).toBe("E-MEDIA-SPACE");
    expect(stations.types()).not.toContain("key-made");
    empty(stations, "officer-1-backup");
    await stations.act();
    expect(stations.last("unrecorded-removed").files).toContain("officer-1/cert_0.key");
    expect(stations.step.id).toBe("make-key-2");
  });
});
