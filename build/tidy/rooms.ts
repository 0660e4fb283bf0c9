// The walls of the house as data: who may import whom, through which public file, and which packages and
// node modules a room may touch. To move a wall, change a line here.

/** `uses` may import values; `types` only names types, which leave nothing behind when run. */
export type Arrow = "uses" | "types";

/** A file others may import from a room: all with an arrow, or `only` some, or all `but` some. */
export interface PublicFile {
  readonly file: string;
  readonly only?: readonly string[];
  readonly but?: readonly string[];
}

/** What a room may touch outside the rooms. */
export interface Reach {
  /** npm packages; a subpath `name/...` goes with `name`. */
  readonly packages: readonly string[];
  /** node's own modules, without `node:`. */
  readonly node: readonly string[];
}

export interface Room extends Reach {
  /** Rooms this one may import, by name. */
  readonly arrows: Readonly<Record<string, Arrow>>;
  /** The files others may import; "any" where each file is public (one verb per file). */
  readonly publicFiles: readonly PublicFile[] | "any";
  /** Files that may reach further than their room: the narrow places. */
  readonly narrow?: Readonly<Record<string, Partial<Reach>>>;
  /** In a room whose files must not import each other: the files they share. */
  readonly shared?: readonly string[];
}

/** Modules that touch nothing outside the process. */
export const PLAIN = ["path", "process", "stream", "timers/promises"];
const DISK = ["fs"];

/** The only rooms that may hold secrets, and so go through crypto's secret half. */
const SECRET_HOLDERS = ["vault", "cli", "rehearsal-hsm"];

/** Rooms that must stay free of all machinery: they share only the shape of errors. */
const PURE = ["ceremony", "ceremony-scripts", "deployment", "record"];

/** Rooms that every room may import: data and no machinery. */
export const COMMON = ["text"];

/** What every room that puts the others together uses. */
const COMPOSED: Readonly<Record<string, Arrow>> = {
  "ceremony-scripts": "uses",
  ceremony: "uses",
  crypto: "uses",
  disk: "uses",
  hsm: "uses",
  journal: "uses",
  media: "uses",
  network: "uses",
  people: "uses",
  session: "uses",
  usecases: "uses",
};

export const ROOMS: Readonly<Record<string, Room>> = {
  crypto: {
    arrows: {},
    packages: [],
    node: [],
    publicFiles: [
      { file: "index.ts", but: PURE },
      { file: "errors.ts", only: [...PURE, "cli", "disk"] },
      { file: "json.ts", only: ["deployment"] },
      { file: "base64.ts", only: ["deployment"] },
      { file: "card-roots.ts", only: ["deployment"] },
      { file: "key-attestation.ts", only: ["deployment"] },
      { file: "folded.ts", only: ["record"] },
      { file: "unicode.ts", only: ["record"] },
      { file: "secret-half.ts", only: SECRET_HOLDERS },
    ],
    narrow: { "forge.ts": { packages: ["node-forge"] }, "native*.ts": { node: ["crypto"] } },
  },
  "ceremony-scripts": {
    arrows: { crypto: "uses" },
    packages: ["yaml", "zod"],
    node: [],
    publicFiles: [
      { file: "index.ts" },
      { file: "language/input.ts", only: ["bridge"] },
      { file: "strict-yaml.ts", only: ["deployment"] },
      { file: "yaml-file.ts", only: ["deployment"] },
      { file: "yaml-members.ts", only: ["deployment"] },
      { file: "paper.ts", only: ["deployment"] },
      { file: "paper-locale.ts", only: ["cli", "deployment-record"] },
      { file: "paper-language.ts", only: ["evidence"] },
      { file: "plans/sample.ts", only: ["deployment-record"] },
    ],
  },
  record: { arrows: { crypto: "uses" }, packages: ["zod"], node: [], publicFiles: "any" },
  ceremony: {
    arrows: { "ceremony-scripts": "uses", crypto: "uses", record: "uses" },
    packages: ["zod"],
    node: [],
    publicFiles: [{ file: "ceremony.ts" }],
  },
  deployment: {
    arrows: { "ceremony-scripts": "uses", crypto: "uses" },
    packages: ["zod"],
    node: [],
    publicFiles: [{ file: "deployment.ts" }],
  },
  "deployment-record": {
    arrows: {
      bridge: "types",
      "ceremony-scripts": "uses",
      ceremony: "uses",
      crypto: "uses",
      deployment: "uses",
      disk: "uses",
      journal: "uses",
      meaning: "uses",
      pipe: "uses",
      record: "uses",
    },
    packages: ["zod"],
    node: [...PLAIN, ...DISK],
    publicFiles: [
      { file: "keeper.ts" },
      { file: "meaning.ts", only: ["cli"] },
      { file: "duties.ts", only: ["cli"] },
    ],
  },
  meaning: {
    arrows: {
      "ceremony-scripts": "uses",
      ceremony: "uses",
      crypto: "uses",
      journal: "uses",
      record: "uses",
    },
    packages: [],
    node: [],
    publicFiles: [{ file: "meaning.ts" }, { file: "reliance.ts" }, { file: "chain.ts" }],
  },
  bridge: {
    arrows: { ceremony: "types", "ceremony-scripts": "uses" },
    packages: ["zod"],
    node: [],
    publicFiles: "any",
  },
  preload: { arrows: { bridge: "uses" }, packages: ["electron"], node: [], publicFiles: [] },
  text: {
    arrows: {},
    packages: ["intl-messageformat"],
    node: [],
    // Each loads what it says: no sentences, those of refusals, those of scripts, English, every language.
    publicFiles: [
      { file: "sentence.ts" },
      { file: "refusal.ts" },
      { file: "from-script.ts" },
      { file: "english.ts" },
      { file: "names-in.ts", only: ["bridge", "deployment"] },
      { file: "built-in-roles.ts", only: ["deployment", "hsm"] },
      { file: "locale.ts", only: ["ceremony-scripts"] },
      { file: "marks.ts", only: ["evidence", "renderer"] },
      {
        file: "text.ts",
        only: ["bridge", "ceremony-scripts", "desk", "evidence", "main", "renderer"],
      },
    ],
  },
  renderer: {
    arrows: { bridge: "types", ceremony: "types" },
    node: [],
    publicFiles: [],
    packages: ["react", "react-dom", "react-aria-components", "uqr", "zustand", "@zxcvbn-ts"],
  },
  disk: {
    arrows: { crypto: "uses" },
    packages: [],
    // The system's names of errors.
    node: [...PLAIN, ...DISK, "os"],
    publicFiles: [
      { file: "disk.ts" },
      { file: "hand-out.ts" },
      { file: "own-environment.ts" },
      { file: "own-folder.ts", only: ["main", "vault"] },
      { file: "json-files.ts", only: ["cli", "desk"] },
      { file: "read-folder.ts" },
      { file: "read-plain.ts" },
      { file: "refusal.ts" },
      { file: "remove.ts" },
      { file: "spool.ts", only: ["usecases"] },
    ],
  },
  journal: {
    arrows: { crypto: "uses", disk: "uses" },
    packages: [],
    node: [...PLAIN, ...DISK],
    publicFiles: [{ file: "journal.ts" }, { file: "verify.ts" }],
  },
  media: {
    arrows: { crypto: "uses", disk: "uses" },
    packages: [],
    // A vault reads one file, and looks for no drives.
    publicFiles: [{ file: "media.ts" }, { file: "read-file.ts", only: ["vault"] }],
    node: [...PLAIN, ...DISK, "fs/promises", "child_process"],
    narrow: { "search/packed.ts": { node: ["zlib"] } },
  },
  network: {
    arrows: { crypto: "uses", disk: "uses" },
    packages: [],
    node: [...PLAIN, ...DISK, "os"],
    narrow: { "traces.ts": { node: ["child_process"] } },
    publicFiles: [{ file: "network.ts" }, { file: "latch.ts", only: ["desk", "session"] }],
  },
  hsm: {
    // Each exchange that is heard has the form that beliefs are about.
    arrows: { beliefs: "types", crypto: "uses", disk: "uses", pipe: "uses" },
    packages: ["@azure/core-rest-pipeline", "@azure/keyvault-common", "@azure/core-auth"],
    node: [...PLAIN, "https", "tls"],
    publicFiles: [
      { file: "hsm.ts" },
      { file: "remote-hsm.ts" },
      { file: "remote-reader.ts" },
      { file: "download.ts" },
      { file: "poll.ts" },
      { file: "key-reader.ts" },
      { file: "key-list.ts" },
      { file: "roles.ts" },
      { file: "site.ts" },
      { file: "preflight.ts" },
      { file: "point.ts" },
      { file: "audit-query.ts" },
      { file: "quiet.ts" },
      { file: "own-keys.ts", only: ["cli"] },
      { file: "azure/rehearsal-client.ts", only: ["rehearse", "cli"] },
      { file: "azure/site-client.ts", only: ["cli"] },
      { file: "azure/sign-in.ts", only: ["cli"] },
      { file: "azure/azure-reader.ts", only: ["cli"] },
      { file: "azure/addresses.ts", only: ["cli"] },
    ],
    narrow: {
      // A rehearsal HSM's own files say whom to trust and how to sign in.
      "azure/rehearsal-client.ts": { node: DISK },
      "azure/sign-in.ts": { packages: ["@azure/identity"] },
      // A timestamp authority's answer is signed: most are asked without TLS.
      "azure/timestamp.ts": { node: ["http"] },
      // An answer that came compressed.
      "download.ts": { node: ["zlib"] },
      // Where the HSM's name leads to on this machine.
      "azure/addresses.ts": { node: ["dns/promises"] },
    },
  },
  beliefs: {
    arrows: { crypto: "uses" },
    packages: [],
    node: [],
    publicFiles: [{ file: "beliefs.ts" }],
    // An answer that is compressed although nobody asked for that.
    narrow: { "transport.ts": { node: ["zlib"] } },
  },
  "rehearsal-hsm": {
    // The journal's lock: two servers must not share a folder.
    arrows: { beliefs: "uses", crypto: "uses", disk: "uses", journal: "uses", pipe: "uses" },
    packages: [],
    node: [...PLAIN, ...DISK, "http", "https", "net"],
    publicFiles: [{ file: "rehearsal-hsm.ts" }, { file: "hsm-within.ts", only: ["rehearsal-arm"] }],
  },
  "rehearsal-arm": {
    arrows: {
      crypto: "uses",
      deployment: "uses",
      disk: "uses",
      pipe: "uses",
      "rehearsal-hsm": "uses",
    },
    packages: [],
    node: [...PLAIN, ...DISK, "http", "https", "net", "os"],
    publicFiles: [
      { file: "rehearse-deployment.ts", only: ["cli"] },
      { file: "subscription.ts", only: ["desk", "main"] },
    ],
  },
  pipe: {
    arrows: { crypto: "uses", disk: "uses" },
    packages: [],
    node: PLAIN,
    narrow: {
      "node-child.ts": { node: ["child_process"] },
      "parent-port.ts": { packages: ["electron"] },
      "utility-child.ts": { packages: ["electron"] },
    },
    publicFiles: [
      { file: "pipe.ts" },
      { file: "silence.ts", only: ["session", "vault"] },
      { file: "node-child.ts" },
      { file: "parent-port.ts" },
      { file: "utility-child.ts", only: ["vault", "main"] },
    ],
  },
  vault: {
    arrows: { crypto: "uses", disk: "uses", media: "uses", pipe: "uses" },
    packages: ["electron"],
    node: [...PLAIN, ...DISK, "net", "os"],
    publicFiles: [
      { file: "vault.ts" },
      { file: "node-vaults.ts" },
      { file: "electron-vaults.ts", only: ["main"] },
    ],
  },
  evidence: {
    arrows: {
      "ceremony-scripts": "uses",
      crypto: "uses",
      ceremony: "uses",
      journal: "uses",
      meaning: "uses",
    },
    packages: [],
    node: PLAIN,
    narrow: {
      "canvas.ts": { packages: ["pdfkit"] },
      "qr-code.ts": { packages: ["uqr"] },
      "faces.ts": {
        packages: [
          "@expo-google-fonts/ibm-plex-mono",
          "@expo-google-fonts/ibm-plex-sans",
          "@expo-google-fonts/ibm-plex-serif",
        ],
      },
    },
    publicFiles: [
      { file: "papers.ts" },
      { file: "bundle.ts" },
      { file: "stamps.ts" },
      { file: "heads.ts", only: ["cli", "desk"] },
      { file: "azure-log.ts" },
    ],
  },
  usecases: {
    arrows: {
      ceremony: "uses",
      "ceremony-scripts": "uses",
      crypto: "uses",
      disk: "uses",
      hsm: "uses",
      journal: "uses",
      meaning: "uses",
      media: "uses",
      network: "uses",
      vault: "types",
    },
    packages: [],
    node: PLAIN,
    publicFiles: "any",
    shared: [
      "after-activation.ts",
      "answer-places.ts",
      "attested-keys.ts",
      "carried-script.ts",
      "before-activation.ts",
      "search-hints.ts",
      "clock-jump.ts",
      "commitment.ts",
      "deps.ts",
      "despite.ts",
      "domain-on-media.ts",
      "domain-search.ts",
      "exchange-key.ts",
      "faults.ts",
      "found-keys.ts",
      "hsm-wait.ts",
      "incident.ts",
      "kept-answer.ts",
      "key-files.ts",
      "future-times.ts",
      "officer-signature.ts",
      "offline-watch.ts",
      "record-deviations.ts",
      "officer-turn.ts",
      "put-back.ts",
      "shares.ts",
      "turn.ts",
    ],
  },
  people: {
    arrows: {
      crypto: "uses",
      disk: "uses",
      pipe: "uses",
      vault: "uses",
      ceremony: "types",
      usecases: "types",
    },
    packages: [],
    node: PLAIN,
    publicFiles: [{ file: "protocol.ts" }, { file: "people.ts", only: ["cli"] }],
  },
  session: {
    arrows: {
      "ceremony-scripts": "uses",
      ceremony: "uses",
      crypto: "uses",
      disk: "uses",
      evidence: "uses",
      hsm: "uses",
      journal: "uses",
      meaning: "uses",
      media: "types",
      network: "uses",
      pipe: "uses",
      usecases: "uses",
    },
    packages: [],
    node: [...PLAIN, ...DISK, "os"],
    publicFiles: "any",
  },
  rehearse: {
    arrows: { ...COMPOSED, pipe: "uses", vault: "uses" },
    packages: [],
    node: [...PLAIN, ...DISK, "child_process"],
    publicFiles: "any",
  },
  desk: {
    arrows: {
      ...COMPOSED,
      bridge: "uses",
      "deployment-record": "uses",
      evidence: "uses",
      meaning: "uses",
      pipe: "uses",
      "rehearsal-arm": "types",
      rehearse: "uses",
    },
    packages: [],
    node: [...PLAIN, ...DISK],
    publicFiles: [{ file: "desk.ts" }, { file: "checker.ts", only: ["main"] }],
  },
  cli: {
    arrows: {
      ...COMPOSED,
      beliefs: "uses",
      deployment: "uses",
      "deployment-record": "uses",
      evidence: "uses",
      meaning: "uses",
      rehearse: "uses",
      "rehearsal-arm": "uses",
      "rehearsal-hsm": "uses",
      vault: "uses",
    },
    packages: [],
    node: [...PLAIN, ...DISK],
    // Where a received answer waits on the own disk.
    narrow: { "hsm/download.ts": { node: ["os"] } },
    publicFiles: [],
  },
  main: {
    arrows: {
      bridge: "uses",
      ceremony: "types",
      crypto: "uses",
      "deployment-record": "uses",
      desk: "uses",
      disk: "uses",
      hsm: "uses",
      media: "uses",
      network: "uses",
      people: "uses",
      pipe: "uses",
      "rehearsal-arm": "uses",
      session: "uses",
      usecases: "types",
      vault: "uses",
    },
    packages: ["electron"],
    node: [...PLAIN, ...DISK],
    narrow: {
      // Electron's own fs opens an archive where the file is meant.
      "app.ts": { packages: ["original-fs"] },
      "one-station.ts": { node: ["net", "os"] },
      "printer.ts": { node: ["child_process"] },
      "screen-reader.ts": { node: ["child_process"] },
    },
    publicFiles: [],
  },
};

/** Rooms that are at the top, beside `electron/`. */
const TOP_ROOMS = ["crypto", "ceremony-scripts", "renderer"];

/** The folder of a room, from the project's root. */
export function folderOf(room: string): string {
  return TOP_ROOMS.includes(room) ? room : `electron/${room}`;
}

/** The room a file is in, and its path within; undefined outside all rooms. */
export function roomOf(path: string): { readonly room: string; readonly file: string } | undefined {
  const room = Object.keys(ROOMS).find((name) => path.startsWith(`${folderOf(name)}/`));
  return room === undefined ? undefined : { room, file: path.slice(folderOf(room).length + 1) };
}
