// The walls of the house as data: who may import whom, through which door, and which packages and
// node modules a room may touch. To move a wall, change a line here.

/** `uses` may import values; `types` only names types, which leave nothing behind when run. */
export type Arrow = "uses" | "types";

/** A file others may import from a room; with `only`, not every room with an arrow may. */
export interface Door {
  readonly file: string;
  readonly only?: readonly string[];
}

export interface Room {
  /** Rooms this one may import, by name. */
  readonly arrows: Readonly<Record<string, Arrow>>;
  /** npm packages; `name` or `name/...` of a subpath. */
  readonly packages: readonly string[];
  /** node's own modules, without `node:`. */
  readonly node: readonly string[];
  /** The files others may import; "any" where each file is a door (one verb per file). */
  readonly doors: readonly Door[] | "any";
  /** Files whose own imports are allowed more than their room's: the narrow places. */
  readonly narrow?: Readonly<Record<string, { readonly packages?: readonly string[]; readonly node?: readonly string[] }>>;
  /** In a room whose files must not import each other: the files they share. */
  readonly shared?: readonly string[];
}

/** Modules that touch nothing outside the process. */
const PLAIN = [
  "buffer", "events", "path", "process", "stream", "stream/promises", "string_decoder", "timers",
  "timers/promises", "url", "util",
];
const DISK = ["fs", "fs/promises"];
const SERVER = ["http", "https", "net", "tls"];
const TERMINAL = ["readline", "readline/promises", "tty"];

/** The only rooms that may hold secrets, and so go through crypto's secret half. */
const SECRET_HOLDERS = ["vault", "cli", "rehearsal-hsm"];

/** Everything that a room which puts the others together may use. */
const COMPOSED: Readonly<Record<string, Arrow>> = {
  "ceremony-scripts": "uses", ceremony: "uses", crypto: "uses", evidence: "uses", hsm: "uses",
  journal: "uses", media: "uses", network: "uses", usecases: "uses", vault: "uses",
};

export const ROOMS: Readonly<Record<string, Room>> = {
  crypto: {
    arrows: {}, packages: [], node: [],
    doors: [{ file: "index.ts" }, { file: "secret-half.ts", only: SECRET_HOLDERS }],
    narrow: {
      "forge.ts": { packages: ["node-forge"] },
      "native*.ts": { node: ["crypto"] },
    },
  },
  "ceremony-scripts": {
    arrows: {}, packages: ["yaml"], node: [], doors: [{ file: "index.ts" }],
  },
  ceremony: { arrows: { "ceremony-scripts": "uses" }, packages: [], node: [], doors: "any" },
  bridge: { arrows: { ceremony: "types" }, packages: [], node: [], doors: "any" },
  preload: { arrows: { bridge: "uses" }, packages: ["electron"], node: [], doors: [] },
  journal: {
    arrows: { crypto: "uses" }, packages: [], node: [...PLAIN, ...DISK],
    doors: [{ file: "journal.ts" }, { file: "verify.ts" }],
  },
  media: {
    arrows: { crypto: "uses" }, packages: [], node: [...PLAIN, ...DISK, "child_process", "os"],
    doors: "any",
  },
  network: {
    arrows: { crypto: "uses" }, packages: [], node: [...PLAIN, ...DISK, "child_process", "os"],
    doors: "any",
  },
  hsm: {
    arrows: { crypto: "uses" },
    packages: ["@azure/core-rest-pipeline", "@azure/keyvault-common", "@azure/core-auth"],
    node: [...PLAIN, ...SERVER], doors: "any",
  },
  "rehearsal-hsm": {
    arrows: { crypto: "uses" }, packages: [], node: [...PLAIN, ...DISK, ...SERVER, "os"], doors: "any",
  },
  vault: {
    arrows: { crypto: "uses" }, packages: ["electron"],
    node: [...PLAIN, ...DISK, "child_process", "net", "os"], doors: "any",
  },
  evidence: { arrows: { crypto: "uses", ceremony: "uses", journal: "uses" }, packages: [], node: PLAIN, doors: "any" },
  usecases: {
    arrows: {
      ceremony: "uses", "ceremony-scripts": "uses", crypto: "uses", evidence: "uses", hsm: "uses",
      journal: "uses", media: "uses", network: "uses", vault: "uses",
    },
    packages: [], node: PLAIN, doors: "any", shared: ["deps.ts", "faults.ts"],
  },
  people: {
    arrows: { crypto: "uses", vault: "uses", ceremony: "types" }, packages: [], node: PLAIN, doors: "any",
  },
  rehearse: {
    arrows: { ...COMPOSED, people: "types" }, packages: [], node: [...PLAIN, "child_process", "os"],
    doors: "any",
  },
  cli: {
    arrows: { ...COMPOSED, people: "uses", rehearse: "uses", "rehearsal-hsm": "uses" },
    packages: [], node: [...PLAIN, ...DISK, ...TERMINAL, "child_process", "os"], doors: [],
  },
  main: {
    arrows: { ...COMPOSED, bridge: "uses" }, packages: ["electron"],
    node: [...PLAIN, ...DISK, "child_process", "os"], doors: [],
  },
};

/** Rooms that stand at the top, beside `electron/`. */
const TOP_ROOMS = ["crypto", "ceremony-scripts"];

/** The folder of a room, from the project's root. */
export function folderOf(room: string): string {
  return TOP_ROOMS.includes(room) ? room : `electron/${room}`;
}

/** The room a file stands in, and its path within; undefined outside all rooms. */
export function roomOf(path: string): { readonly room: string; readonly file: string } | undefined {
  const room = Object.keys(ROOMS).find((name) => path.startsWith(`${folderOf(name)}/`));
  return room === undefined ? undefined : { room, file: path.slice(folderOf(room).length + 1) };
}
