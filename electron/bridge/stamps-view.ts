// What is witnessed from outside, as the window shows it.

/** Of each authority of the site; texts are "" for what there is not. */
export interface StampsView {
  readonly authorities: readonly {
    readonly name: string;
    /** Where it is asked. */
    readonly host: string;
    /** The record existed at the latest then: RFC 3339, UTC. */
    readonly latest: string;
    /** The day its certificates end: it must be renewed before. */
    readonly until: string;
  }[];
}
