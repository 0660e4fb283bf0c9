// What of the environment makes a packaged app another one: it takes the sandbox away, brings code or
// certificates along, or writes keys of connections down.

const STRANGE = /^(?:ELECTRON_|LD_|DYLD_|NODE_)|^SSLKEYLOGFILE$/i;

/** Read by nothing here; shells and test programs set it. */
const HARMLESS = ["NODE_ENV"];

/**
 * The names of the variables with which a packaged app does not start, sorted. One that is empty
 * counts: Electron asks for some only whether they are there.
 */
export const strangeVariables = (names: readonly string[]): readonly string[] =>
  names.filter((name) => STRANGE.test(name) && !HARMLESS.includes(name)).sort();
