// Media that are really full, write-protected or pulled out in the middle of a step (needs root).
import { execFileSync } from "node:child_process";
import { cpSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { AskedHsm, Hsm } from "../hsm/hsm.ts";
import { isJudging, isRoot } from "../media/media.fixture.ts";
import { codeOf, HSMS, stageAt, type Stage } from "./stations.fixture.ts";

const MIB = 1024 * 1024;

/** Makes a medium of the stage a mounted one of this size, with what was on it. */
function mount(stage: Stage, label: string, size: string) {
  const [folder, kept] = [join(stage.media, label), join(stage.root, `kept-${label}`)];
  cpSync(folder, kept, { recursive: true });
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "sd-test", folder]);
  onTestFinished(() => {
    execFileSync("umount", ["-l", folder]);
  });
  cpSync(kept, folder, { recursive: true });
  return { remount: (how: "ro" | "rw") => {
    execFileSync("mount", ["-o", `remount,${how}`, folder]);
  } };
}

/** Fills a medium to its last byte. */
function fill(stage: Stage, label: string): void {
  try {
    for (let i = 0; ; i++) writeFileSync(stage.on(label, `filler-${i}`), new Uint8Array(MIB));
  } catch (error) {
    expect(error).toMatchObject({ code: "ENOSPC" });
  }
}

/** Takes away what filled it. */
function empty(stage: Stage, label: string): void {
  for (const name of readdirSync(join(stage.media, label)))
    if (name.startsWith("filler-")) rmSync(stage.on(label, name));
}

describe.skipIf(!isRoot && !isJudging)("a mounted medium (needs root)", () => {
  it.each([
    ["make-key-1", "officer-1-backup"], ["export-certificates", "transfer"],
    ["to-connected", "transfer"], ["at-connected", "transfer"],
    ["download-domain", "domain-copy"], ["prove-quorum", "officer-2"],
  ])("that is full stops %s before it begins (%s)", async (step, label) => {
    const stage = await stageAt("activation", step);
    mount(stage, label, "11m");
    fill(stage, label);
    const asked: number[] = [];
    const invite: typeof stage.invite = async (invitation) => {
      asked.push(invitation.seat);
      await stage.invite(invitation);
    };
    const before = stage.entries.length;
    expect(await codeOf(() => stage.act({ invite }))).toBe("E-MEDIA-SPACE");
    const worked = stage.types(before).filter((type) => type !== "seat-taken");
    expect(worked).toEqual(step === "at-connected" ? [] : ["step-began"]);
    expect(asked).not.toContain(step === "prove-quorum" ? 2 : 1);
  });

  it.each([
    ["make-key-1", "officer-1"], ["export-certificates", "transfer"],
    ["to-connected", "transfer"], ["download-domain", "transfer"],
  ])("that is write-protected stops %s, which goes on once it is not (%s)", async (step, label) => {
    const stage = await stageAt("activation", step);
    const { remount } = mount(stage, label, "32m");
    remount("ro");
    expect(await codeOf(() => stage.act())).toBe("E-MEDIA-READONLY");
    expect(stage.types()).not.toContain("download-began");
    expect(stage.step.id).toBe(step);
    remount("rw");
    await stage.act();
    expect(stage.step.id).not.toBe(step);
  });

  it("that fills up under the answer keeps the part; the other's stays too", async () => {
    const stage = await stageAt("activation", "download-domain");
    mount(stage, "domain-copy", "16m");
    const download: Hsm["download"] = (certificates, required, sink) =>
      stage.hsm.download(certificates, required, { write: (chunk) => {
        fill(stage, "domain-copy");
        sink.write(chunk);
      } });
    const hsm = async (): Promise<AskedHsm> => ({ ...stage.hsm, download });
    expect(await codeOf(() => stage.act({ hsm }))).toBe("E-MEDIA-SPACE");
    const part = `${HSMS.activation}-SD.received.partial`;
    expect(readdirSync(join(stage.media, "transfer"))).toContain(part);
    expect(stage.types()).not.toContain("answer-received");
    empty(stage, "domain-copy");
    // The people of a rehearsal decide to download again.
    await stage.act();
    expect(stage.last("download-again-decided").decidedBy).toEqual(["administrator", "witness"]);
    expect(stage.step.id).toBe("read-domain-aloud");
  });

  it("that fills up while keys are written leaves none that counts", async () => {
    const stage = await stageAt("activation", "make-key-1");
    mount(stage, "officer-1-backup", "16m");
    const invite: typeof stage.invite = async (invitation) => {
      fill(stage, "officer-1-backup");
      await stage.invite(invitation);
    };
    expect(await codeOf(() => stage.act({ invite }))).toBe("E-MEDIA-SPACE");
    expect(stage.types()).not.toContain("key-made");
    empty(stage, "officer-1-backup");
    await stage.act();
    expect(stage.last("unrecorded-removed").files).toContain("officer-1/cert_0.key");
    expect(stage.step.id).toBe("make-key-2");
  });
});
