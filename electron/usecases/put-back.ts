// Replaces a lost transfer medium: what the record itself has is written to another one.
import { sha256Hex, utf8 } from "../../crypto/index.ts";
import type { State } from "../ceremony/ceremony.ts";
import { listFiles, writeFile, type Medium } from "../media/media.ts";

/** Writes the exported certificates that this medium lacks. @throws Fault E-MEDIA-* */
export function putBack(to: Medium, { exported, officers }: State): void {
  const there = listFiles(to);
  const texts = Object.values(officers).flatMap(({ made }) =>
    made === null ? [] : [utf8(made.certificate)],
  );
  for (const { name, sha256 } of exported) {
    const text = texts.find((bytes) => sha256Hex(bytes) === sha256);
    if (text !== undefined && !there.includes(name)) writeFile(to, name, text);
  }
}
