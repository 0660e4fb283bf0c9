// What a record has in English is the sentence again that it was.
import { recogniser } from "../text/english.ts";

/** What a record says of a point, as the sentence that it is. */
export const recordedSentence = recogniser((noun) =>
  /^(preflight-points|roles|.+-faults)$/.test(noun),
);
