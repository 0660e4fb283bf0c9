// For tests: the disk changes of a rehearsal's processes, in order, from their system calls.
import type { Change } from "../disk/crashing-disk.fixture.ts";
import {
  CHANGING,
  isReply,
  pathsIn,
  targetOf,
  theOne,
  type Call,
  type Traced,
} from "./traced.fixture.ts";

/** A change of the disk, or output of the coordinator. */
export type Happened = Change | { readonly kind: "told" };

/**
 * All successful changes below this folder, in the order in which the calls returned.
 * @throws Error for an unknown call that changes a file
 */
export function happenedIn(processes: readonly Traced[], root: string): readonly Happened[] {
  const coordinator = theOne(processes, "rehearse").calls;
  return processes
    .flatMap(({ calls }) => calls.map((call) => ({ call, tells: calls === coordinator })))
    .filter(({ call }) => CHANGING.includes(call.name))
    .sort((a, b) => a.call.to - b.call.to)
    .flatMap(({ call, tells }): readonly Happened[] => {
      if (tells && isReply(call)) return [{ kind: "told" }];
      return Number.isNaN(call.result) || call.result < 0 ? [] : changesOf(call, root);
    });
}

function changesOf(call: Call, root: string): readonly Change[] {
  const isHere = (path: string | undefined): path is string => path?.startsWith(root) === true;
  const { name, args, result } = call;
  const target = targetOf(call);
  const [first, second] = pathsIn(args);
  switch (name) {
    case "fsync":
    case "fdatasync":
      return isHere(target) ? [{ kind: "force", path: target }] : [];
    case "write":
    case "pwrite64":
      if (!isHere(target)) return [];
      // Without an offset, our writes are at the end: of an empty file, or to append.
      return [{ kind: "write", path: target, at: placeOf(call), bytes: bytesOf(args, result) }];
    case "ftruncate":
      return isHere(target) ? [{ kind: "truncate", path: target, size: lastOf(args) }] : [];
    case "openat":
      if (!isHere(first) || !args.includes("O_CREAT")) return [];
      return [
        { kind: "create", path: first },
        ...(args.includes("O_TRUNC") ? [{ kind: "truncate", path: first, size: 0 } as const] : []),
      ];
    case "mkdir":
      return isHere(first) ? [{ kind: "make-folder", path: first }] : [];
    case "unlink":
    case "rmdir":
      return isHere(first) ? [{ kind: "remove", path: first }] : [];
    case "link":
    case "rename":
      if (!isHere(first) && !isHere(second)) return [];
      return [{ kind: name, from: first ?? "", path: second ?? "" }];
    default:
      if (!isHere(target) && !isHere(first) && !isHere(second)) return [];
      throw new Error(`This call is not known: ${name}`);
  }
}

const placeOf = ({ name, args }: Call): number | null =>
  name === "pwrite64" ? lastOf(args) : null;

const lastOf = (args: string): number => Number(args.slice(args.lastIndexOf(", ") + 2));

/** The bytes of the only text among a call's arguments, so many of them as were written. */
function bytesOf(args: string, count: number): Uint8Array {
  const text = args.slice(args.indexOf('"') + 1, args.lastIndexOf('"'));
  const bytes = unescaped(text);
  if (bytes.length < count) throw new Error("The trace has not all the bytes of a write.");
  return bytes.subarray(0, count);
}

const SIGNS: Readonly<Record<string, number>> = { n: 10, t: 9, v: 11, f: 12, r: 13 };

/** As strace escapes them: octal digits, or a sign of C. */
function unescaped(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== "\\") {
      bytes.push(text.charCodeAt(at));
      continue;
    }
    const [octal] = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4)) ?? [];
    const sign = text[at + 1] ?? "";
    bytes.push(octal === undefined ? (SIGNS[sign] ?? sign.charCodeAt(0)) : parseInt(octal, 8));
    at += octal?.length ?? 1;
  }
  return Uint8Array.from(bytes);
}
