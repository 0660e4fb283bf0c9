// For tests: a disk that remembers which changes were forced and which are only in memory, and
// every state in which a power cut may leave it. It promises less than any file system we know: of
// changes that were not forced any part may be there, in any order; a write may be torn, or be
// zeros; a rename across folders may be half done; and, as on FAT, a renamed file may be the one
// that had the new name before, or empty, until it is forced again.
import { basename, dirname } from "node:path";

/** One change that a program made on the disk. Paths are absolute. */
export type Change =
  | { readonly kind: "make-folder" | "create" | "remove" | "force"; readonly path: string }
  | Writing
  | { readonly kind: "truncate"; readonly path: string; readonly size: number }
  | Moving;

interface Writing {
  readonly kind: "write";
  readonly path: string;
  /** The offset; null at the end of the file. */
  readonly at: number | null;
  readonly bytes: Uint8Array;
}

interface Moving {
  readonly kind: "link" | "rename";
  readonly from: string;
  readonly path: string;
}

/** Whole files by path, as a power cut leaves them. */
export type Files = ReadonlyMap<string, Uint8Array>;

interface File {
  readonly kind: "file";
  /** What is on the disk, and what programs see. */
  forced: Uint8Array;
  now: Uint8Array;
}

interface Folder {
  readonly kind: "folder";
  forced: ReadonlyMap<string, Node>;
  now: ReadonlyMap<string, Node>;
}

type Node = File | Folder;

/** Changes of one file or folder that were not forced. */
type Pending =
  | { readonly on: File; readonly change: (bytes: Uint8Array) => Uint8Array; readonly torn: Torn }
  | { readonly on: Folder; readonly change: (names: Names) => Names };

type Names = ReadonlyMap<string, Node>;
/** Other states in which the same write may reach the disk. */
type Torn = readonly ((bytes: Uint8Array) => Uint8Array)[];

/** Every subset of up to this many unforced changes is tried; of more, as many random ones. */
const SUBSETS_OF = 6;
/** A write is torn at its first and last byte, and at this many places between. */
const CUTS = 30;

export class CrashingDisk {
  readonly #root: Folder = folder();
  #pending: readonly Pending[] = [];

  /** @param root a folder that exists from the beginning */
  constructor(root = "/") {
    for (const path of parentsOf(root)) this.apply({ kind: "make-folder", path });
    for (const path of parentsOf(root)) this.#force(path);
  }

  /** A change of something that does not exist has no effect: the program got an error. */
  apply(change: Change): void {
    switch (change.kind) {
      case "force":
        this.#force(change.path);
        break;
      case "write":
        this.#write(change);
        break;
      case "truncate":
        this.#toFile(change.path, (bytes) => resized(bytes, change.size), []);
        break;
      case "create":
        if (this.#at(change.path) === null) this.#name(change.path, file());
        break;
      case "make-folder":
        this.#name(change.path, folder());
        break;
      case "remove":
        this.#name(change.path, null);
        break;
      case "link":
      case "rename":
        this.#move(change);
    }
  }

  #move({ kind, from, path }: Moving): void {
    const found = this.#at(from);
    if (found === null) return;
    const node = kind === "rename" && found.kind === "file" ? this.#renamed(found, path) : found;
    if (kind === "rename" && dirname(from) === dirname(path)) {
      const [old, name] = [basename(from), basename(path)];
      this.#toFolder(dirname(path), (names) => naming(naming(names, name, node), old, null));
      return;
    }
    this.#name(path, node);
    if (kind === "rename") this.#name(from, null);
  }

  /** A FAT entry contains a file's place and length, and is written only with the file. */
  #renamed({ now }: File, path: string): File {
    const before = this.#at(path);
    const forced = before?.kind === "file" ? before.forced : new Uint8Array();
    const on: File = { kind: "file", forced, now };
    this.#pending = [...this.#pending, { on, change: () => now, torn: [] }];
    return on;
  }

  /** What programs see. */
  get now(): Files {
    return filesIn(this.#root, ({ now }) => now);
  }

  /**
   * The states of the next power cut.
   * @param since "change": only those that the last change made possible; "all"
   * @param draw numbers in [0, 1)
   */
  *crashes(since: "change" | "all", draw: () => number): Generator<Files> {
    for (const kept of subsets(this.#pending, draw)) {
      const last = kept.at(-1);
      if (since === "change" && last !== this.#pending.at(-1)) continue;
      yield this.#after(kept);
      if (last === undefined || !("torn" in last)) continue;
      for (const change of last.torn)
        yield this.#after([...kept.slice(0, -1), { ...last, change }]);
    }
  }

  #after(kept: readonly Pending[]): Files {
    const bytes = new Map<Node, Uint8Array>();
    const names = new Map<Node, Names>();
    for (const one of kept) {
      if ("torn" in one) bytes.set(one.on, one.change(bytes.get(one.on) ?? one.on.forced));
      else names.set(one.on, one.change(names.get(one.on) ?? one.on.forced));
    }
    return filesIn(this.#root, (node) => bytes.get(node) ?? names.get(node) ?? node.forced);
  }

  #write({ path, at, bytes }: Writing): void {
    const node = this.#at(path);
    if (node?.kind !== "file") return;
    const start = at ?? node.now.length;
    const { length } = bytes;
    const put =
      (some: Uint8Array, from = 0) =>
      (old: Uint8Array) =>
        written(old, start + from, some);
    const half = Math.ceil(length / 2);
    const cuts = Array.from({ length: CUTS }, (_, i) => Math.ceil(((i + 1) * length) / (CUTS + 1)));
    this.#toFile(path, put(bytes), [
      ...[1, ...cuts, length - 1].map((size) => put(bytes.subarray(0, size))),
      put(new Uint8Array(length)),
      // The second half arrived first, with zeros before it.
      put(bytes.subarray(half), half),
    ]);
  }

  #toFile(path: string, change: (bytes: Uint8Array) => Uint8Array, torn: Torn): void {
    const on = this.#at(path);
    if (on?.kind !== "file") return;
    on.now = change(on.now);
    this.#pending = [...this.#pending, { on, change, torn }];
  }

  #toFolder(path: string, change: (names: Names) => Names): void {
    const on = this.#at(path);
    if (on?.kind !== "folder") return;
    on.now = change(on.now);
    this.#pending = [...this.#pending, { on, change }];
  }

  #name(path: string, node: Node | null): void {
    if (path === "/") return;
    this.#toFolder(dirname(path), (names) => naming(names, basename(path), node));
  }

  #force(path: string): void {
    const node = this.#at(path);
    if (node === null) return;
    node.forced = node.now;
    this.#pending = this.#pending.filter(({ on }) => on !== node);
  }

  #at(path: string): Node | null {
    let node: Node | undefined = this.#root;
    for (const name of path.split("/").filter(Boolean))
      node = node?.kind === "folder" ? node.now.get(name) : undefined;
    return node ?? null;
  }
}

/** A folder's path with its parents, the highest first. */
const parentsOf = (path: string): readonly string[] =>
  path === "/" ? [path] : [...parentsOf(dirname(path)), path];

const file = (): File => ({ kind: "file", forced: new Uint8Array(), now: new Uint8Array() });
const folder = (): Folder => ({ kind: "folder", forced: new Map(), now: new Map() });

function naming(names: Names, name: string, node: Node | null): Names {
  const changed = new Map(names);
  if (node === null) changed.delete(name);
  else changed.set(name, node);
  return changed;
}

function resized(bytes: Uint8Array, size: number): Uint8Array {
  const changed = new Uint8Array(size);
  changed.set(bytes.subarray(0, size));
  return changed;
}

function written(old: Uint8Array, at: number, bytes: Uint8Array): Uint8Array {
  const changed = resized(old, Math.max(old.length, at + bytes.length));
  changed.set(bytes, at);
  return changed;
}

function filesIn(
  root: Folder,
  contentOf: (node: Node) => Uint8Array | Names,
): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const look = (node: Node, path: string): void => {
    const content = contentOf(node);
    if (content instanceof Uint8Array) files.set(path, content);
    else for (const [name, child] of content) look(child, `${path}/${name}`);
  };
  look(root, "");
  return files;
}

/** In the order of the changes; the last one is in half of them. */
function* subsets<T>(all: readonly T[], draw: () => number): Generator<readonly T[]> {
  if (all.length <= SUBSETS_OF) {
    for (let bits = 0; bits < 2 ** all.length; bits++)
      yield all.filter((_, i) => (bits & (1 << i)) !== 0);
    return;
  }
  for (let n = 0; n < 2 ** SUBSETS_OF; n++) yield all.filter(() => draw() < 0.5);
}
