// What the connected station finds: who signed in, and what holds before and after the call that
// cannot be taken back.

/** One thing that must hold, as it was found: a sentence, and what to do; "" where it is good. */
export interface PointFound {
  readonly point: string;
  readonly verdict: "good" | "decide" | "wrong";
  readonly sentence: string;
  readonly next: string;
}

export interface StationEvents {
  /** Who signed in, as the token said; never the token. `id` is an object id, or "". */
  "signed-in": {
    readonly way: string; readonly tenant: string; readonly id: string; readonly name: string;
  };
  /** All that was asked before the HSM is activated, each time it was asked. */
  "preflight-judged": { readonly points: readonly PointFound[] };
  /** People know of one point and go on: with what was found then, and nothing else. */
  "point-accepted": {
    readonly point: string;
    readonly sentence: string;
    readonly reason: string;
    readonly decidedBy: readonly string[];
  };
  /** All that was asked after it. */
  "aftercheck-judged": { readonly points: readonly PointFound[] };
}
