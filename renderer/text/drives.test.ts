// The sticks are told in words: sizes, file systems, states, and what came and went.
import { expect, test } from "vitest";
import type { DrivesView, DriveView } from "../../electron/bridge/view.ts";
import {
  fileSystemName,
  howOften,
  mediaHere,
  nameInNews,
  nameInSentence,
  newsOf,
  size,
  sizeAndForm,
  whatItIs,
} from "./drives.ts";
import { said, say } from "./say.ts";

const drive: DriveView = {
  volume: "1A2B-3C4D",
  name: "SANDISK",
  fileSystem: "vfat",
  bytes: 15_931_539_456,
  freeBytes: null,
  isOpen: true,
  isReadOnly: false,
  state: "ready",
  medium: { label: "officer-2-backup", mode: "REHEARSAL" },
};

const isIt = (one: DriveView, isEjected: boolean) => whatItIs(one, isEjected, "rehearsal");

test.each([
  [15_931_539_456, "15.9 GB"],
  [512_000_000, "512 MB"],
  [999_600_000, "1.0 GB"],
  [128_035_676_160, "128 GB"],
  [2_000_398_934_016, "2.0 TB"],
  [1_440_000, "1.4 MB"],
  [0, "0.0 MB"],
])("%i bytes are %s", (bytes, words) => {
  expect(size(bytes)).toBe(words);
});

test("file systems have the names people know", () => {
  expect(["vfat", "exfat", "NTFS", "FAT32", "ext4", ""].map(fileSystemName)).toEqual([
    "FAT",
    "exFAT",
    "NTFS",
    "FAT32",
    "ext4",
    "unknown",
  ]);
});

test("a stick has a size and a form, and a medium is in or not, or twice", () => {
  expect(sizeAndForm(drive)).toBe("15.9 GB, FAT");
  expect([0, 1, 2, 3].map(howOften)).toEqual(["not in", "in", "twice", "twice"]);
});

test("a medium says whose it is and what for", () => {
  expect(whatItIs(drive, false, "rehearsal")).toEqual({
    title: "Officer 2: backup medium",
    detail: "REHEARSAL",
  });
  expect(whatItIs({ ...drive, state: "read-only" }, false, "rehearsal").detail).toBe(
    "REHEARSAL, write-protected",
  );
});

test("a medium of the other kind says that it is not for what is done here", () => {
  expect(whatItIs(drive, false, "offline").detail).toBe("from a rehearsal: never used here");
  const real: DriveView = { ...drive, medium: { label: "transfer", mode: "PRODUCTION" } };
  expect(whatItIs(real, false, "offline").detail).toBe("for real ceremonies");
  expect(whatItIs(real, false, "rehearsal").detail).toBe(
    "from a real ceremony: not for rehearsals",
  );
});

test("in earnest no word of the screen speaks of its media as of a rehearsal's", () => {
  for (const role of ["offline", "connected"] as const)
    expect([say(`drives.needs.${role}`), say(`drives.never.labels.${role}`)].join()).not.toContain(
      "ehearsal",
    );
  expect(say("drives.never.lines.offline.2")).toContain("A rehearsal stick is never used.");
});

test("only two media are spoken of at the connected station", () => {
  const labels = ["officer-1", "officer-1-backup", "transfer", "domain-copy"] as const;
  const all: DrivesView = {
    state: "known",
    drives: [drive],
    labels,
    free: ["officer-1", "transfer"],
    inserted: [],
    removed: [],
  };
  expect(mediaHere(all, "offline")).toBe(all);
  expect(mediaHere(all, "connected")).toEqual({
    ...all,
    labels: ["transfer", "domain-copy"],
    free: ["transfer"],
  });
});

test("a blank stick that is write-protected is not offered", () => {
  const blank: DriveView = { ...drive, medium: null, state: "blank" };
  expect(isIt(blank, false).detail).toContain("can be prepared");
  expect(isIt({ ...blank, isReadOnly: true }, false).detail).toBe("write-protected");
});

test("a stick that was ejected here is told from one that was never opened", () => {
  const closed: DriveView = { ...drive, medium: null, isOpen: false, state: "closed" };
  expect(isIt(closed, true).title).toBe("Ejected");
  expect(isIt(closed, false).title).toBe("Not mounted by this computer");
  // A computer takes a moment to open what was put in.
  expect(isIt(closed, false).detail).toMatch(/^wait a moment; /);
  expect(isIt({ ...closed, fileSystem: "crypto_LUKS" }, false).detail).toContain("locked");
});

test("a path is no name", () => {
  expect(
    ["/dev/sdb1", "\\\\?\\Volume{0}\\", "", "KEYS"].map((name) =>
      said(nameInSentence(nameInNews(name))),
    ),
  ).toEqual(["A stick without a name", "A stick without a name", "A stick without a name", "KEYS"]);
});

test("what came and went is a sentence", () => {
  expect(said(newsOf("inserted", ["KEYS"], 1))).toBe("KEYS was inserted. One stick is inserted.");
  expect(said(newsOf("removed", ["A", "B", "C"], 0))).toBe(
    "A, B and C were taken out. No stick is inserted.",
  );
  expect(said(newsOf("inserted", ["A", "B", "C", "D"], 5))).toBe(
    "4 sticks were inserted. 5 sticks are inserted.",
  );
});
