// Removable drives of a Mac, from recorded property lists, and the reader of those.
import { describe, expect, it } from "vitest";
import { codeOf } from "../../../crypto/code-of.fixture.ts";
import { computer, failed, mac, recorded, said } from "./drives.fixture.ts";
import { listDrives } from "./list.ts";
import { readPlist } from "./plist.ts";

describe("a Mac", () => {
  it("with two sticks and a card in its own slot has three drives", async () => {
    expect(await listDrives(mac("list"))).toEqual([
      {
        kind: "removable",
        volume: "83F1A5C2-3E2C-3B25-A8DE-0B9A6B7C5D4E",
        device: "/dev/disk4s1",
        disk: "/dev/disk4",
        mount: "/Volumes/TRANSFER",
        label: "TRANSFER",
        fileSystem: "msdos",
        bytes: 15_517_876_224,
        freeBytes: 1234,
        readOnly: false,
        bus: "usb",
      },
      expect.objectContaining({
        device: "/dev/disk5s1",
        mount: null,
        label: "Officer & 1",
        readOnly: false,
      }),
      expect.objectContaining({
        device: "/dev/disk6",
        mount: "/Volumes/CARD",
        bus: "sd",
        readOnly: true,
      }),
    ]);
  });

  it("without a stick has none", async () => {
    expect(await listDrives(mac("list-none"))).toEqual([]);
  });

  it("that names a disk oddly is refused before the name goes into a command", async () => {
    const list = recorded("mac-list.plist").replaceAll("disk4s1", "disk4 --force");
    const sources = computer("darwin", { diskutil: () => said(list) });
    expect(await codeOf(() => listDrives(sources))).toBe("E-DRIVES-FORM");
    expect(sources.asked.join()).not.toContain("--force");
  });

  it("whose diskutil fails is said to", async () => {
    const sources = computer("darwin", { diskutil: () => failed(1) });
    expect(await codeOf(() => listDrives(sources))).toBe("E-DRIVES-TOOL");
  });
});

describe("a property list", () => {
  const list = (inner: string): string =>
    `<?xml version="1.0"?><plist version="1.0">${inner}</plist>`;

  it("is read with all its kinds", () => {
    expect({
      ...readPlist(
        list(
          "<dict><key>a</key><string>x &lt;&#228;&#xe4;&amp;lt; </string>"
            + "<key>b</key><integer>-12</integer><key>c</key><array><true/><false/></array>"
            + "<key>d</key><dict/><key>e</key><string></string><key>f</key><real>1.5</real></dict>",
        ),
      ),
    }).toEqual({ a: "x <ää&lt; ", b: -12, c: [true, false], d: {}, e: "", f: 1.5 });
  });

  it.each([
    ["nothing", ""],
    ["no list", "<dict></dict>"],
    ["an array", list("<array/>")],
    ["two values", list("<dict/><dict/>")],
    ["text around", list("x<dict/>")],
    ["not closed", '<plist version="1.0"><dict>'],
    ["crossed", list("<dict><key>a</dict></key>")],
    ["a key twice", list("<dict><key>a</key><true/><key>a</key><true/></dict>")],
    ["an own entity", list("<dict><key>a</key><string>&x;</string></dict>")],
    ["entities declared", '<!DOCTYPE plist [<!ENTITY x "y">]><plist><dict/></plist>'],
    ["a number that is none", list("<dict><key>a</key><integer>1e9</integer></dict>")],
    ["an unknown element", list("<dict><key>a</key><set/></dict>")],
    [
      "far too deep",
      list(`<dict><key>a</key>${"<array>".repeat(40)}${"</array>".repeat(40)}</dict>`),
    ],
    ["a character beyond Unicode", list("<dict><key>a</key><string>&#x110000;</string></dict>")],
  ])("is refused: %s", (_, text) => {
    expect(codeOf(() => readPlist(text))).toBe("E-DRIVES-FORM");
  });
});
