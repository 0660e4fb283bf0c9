// Words of someone else, as the window shows them.

/** Shown separately, as theirs, and in no sentence of ours. */
export interface SaidView {
  readonly by: "server" | "certificate";
  readonly words: string;
}
