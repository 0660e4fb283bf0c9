// Reads a file back past the system's cache, so that the medium itself must answer.
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import process from "node:process";
import { equal } from "../../crypto/index.ts";
import { systemCode } from "../disk/refusal.ts";
import { fault } from "./shared/faults.ts";

/** The part of the platform that Node's types leave out. */
declare const WebAssembly: {
  readonly Memory: new (pages: { readonly initial: number; readonly maximum: number }) => {
    readonly buffer: ArrayBuffer;
  };
};

/** 1 MiB in pages of WebAssembly (64 KiB). */
const PAGES = 16;

/** The one aligned buffer, made at first use: each takes gibibytes of address space. */
let aligned: Uint8Array | null = null;

/**
 * True if the file of this name, on this device, has exactly these bytes. Reads with O_DIRECT if
 * system and file system support it, else through the cache.
 * @throws Fault E-MEDIA-GONE if the name is on another device; the system's errors
 */
export function holds(path: string, bytes: Uint8Array, device: bigint): boolean {
  const direct = process.platform === "linux" ? constants.O_DIRECT : 0;
  if (direct === 0) return compare(path, bytes, device, 0);
  try {
    return compare(path, bytes, device, direct);
  } catch (error) {
    if (systemCode(error) !== "EINVAL") throw error;
    return compare(path, bytes, device, 0);
  }
}

function compare(path: string, bytes: Uint8Array, device: bigint, flags: number): boolean {
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | flags);
  try {
    const { dev, size } = fstatSync(file, { bigint: true });
    if (dev !== device) throw fault("E-MEDIA-GONE");
    if (size !== BigInt(bytes.length)) return false;
    const buffer = alignedBuffer();
    for (let at = 0; at < bytes.length;) {
      const read = readSync(file, buffer, 0, buffer.length, at);
      const same = equal(buffer.subarray(0, read), bytes.subarray(at, at + read));
      if (read === 0 || !same) return false;
      at += read;
    }
    return true;
  } finally {
    closeSync(file);
  }
}

/** O_DIRECT requires page-aligned memory; in Node only WebAssembly's is. */
function alignedBuffer(): Uint8Array {
  aligned ??= new Uint8Array(new WebAssembly.Memory({ initial: PAGES, maximum: PAGES }).buffer);
  return aligned;
}
