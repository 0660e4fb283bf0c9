// What the connected station finds: who signed in, and what is right before and after the call that
// cannot be undone.
import * as z from "zod/mini";
import { named, theirs } from "../../../ceremony-scripts/index.ts";
import { recordedSentence } from "../../text/english.ts";
import { list, sentence, type Phrase, type Value } from "../../text/sentence.ts";
import { entry } from "./entry.ts";
import { pointName, role, text, type Data } from "./forms.ts";
import { firstRoles, several } from "./holes.ts";
import { whole } from "./phrases.ts";

/** One thing that must be so, as it was found: a sentence, and what to do; "" where it is good. */
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
  /** What was found last before the activation, and after it. */
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

/** What is right in one sentence each, the rest by what it is. */
const foundIn = ({ verdict, sentence: found }: PointFound): Phrase =>
  verdict === "good"
    ? list([pointNamed(found)])
    : sentence(`entries.point.${verdict}`, { point: pointNamed(found) });

/** What was found; what no version of ours says stands as it was recorded. */
function pointNamed(recorded: string): Value {
  const found = recordedSentence(recorded);
  return typeof found === "string" ? theirs(recorded) : found;
}

export const PREFLIGHT = {
  "signed-in": entry({
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
  /** All that was asked before the HSM is activated, each time it was asked. */
  "preflight-judged": entry({
    form: points,
    evolve: (preflight) => ({ preflight }),
    minutes: ({ points: all }) =>
      several(sentence("entries.preflight-judged"), ...all.map(foundIn)),
  }),
  /** People know of one point and continue: with what was found then, and nothing else. */
  "point-accepted": entry({
    form: accepted,
    evolve: (data, { pointsAccepted }: Preflight) => ({
      pointsAccepted: [...pointsAccepted, data],
    }),
    minutes: ({ sentence: point, reason, decidedBy }) =>
      sentence("entries.point-accepted", {
        who: firstRoles(decidedBy),
        point: pointNamed(point),
        reason: theirs(whole(reason)),
      }),
    facts: ({ sentence: point, reason, decidedBy }) => ({
      sentence: recordedSentence(point),
      reason,
      decidedBy,
    }),
  }),
  /** All that was asked after it. */
  "aftercheck-judged": entry({
    form: points,
    evolve: (aftercheck) => ({ aftercheck }),
    minutes: ({ points: all }) =>
      several(sentence("entries.aftercheck-judged"), ...all.map(foundIn)),
  }),
};
