// Which arguments and variables change a packaged app: they disable the sandbox, load code or
// certificates, or log the keys of connections.

const STRANGE = /^(?:ELECTRON_|LD_|DYLD_|NODE_)|^SSLKEYLOGFILE$/i;

/** Not read by anything here; shells and test programs set it. */
const HARMLESS = ["NODE_ENV"];

/**
 * The names of the variables with which a packaged app does not start, sorted. An empty one counts:
 * Electron only checks whether some are set.
 */
export const strangeVariables = (names: readonly string[]): readonly string[] =>
  names.filter((name) => STRANGE.test(name) && !HARMLESS.includes(name)).sort();

/** Switches that a packaged app may be started with; any other changes it. */
const SWITCHES = [
  "user-data-dir",
  "ozone-platform",
  "ozone-platform-hint",
  "lang",
  "force-device-scale-factor",
];

/**
 * The names of the switches with which a packaged app does not start: all but a few, because
 * Chromium and Electron have hundreds, new ones with every version, in several spellings.
 * @param words the command line without the program
 */
export function strangeSwitches(words: readonly string[], platform: string): readonly string[] {
  const form = platform === "win32" ? /^(?:--?|\/)([^=]*)/ : /^--?([^=]*)/;
  const names = words.flatMap((word) => form.exec(word)?.[1]?.toLowerCase() ?? []);
  return names.filter((name) => !SWITCHES.includes(name));
}
