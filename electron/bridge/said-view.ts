// Words of somebody else, as the window shows them.

/** Shown apart, as theirs, and in no sentence of ours. */
export interface SaidView {
  readonly by: "server" | "certificate";
  readonly words: string;
}
