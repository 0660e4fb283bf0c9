// What we believe of Azure and only read of: one table, and the stand-in that turns a row around.
import { BACKUPS } from "./backups.ts";
import { turned, type Belief, type Turn } from "./belief.ts";
import { DOWNLOADS } from "./download.ts";
import { KEY_BELIEFS } from "./keys.ts";
import { OWN_KEY_BELIEFS } from "./own-key.ts";
import { RESOURCES } from "./resource.ts";
import { ROLE_BELIEFS } from "./roles.ts";
import { SIGN_IN } from "./sign-in.ts";
import { TRANSPORT } from "./transport.ts";
import { UPLOADS } from "./upload.ts";

export {
  seenIn,
  verdictOf,
  type Belief,
  type Exchange,
  type Given,
  type Seen,
  type Turn,
} from "./belief.ts";

export { readRecording, recorder, SITTING, withBody } from "./recording.ts";

/** Every row, in the order in which a client meets them. */
export const BELIEFS: readonly Belief[] = [
  ...SIGN_IN,
  ...TRANSPORT,
  ...RESOURCES,
  ...DOWNLOADS,
  ...UPLOADS,
  ...BACKUPS,
  ...ROLE_BELIEFS,
  ...KEY_BELIEFS,
  ...OWN_KEY_BELIEFS,
];

/** What a row is called, for people who turn it around. */
export const BELIEF_IDS: readonly string[] = BELIEFS.map(({ id }) => id);

/** The answers of a stand-in that turns around the rows with these ids; others are passed over. */
export const turnedBy = (ids: readonly string[]): Turn =>
  turned(BELIEFS.filter(({ id }) => ids.includes(id)));
