// How long people are given to see what happens, and how often the app looks at things. The entry
// of the app hands them in, so that a test's entry can shorten them.

export interface Waits {
  /** Between two looks at media and network while nothing runs, in ms. */
  readonly glanceMs: number;
  /** Between two questions to the system for its drives, in ms. */
  readonly drivesMs: number;
  /** For which a step that was performed is seen before its confirmation can be pressed, in ms. */
  readonly confirmMs: number;
  /** What the times of a simulated crew that is watched are multiplied by. */
  readonly crewPace: number;
  /** Before the next officer's curtain covers what was just shown, in ms. */
  readonly curtainMs: number;
  /** For which a pair that was proven is seen before the next officer is called. */
  readonly pairSeconds: number;
  /** For which a rehearsal HSM works where Azure takes minutes: long enough to be seen. */
  readonly hsmSeconds: number;
  /** Between two questions to a rehearsal HSM. */
  readonly pollSeconds: number;
  /** For which a rehearsed restore waits where Azure demands half an hour. */
  readonly restoreSeconds: number;
}

/** What people need. */
export const WAITS: Waits = {
  glanceMs: 1000,
  drivesMs: 2000,
  confirmMs: 1200,
  crewPace: 1,
  curtainMs: 1500,
  pairSeconds: 2,
  hsmSeconds: 5,
  pollSeconds: 1,
  restoreSeconds: 6,
};
