// The released versions of the scripts that come with the app, by the SHA-256 of their bytes. A record
// names the exact bytes of its script, so none that a landed record names is
// ever changed or removed.
import { BUILT_IN } from "./built-in.ts";
import activation from "./released/activation-b66c9d4a.yaml";
import adoption from "./released/adoption-55f9d9ff.yaml";
import attestationPart from "./released/attestation-part-5673c10d.yaml";
import attestation from "./released/attestation-e1970a67.yaml";
import handOff from "./released/hand-off-f5759d8b.yaml";
import recoveryAlone from "./released/recovery-alone-18335d42.yaml";
import recovery from "./released/recovery-10f8a6e6.yaml";
import replacement from "./released/replacement-621d6383.yaml";
import { readScript, type Script } from "./schema.ts";

/** Text by SHA-256 (hex). The test beside this file pins them. */
export const RELEASED: ReadonlyMap<string, string> = new Map([
  ["b66c9d4a4bbe5581c9d7329c9ad5f74fba429e5f7dfad7896f876a5228a5d536", activation],
  ["55f9d9ffcd94869d48e7410cbf8165c4757b6410a7d80580fa167043987df2b4", adoption],
  ["5673c10d7990eb0bd2b65f4fef983d7d28ff5abebafc083c4611bc9a8faa99e9", attestationPart],
  ["e1970a67a859403263c88dec723f9ce36e750aa20ffcdd04357e893f46899d84", attestation],
  ["f5759d8b39c0bee411377bc695d52640f1a495d32a580e45d7697d182177666b", handOff],
  ["18335d42fb42a30c1f78d030007791b5bd925a02b228bb54b7792e46a4be1aea", recoveryAlone],
  ["10f8a6e683524ee6b29ed68c6582c8d100843fb2c1929c16a95ffac4552612c8", recovery],
  ["621d6383f98570353245664f8187676934589f26e0dd0f5a0eeae86082ba43a9", replacement],
]);

const read = new Map<string, Script>();

/**
 * The version with which an unfinished ceremony continues: the one that its record names, if it is
 * an earlier one of this script. A custom script file has no versions here.
 * @param script the current one, or the given file
 * @param sha256 hex, as in the record
 * @returns the script itself if there is no such version
 */
export function versionOf(script: Script, sha256: string): Script {
  const text = RELEASED.get(sha256);
  const isOwn = BUILT_IN.get(script.name) !== script.text;
  if (text === undefined || isOwn || sha256 === script.sha256) return script;
  const version = read.get(sha256) ?? readScript(text, sha256);
  read.set(sha256, version);
  return version.name === script.name ? version : script;
}
