// Photographs of seals: of which bags there may be some, and which were brought or recorded.

export interface PhotographsView {
  /** The objects whose bag numbers were read in this ceremony. */
  readonly objects: readonly PhotographedView[];
  /** How many belong to none of these bags, and to no earlier photograph. */
  readonly others: number;
}

export interface PhotographedView {
  readonly object: string;
  /** The number that was read last. */
  readonly seal: string;
  /** Of the earlier record: with the number of the bag then, and when it was recorded. */
  readonly before: readonly (ShownPhotograph & { readonly seal: string; readonly at: string })[];
  readonly now: readonly (ShownPhotograph & { readonly isRecorded: boolean })[];
}

/** By its SHA-256, in hex; its address is `photograph/SHA256`, if it is here. */
export interface ShownPhotograph {
  readonly sha256: string;
  readonly isHere: boolean;
}
