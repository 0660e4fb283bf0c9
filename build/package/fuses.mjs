// What is burnt into the packaged program: it is this app and no Node, whatever it is started with.

/**
 * Every fuse in the order of Electron's own wire, and how it is set.
 * A program with a fuse that has no row here is not packaged. On Linux the check of the archive's
 * hashes does nothing: the app's own manifest does (FORMAT.md).
 * @type {readonly (readonly [name: string, on: boolean])[]}
 */
export const FUSES = [
  ["runAsNode", false],
  ["cookieEncryption", true],
  ["nodeOptions", false],
  ["nodeCliInspect", false],
  ["embeddedAsarIntegrityValidation", true],
  ["onlyLoadAppFromAsar", true],
  ["loadBrowserProcessSpecificV8Snapshot", false],
  ["grantFileProtocolExtraPrivileges", false],
  // Electron's default: it lets V8 notice a bad access by a signal. Since Electron 40 or so.
  ["wasmTrapHandlers", true],
];

/** Before the wire: 32 signs, then the wire's version and its length, one byte each. */
const SENTINEL = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
const VERSION = 1;
const [OFF, ON, REMOVED] = ["0", "1", "r"];

/**
 * Sets every fuse of a program.
 * @param {Buffer} program its bytes; changed in place
 * @throws where a fuse has no row, or the wire is none that this knows
 */
export function burnFuses(program) {
  for (const { at, length } of wiresIn(program))
    for (let fuse = 0; fuse < length; fuse += 1) {
      const [name, on] = FUSES[fuse] ?? [];
      if (name === undefined) throw new Error(`fuse ${fuse} of this Electron is not decided upon`);
      if (program.toString("latin1", at + fuse, at + fuse + 1) === REMOVED) continue;
      program.write(on === true ? ON : OFF, at + fuse, "latin1");
    }
}

/**
 * How the fuses of a program stand.
 * @param {Buffer} program its bytes
 * @returns {readonly (readonly [name: string, state: "on" | "off" | "removed" | "unknown"])[]}
 */
export function readFuses(program) {
  const [wire] = wiresIn(program);
  const signs = program.toString("latin1", wire.at, wire.at + wire.length);
  return [...signs].map((sign, fuse) => [
    FUSES[fuse]?.[0] ?? `fuse ${fuse}`,
    sign === ON ? "on" : sign === OFF ? "off" : sign === REMOVED ? "removed" : "unknown",
  ]);
}

/**
 * Where its wires are: one, and one for each processor in a program for several.
 * @param {Buffer} program
 * @returns {readonly [{at: number, length: number}, ...{at: number, length: number}[]]}
 */
function wiresIn(program) {
  const wires = [];
  for (let at = program.indexOf(SENTINEL); at >= 0; at = program.indexOf(SENTINEL, at + 1)) {
    const begin = at + SENTINEL.length;
    if (program[begin] !== VERSION) throw new Error("this program's fuses have another form");
    wires.push({ at: begin + 2, length: program[begin + 1] ?? 0 });
  }
  const [first, ...others] = wires;
  if (first === undefined) throw new Error("this program has no fuses: it is no Electron");
  return [first, ...others];
}
