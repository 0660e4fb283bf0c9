// `sd hsm keys`: every key of an HSM and who has which role, as a file to keep with a full backup.
import { sha256Hex, utf8 } from "../../../crypto/index.ts";
import { keyListOf, keyListText } from "../../hsm/key-list.ts";
import { usage, type Given } from "../shared/arguments.ts";
import { checkFree, writeOutput } from "../shared/files.ts";
import type { Outcome, Voice } from "../shared/outcome.ts";
import { shown } from "../shared/shown.ts";
import { spoken, wordsOf } from "../shared/spoken.ts";
import { connect } from "./connection.ts";

const OUT = "--out";

/**
 * Asks, and changes nothing at the HSM.
 * @throws Fault E-USAGE, E-FILE-*, E-KEYS-READER, E-KEYS-NONE, E-HSM-*
 */
export async function keys(given: Given, voice: Voice): Promise<Outcome> {
  const [out, ...others] = given.values.get(OUT) ?? [];
  if (out === undefined || others.length > 0)
    throw usage(`The flag ${OUT} takes one new file here.`);
  checkFree(out, OUT);
  const { hsm } = await connect(given, voice);
  const list = await keyListOf(hsm, new Date());
  const bytes = utf8(keyListText(list));
  writeOutput(out, OUT, bytes);
  const [sha256, roles] = [sha256Hex(bytes), list.roles?.length ?? 0];
  return {
    text: [
      `${String(list.keys.length)} key versions and ${String(roles)} role assignments of `
        + `${shown(list.hsm)} are written.`,
      "Keep the list with the full backup of the same day: a recovery is compared with it.",
      `SHA-256: ${sha256}`,
      `In words: ${wordsOf(sha256)}`,
    ].join("\n"),
    data: {
      hsm: shown(list.hsm),
      keys: list.keys.length,
      roles,
      file: out,
      sha256: spoken(sha256),
    },
  };
}
