// What the connected station finds: who signed in to the HSM.

export interface StationEvents {
  /** Who signed in, as the token said; never the token. `id` is an object id, or "". */
  "signed-in": {
    readonly way: string; readonly tenant: string; readonly id: string; readonly name: string;
  };
}
