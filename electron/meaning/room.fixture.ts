// The programs of a room, loaded again with another text of one of them, while all that is outside of the
// room stays: that takes milliseconds.
import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { compileFunction } from "node:vm";
import { transformSync } from "esbuild";
import type { Reach } from "./mutants.fixture.ts";

type Exports = Readonly<Record<string, unknown>>;
interface Module {
  exports: Exports;
}
type Load = (require: (name: string) => unknown, module: Module, reach: Reach) => void;

function compiled(name: string, text: string): Load {
  const { code } = transformSync(text, { loader: "ts", format: "cjs", sourcefile: name });
  return compileFunction(code, ["require", "module", "reach"], { filename: name }) as Load;
}

/** For each program what is in its text, and what is there instead. */
type Changes = ReadonlyMap<string, readonly (readonly [string, string])[]>;

/** @throws if there is nothing to change */
export const changed = (
  text: string,
  changes: readonly (readonly [string, string])[] = [],
): string =>
  changes.reduce((before, [from, to]) => {
    if (!before.includes(from)) throw new Error(`the text does not have: ${from}`);
    return before.replace(from, () => to);
  }, text);

const PROGRAM = /^[a-z-]+\.ts$/;
const OUTSIDE = /from "(\.\.\/[^"]+)"/g;

export class Room {
  readonly texts: ReadonlyMap<string, string>;
  readonly #loads: ReadonlyMap<string, Load>;
  readonly #outside = new Map<string, Exports>();

  private constructor(folder: string, changes: Changes) {
    const names = readdirSync(folder).filter((name) => PROGRAM.test(name));
    const read = (name: string) => readFileSync(join(folder, name), "utf8");
    this.texts = new Map(names.map((name) => [name, changed(read(name), changes.get(name))]));
    this.#loads = new Map([...this.texts].map(([name, text]) => [name, compiled(name, text)]));
  }

  /**
   * @param instead of what modules outside export by these names
   * @param changes of texts before they are loaded
   */
  static async open(folder: string, instead: Exports, changes: Changes): Promise<Room> {
    const room = new Room(folder, changes);
    for (const text of room.texts.values())
      for (const [, from = ""] of text.matchAll(OUTSIDE)) {
        const module = (await import(/* @vite-ignore */ resolve(folder, from))) as Exports;
        const others = Object.entries(instead).filter(([name]) => name in module);
        room.#outside.set(from, { ...module, ...Object.fromEntries(others) });
      }
    return room;
  }

  /** What `main` exports if one program of the room has this text. */
  load(
    main: string,
    changed: { readonly name: string; readonly text: string },
    reach: Reach = () => undefined,
  ): Exports {
    const modules = new Map<string, Module>();
    const load = (name: string): Exports => {
      const known = modules.get(name);
      if (known !== undefined) return known.exports;
      const module: Module = { exports: {} };
      modules.set(name, module);
      const isChanged = changed.name === name;
      const own = isChanged ? compiled(name, changed.text) : this.#loads.get(name);
      if (own === undefined) throw new Error(`the room has no ${name}`);
      const require = (from: string) =>
        from.startsWith("./") ? load(from.slice(2)) : this.#outside.get(from);
      own(require, module, isChanged ? reach : () => undefined);
      return module.exports;
    };
    return load(main);
  }
}
