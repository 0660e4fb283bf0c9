// Lists that come in pages: `value`, and `nextLink` where there is more
// (docs/azure-protocol.md 5, 7).
import { isArray, type Json, type JsonObject } from "../../../crypto/index.ts";
import { fault } from "../faults.ts";

/** No list of ours is longer; a list that never ends is stopped. */
const PAGES_MAX = 1000;

/** Every item of a list, page after page. @throws Fault E-HSM-BODY on a list of other shape */
export async function* itemsOf(
  first: Promise<JsonObject>, follow: (link: string) => Promise<JsonObject>,
): AsyncGenerator<Json> {
  let page = await first;
  for (let pages = 1; ; pages++) {
    const { value, nextLink } = page;
    if (!isArray(value) || pages > PAGES_MAX) throw fault("E-HSM-BODY");
    yield* value;
    if (typeof nextLink !== "string" || nextLink === "") return;
    page = await follow(nextLink);
  }
}
