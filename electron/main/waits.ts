// How long people can see things, and how often the app polls. The app's entry passes them in, so
// that tests can shorten them.

export interface Waits {
  /** Between two checks of media and network while nothing runs, in ms. */
  readonly glanceMs: number;
  /** Between two listings of drives, in ms. */
  readonly drivesMs: number;
  /** How long a performed step is shown before it can be confirmed, in ms. */
  readonly confirmMs: number;
  /** The factor for the times of a watched simulated crew. */
  readonly crewPace: number;
  /** Before the next officer's curtain covers the screen, in ms. */
  readonly curtainMs: number;
  /** How long a proven pair is shown before the next officer is called. */
  readonly pairSeconds: number;
  /** How long a rehearsal HSM works where Azure takes minutes: long enough to be seen. */
  readonly hsmSeconds: number;
  /** Between two questions to a rehearsal HSM. */
  readonly pollSeconds: number;
  /** How long a rehearsed restore waits where Azure requires half an hour. */
  readonly restoreSeconds: number;
}

/** The times for people. */
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
