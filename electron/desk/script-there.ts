// Whether a ceremony that arrives at this station can continue here: where its script is.
import { join } from "node:path";
import { versionOf } from "../../ceremony-scripts/index.ts";
import type { ArrivalView, CeremonyName } from "../bridge/view.ts";
import type { EventData } from "../ceremony/ceremony.ts";
import type { MediaSource } from "../media/media.ts";
import { versionKept } from "../session/script-kept.ts";
import { storedCeremonies } from "./ceremony-store.ts";
import { scriptOf } from "./scripts.ts";

/**
 * Searched elsewhere only if this version of the app lacks it.
 * @param opened of the record that came
 * @param root the folder of this computer's records
 * @throws Fault E-REHEARSE-FOLDER
 */
export function scriptThere(
  name: CeremonyName,
  { scriptSha256, ceremony }: Pick<EventData["opened"], "scriptSha256" | "ceremony">,
  root: string,
  media: MediaSource,
): ArrivalView["script"] {
  const today = scriptOf(name);
  const isIt = ({ sha256 }: { readonly sha256: string }): boolean => sha256 === scriptSha256;
  if (isIt(versionOf(today, scriptSha256))) return "known";
  const here = storedCeremonies(root).find(({ state }) => state.opened?.ceremony === ceremony);
  const kept = here?.ceremony ?? { folder: join(root, "none") };
  if (isIt(versionKept(kept, today, scriptSha256))) return "known";
  return isIt(versionKept(kept, today, scriptSha256, media)) ? "brought" : "missing";
}
