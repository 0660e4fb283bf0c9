// What the connected station finds: who signed in, and the checks before and after the irreversible
// call.
import * as z from "zod/mini";
import { named, theirs } from "../../../ceremony-scripts/index.ts";
import { recordedSentence } from "../../text/english.ts";
import { list, sentence, type Phrase, type Value } from "../../text/sentence.ts";
import { entry } from "./entry.ts";
import { pointName, role, text, type Data } from "./forms.ts";
import { firstRoles, several } from "./holes.ts";
import { withFullStop } from "./phrases.ts";

/** One condition, as found: a sentence, and what to do; "" if it is met. */
const pointFound = z.strictObject({
  point: pointName,
  verdict: z.enum(["good", "decide", "wrong"]),
  sentence: text,
  next: text,
});
export type PointFound = Data<typeof pointFound>;

/** Who signed in, as the token said; never the token. `id` is an object id, or "". */
const signIn = z.strictObject({
  way: z.enum(["browser", "device-code", "azure-cli", "managed-identity", "client-certificate"]),
  tenant: text,
  id: text,
  name: text,
});
const points = z.strictObject({ points: z.array(pointFound) });
const accepted = z.strictObject({
  point: text,
  sentence: text,
  reason: text,
  decidedBy: z.array(role),
});

export interface Preflight {
  /** Who signed in to the HSM last. */
  readonly signedIn: Data<typeof signIn> | null;
  /** The last findings before the activation, and after it. */
  readonly preflight: Data<typeof points> | null;
  readonly aftercheck: Data<typeof points> | null;
  /** Findings that people accepted. */
  readonly pointsAccepted: readonly Data<typeof accepted>[];
}
export const NO_PREFLIGHT: Preflight = {
  signedIn: null,
  preflight: null,
  aftercheck: null,
  pointsAccepted: [],
};

/** Good points in one sentence each, others by their state. */
const foundIn = ({ verdict, sentence: found }: PointFound): Phrase =>
  verdict === "good"
    ? list([pointNamed(found)])
    : sentence(`entries.point.${verdict}`, { point: pointNamed(found) });

/** A finding; one that no version of ours says is shown as recorded. */
function pointNamed(recorded: string): Value {
  const found = recordedSentence(recorded);
  return typeof found === "string" ? theirs(recorded) : found;
}

export const PREFLIGHT = {
  "signed-in": entry({
    by: "administrator",
    current: true,
    form: signIn,
    evolve: (signedIn) => ({ signedIn }),
    minutes: ({ way, tenant, id, name }) =>
      sentence("entries.signed-in", {
        way: sentence(`entries.signIn.${way}`),
        name: name === "" ? sentence("entries.notStated") : theirs(name),
        id: id === "" ? sentence("entries.notStated") : named(id),
        tenant: named(tenant),
      }),
    facts: ({ way, name, id }) => ({ way, name, id }),
  }),
  /** All points before the HSM is activated, each time they were checked. */
  "preflight-judged": entry({
    by: "app",
    form: points,
    evolve: (preflight) => ({ preflight }),
    minutes: ({ points: all }) =>
      several(sentence("entries.preflight-judged"), ...all.map(foundIn)),
  }),
  /** People know one point and continue: with what was found then, and nothing else. */
  "point-accepted": entry({
    by: "administrator",
    current: true,
    form: accepted,
    evolve: (data, { pointsAccepted }: Preflight) => ({
      pointsAccepted: [...pointsAccepted, data],
    }),
    minutes: ({ sentence: point, reason, decidedBy }) =>
      sentence("entries.point-accepted", {
        who: firstRoles(decidedBy),
        point: pointNamed(point),
        reason: theirs(withFullStop(reason)),
      }),
    facts: ({ sentence: point, reason, decidedBy }) => ({
      sentence: recordedSentence(point),
      reason,
      decidedBy,
    }),
  }),
  /** All points after it. */
  "aftercheck-judged": entry({
    by: "app",
    form: points,
    evolve: (aftercheck) => ({ aftercheck }),
    minutes: ({ points: all }) =>
      several(sentence("entries.aftercheck-judged"), ...all.map(foundIn)),
  }),
};
