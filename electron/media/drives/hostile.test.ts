// Hostile labels and answers: nothing crashes, nothing reaches a command or a line of text.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isFault } from "../../../crypto/index.ts";
import { computer, linux, mac, recorded, said, windows } from "./drives.fixture.ts";
import { showable, type Drive } from "./drive.ts";
import { listDrives } from "./list.ts";
import type { DriveSources } from "./tools.ts";

const nasty = fc.oneof(
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.constantFrom(
    "$(reboot)",
    "`id`",
    "'; Remove-Item C:\\ -Recurse; '",
    "--force",
    "-o",
    "../../etc",
    "\u202egnp",
    "a\nb",
    "a\0b",
    "\u001b[2J",
    "__proto__",
    "constructor",
    "</string><true/>",
    '"}]}',
  ),
);
const LABEL = /^[^\p{C}\p{Zl}\p{Zp}]{0,64}$/u;

/** The list, or the code that refuses it; any other error is rethrown. */
async function outcome(sources: DriveSources): Promise<readonly Drive[] | string> {
  try {
    return await listDrives(sources, { redirected: true });
  } catch (error) {
    if (!isFault(error)) throw error;
    expect(["E-DRIVES-FORM", "E-DRIVES-TOOL"]).toContain(error.code);
    return error.code;
  }
}

describe("a hostile label", () => {
  it("comes out as plain text, or not at all", () => {
    fc.assert(
      fc.property(nasty, (label) => {
        expect([...showable(label)].join("")).toMatch(LABEL);
      }),
    );
  });

  it("of a stick is listed on Linux, and goes into no command", async () => {
    await fc.assert(
      fc.asyncProperty(nasty, async (label) => {
        const blocks = recorded("laptop-two-sticks.lsblk.json").replaceAll('"TRANSFER"', () =>
          JSON.stringify(label),
        );
        const sources = computer("linux", {
          lsblk: () => said(blocks),
          findmnt: () => said(recorded("laptop-two-sticks.findmnt.json")),
        });
        const drives = await outcome(sources);
        expect(drives).toHaveLength(2);
        expect((drives[0] as Drive).label).toMatch(LABEL);
        expect(sources.asked).toEqual(await askedOf(linux("laptop-two-sticks")));
      }),
      { numRuns: 50 },
    );
  });

  it("of a stick is listed on Windows and a Mac, and goes into no command", async () => {
    await fc.assert(
      fc.asyncProperty(nasty, async (label) => {
        const table = recorded("windows-two-sticks.json").replace('"TRANSFER"', () =>
          JSON.stringify(label),
        );
        const pc = computer("win32", { powershell: () => said(table) });
        expect(await outcome(pc)).toHaveLength(2);
        expect(pc.asked).toEqual(await askedOf(windows("two-sticks")));
        const inXml = label.replace(/[<>&]/g, (one) => `&#${one.charCodeAt(0)};`);
        const apple = computer("darwin", {
          diskutil: (args) =>
            said(
              recorded(
                args[0] === "list" ? "mac-list.plist" : `mac-info-${args[2] ?? ""}.plist`,
              ).replace("<string>TRANSFER</string>", () => `<string>${inXml}</string>`),
            ),
        });
        expect(await outcome(apple)).toHaveLength(3);
        expect(apple.asked).toEqual(await askedOf(mac("list")));
      }),
      { numRuns: 50 },
    );
  });

  it("in a mount's path leaves the drive closed, never opened elsewhere", async () => {
    await fc.assert(
      fc.asyncProperty(nasty, async (name) => {
        const mounts = recorded("laptop-two-sticks.findmnt.json").replaceAll(
          '"/run/media/anna/TRANSFER"',
          () => JSON.stringify(name),
        );
        const drives = await outcome(
          computer("linux", {
            lsblk: () => said(recorded("laptop-two-sticks.lsblk.json")),
            findmnt: () => said(mounts),
          }),
        );
        const { mount } = drives[0] as Drive;
        if (mount !== null) expect(mount).toMatch(/^\/[^\p{Cc}]*$/u);
      }),
      { numRuns: 50 },
    );
  });
});

describe("an answer of any form", () => {
  it("is a list or a coded refusal", async () => {
    await fc.assert(
      fc.asyncProperty(fc.json({ maxDepth: 4 }), fc.json(), async (one, other) => {
        const table = (member: string): string => `{"${member}":${one}}`;
        await outcome(computer("linux", { lsblk: () => said(one), findmnt: () => said(other) }));
        await outcome(
          computer("linux", {
            lsblk: () => said(table("blockdevices")),
            findmnt: () => said(table("filesystems")),
          }),
        );
        await outcome(computer("win32", { powershell: () => said(table("logical")) }));
        await outcome(computer("darwin", { diskutil: () => said(one) }));
      }),
      { numRuns: 200 },
    );
  });

  it("is so for recorded ones with a piece cut out, doubled or replaced", async () => {
    const piece = fc.record({ at: fc.nat(), length: fc.nat(40), instead: nasty });
    const names = ["laptop-two-sticks", "luks-open", "false-mounts"] as const;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), piece, async (name, cut) => {
        const spoiled = (text: string): string => {
          const at = cut.at % text.length;
          return text.slice(0, at) + cut.instead + text.slice(at + cut.length);
        };
        await outcome(
          computer("linux", {
            lsblk: () => said(spoiled(recorded(`${name}.lsblk.json`))),
            findmnt: () => said(spoiled(recorded(`${name}.findmnt.json`))),
          }),
        );
        await outcome(
          computer("win32", {
            powershell: () => said(spoiled(recorded("windows-two-sticks.json"))),
          }),
        );
        await outcome(
          computer("darwin", {
            diskutil: (args) =>
              said(
                spoiled(recorded(args[0] === "list" ? "mac-list.plist" : "mac-info-disk4s1.plist")),
              ),
          }),
        );
      }),
      { numRuns: 200 },
    );
  });
});

async function askedOf(sources: ReturnType<typeof computer>): Promise<readonly string[]> {
  await listDrives(sources, { redirected: true });
  return sources.asked;
}
