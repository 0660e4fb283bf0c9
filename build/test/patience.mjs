// How long the runners wait before something counts as never coming. A busy machine is no failure,
// nor is one whose disk is filled from afar: that something takes long is for the bench to say.

/**
 * In milliseconds: for a test, or what prepares it; for one of the long run, which may be its part
 * alone; for one question that is asked until it has its answer; and, at least, for a test of
 * a changed program, whose mistake may make it wait for ever.
 */
export const PATIENCE_MS = { test: 600_000, long: 3_600_000, question: 240_000, mutant: 60_000 };
