// The environment of the compiler and the linter, programs written in Go: what takes less of the
// processors, which run other tests meanwhile.
import process from "node:process";

/**
 * On one thread each type is worked out once, on two twice; memory is looked through less often, within
 * a limit that a small machine has. For all rooms the compiler takes half of what it takes otherwise,
 * the linter two thirds.
 */
export const sparing = () => ({
  ...process.env,
  GOMAXPROCS: "1",
  GOGC: "400",
  GOMEMLIMIT: "1200MiB",
});
