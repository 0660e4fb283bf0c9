// For tests: a small package as the packager makes one, and everything that can be done to it.
import { spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  cpSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { writeManifest } from "./manifest.mjs";
import { settle } from "./package/moment.mjs";
import type { ReleaseKey } from "./release-key.fixture.ts";

/** What a package is released as. */
const RELEASE = { version: "0.1.0", commit: "unknown", electron: "45.4.1 (electron)" };

/** Its folders and files, each file with another content. */
const FOLDERS = ["resources", "command", "command/parts"];
const FILES = [
  "security-domain-ceremony",
  "chrome-sandbox",
  "libffmpeg.so",
  "resources/app.asar",
  "command/node",
  "command/parts/sd.cjs",
];

/** Makes it in an empty folder, signed. */
export function makePackage(folder: string, { key }: ReleaseKey): void {
  for (const path of FILES) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `what ${path} contains\n`.repeat(9), { mode: 0o755 });
  }
  writeManifest(folder, RELEASE, key);
  settle(folder, 1_793_577_600);
}

/** One thing that is done to a package. */
export interface Tampering {
  /** What is done, wherever: of the same kind are those that only do it elsewhere. */
  readonly kind: string;
  readonly where: string;
  /** Whether it is one of names, kinds and bytes: what the app itself sees at its start. */
  readonly isSeenAtStart: boolean;
  readonly apply: (folder: string, elsewhere: string) => void;
}

/** Every kind, at every file and folder of the package to which it can be done. */
export function tamperings(other: ReleaseKey): readonly Tampering[] {
  return [
    ...ADDED_NAMES.flatMap((name) => ["", ...FOLDERS].map((within) => added(name, within))),
    ...FILES.flatMap((path) => [...bytes(path), ...kinds(path), ...rights(path)]),
    ...FOLDERS.flatMap((path) => [...folders(path), ...rights(path)]),
    ...lists(other),
    seen("two files, each under the other's name", "", (folder) => {
      renameSync(join(folder, "libffmpeg.so"), join(folder, "kept"));
      renameSync(join(folder, "command/node"), join(folder, "libffmpeg.so"));
      renameSync(join(folder, "kept"), join(folder, "command/node"));
    }),
    unseen("open to all", "", (folder) => chmodSync(folder, 0o777)),
  ];
}

const seen = (kind: string, where: string, apply: Tampering["apply"]): Tampering => ({
  kind,
  where,
  isSeenAtStart: true,
  apply,
});
const unseen = (kind: string, where: string, apply: Tampering["apply"]): Tampering => ({
  ...seen(kind, where, apply),
  isSeenAtStart: false,
});

/** Names that a loader looks for, that a shell or a list could misread, or that look like an answer. */
const ADDED_NAMES = [
  "libXdamage.so.1",
  ".hidden",
  "-rf",
  " ",
  "MANIFEST~",
  "$(touch ran)",
  "'; touch ran; '",
  "back\\slash",
  "gl\u00f6ckchen",
  "line\nfeed",
  "end\n",
  "\u001b[2J\u001b[H\nThis package is as it was released.",
  "#",
  `a\n${"0".repeat(64)}  b`,
];

const added = (name: string, within: string): Tampering =>
  seen(`a file ${JSON.stringify(name)} is added`, within, (folder) => {
    writeFileSync(join(folder, within, name), "anything", { mode: 0o755 });
  });

const bytes = (path: string): readonly Tampering[] => [
  seen("another byte", path, (folder) => {
    const old = readFileSync(join(folder, path));
    old[3]! ^= 1;
    writeFileSync(join(folder, path), old);
  }),
  seen("a byte more", path, (folder) => {
    appendFileSync(join(folder, path), "\n");
  }),
  seen("a byte less", path, (folder) => {
    truncateSync(join(folder, path), readFileSync(join(folder, path)).length - 1);
  }),
  seen("empty", path, (folder) => {
    truncateSync(join(folder, path));
  }),
  seen("missing", path, (folder) => {
    rmSync(join(folder, path), { recursive: true });
  }),
  seen("under another name", path, (folder) => {
    renameSync(join(folder, path), join(folder, `${path}.old`));
  }),
];

/** The same bytes, or none, in something that is no plain file of this folder's own. */
const kinds = (path: string): readonly Tampering[] => [
  seen("a link to the same bytes", path, (folder, elsewhere) => {
    renameSync(join(folder, path), elsewhere);
    symlinkSync(elsewhere, join(folder, path));
  }),
  unseen("with a second name elsewhere", path, (folder, elsewhere) => {
    linkSync(join(folder, path), elsewhere);
  }),
  seen("a folder", path, (folder) => {
    rmSync(join(folder, path));
    mkdirSync(join(folder, path));
  }),
  seen("a pipe", path, (folder) => {
    rmSync(join(folder, path));
    makePipe(join(folder, path));
  }),
];

const rights = (path: string): readonly Tampering[] =>
  [0o777, 0o775, 0o666, ...(FILES.includes(path) ? [0o4755, 0o2755, 0o6755, 0o4711] : [])]
    // Installed by root, it has these.
    .filter((mode) => mode !== 0o4755 || path !== "chrome-sandbox")
    .map((mode) =>
      unseen(`with the rights ${mode.toString(8)}`, path, (folder) => {
        chmodSync(join(folder, path), mode);
      }),
    );

const folders = (path: string): readonly Tampering[] => [
  seen("a folder, missing", path, (folder) => {
    rmSync(join(folder, path), { recursive: true });
  }),
  seen("a link to the same files", path, (folder, elsewhere) => {
    cpSync(join(folder, path), elsewhere, { recursive: true });
    rmSync(join(folder, path), { recursive: true });
    symlinkSync(elsewhere, join(folder, path));
  }),
  seen("an empty folder in it", path, (folder) => {
    mkdirSync(join(folder, path, "glibc-hwcaps"));
  }),
  seen("a folder in a folder in it", path, (folder) => {
    mkdirSync(join(folder, path, "glibc-hwcaps", "x86-64-v3"), { recursive: true });
  }),
  seen("a link to nowhere in it", path, (folder) => {
    symlinkSync("nowhere", join(folder, path, "link"));
  }),
  seen("a pipe in it", path, (folder) => {
    makePipe(join(folder, path, "pipe"));
  }),
];

/** The list and its signature. */
const lists = (other: ReleaseKey): readonly Tampering[] => [
  seen("names what was added, signed by nobody", "the list", (folder) => {
    const signature = readFileSync(join(folder, "MANIFEST.sig"));
    writeFileSync(join(folder, "libevil.so"), "anything");
    writeManifest(folder, RELEASE);
    writeFileSync(join(folder, "MANIFEST.sig"), signature);
  }),
  seen("signed by another key", "the list", (folder) => {
    writeManifest(folder, RELEASE, other.key);
  }),
  ...["MANIFEST", "MANIFEST.sig"].flatMap((name) => [
    ...bytes(name).map((one) =>
      // Without a signature the app takes itself for unsigned: for rehearsals alone as well.
      ["empty", "missing", "under another name"].includes(one.kind) && name === "MANIFEST.sig"
        ? { ...one, isSeenAtStart: false }
        : one,
    ),
    ...kinds(name),
  ]),
];

function makePipe(path: string): void {
  if (spawnSync("mkfifo", ["--", path]).status !== 0) throw new Error("no pipe could be made");
}
