// Main's memory during a ceremony: at each screen it is searched for the private keys of all
// officers, and for their shares of the domain. What Playwright types passes main on its way to the
// page, so passphrases are not looked for here: passphrase-path.test.ts does, with real keys.
import { createPrivateKey, type JsonWebKey } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  formsOfNumber,
  formsOfText,
  type Needles,
} from "../../electron/rehearse/secret-forms.fixture.ts";
import { searchMemory } from "../../electron/rehearse/memory-search.fixture.ts";
import type { Home, OpenApp } from "./app.fixture.ts";
import type { People } from "./people.fixture.ts";

/** Root alone reads another user's memory. */
const canSearch = process.getuid?.() === 0;

export class MainMemory {
  readonly #home: Home;
  readonly #passphrases: readonly string[];
  readonly #pid: number;
  readonly #found: string[] = [];
  #searches = 0;

  private constructor(home: Home, passphrases: readonly string[], pid: number) {
    this.#home = home;
    this.#passphrases = passphrases;
    this.#pid = pid;
  }

  /** @param passphrases one of them opens each key that is on the home's media */
  static async of(
    home: Home,
    { app }: OpenApp,
    passphrases: readonly string[],
  ): Promise<MainMemory> {
    return new MainMemory(home, passphrases, await app.evaluate(() => process.pid));
  }

  /** Looks at each screen as before, and into main. */
  watching(see: People["see"]): People["see"] {
    return async (page, name) => {
      await see(page, name);
      if (canSearch) this.#look(name);
    };
  }

  /** What was found, with the screen at which it was; and that there was something to find. */
  get verdict(): { readonly found: readonly string[]; readonly isShown: boolean } {
    return { found: this.#found, isShown: !canSearch || this.#searches > 3 };
  }

  #look(name: string): void {
    const keys = keysIn(this.#home.media(1), this.#passphrases);
    if (Object.keys(keys).length === 0) return;
    // That main is searched at all is seen by a path that it has.
    const control = { home: formsOfText(this.#home.folder) };
    const { found } = searchMemory(this.#pid, { ...keys, ...control });
    if (!found.includes("home")) this.#found.push(`nothing is seen at ${name}`);
    this.#searches += 1;
    for (const one of found) if (one !== "home") this.#found.push(`${one} at ${name}`);
  }
}

/** The private numbers of every key file under a folder. */
function keysIn(folder: string, passphrases: readonly string[]): Needles {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return Object.fromEntries(
    files
      .filter((path) => path.endsWith(".key") && !path.includes(".ceremonies"))
      .flatMap((path) => {
        const { d = "", p = "", q = "" } = opened(readFileSync(join(folder, path)), passphrases);
        return Object.entries({ d, p, q }).map(([part, text]) => [
          `${part} of ${path}`,
          formsOfNumber(Buffer.from(text, "base64url")),
        ]);
      }),
  );
}

function opened(key: Buffer, passphrases: readonly string[]): JsonWebKey {
  for (const passphrase of passphrases)
    try {
      return createPrivateKey({ key, passphrase }).export({ format: "jwk" });
    } catch {
      continue;
    }
  throw new Error("a key on the media opens with no passphrase of the test");
}
