// Main's memory during a ceremony: at each screen it is searched for the private keys of all
// officers, for their shares of the domain, and for what a quorum of these gives. What Playwright
// types passes main on its way to the page, so passphrases are not looked for here:
// passphrase-path.test.ts does, with real keys.
import { createPrivateKey, type KeyObject } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { secretsOfDomain } from "../../electron/rehearse/domain-secrets.fixture.ts";
import {
  formsOfNumber,
  formsOfText,
  type Needles,
} from "../../electron/rehearse/secret-forms.fixture.ts";
import { searchMemory } from "../../electron/rehearse/memory-search.fixture.ts";
import type { Home, OpenApp } from "./app.fixture.ts";
import type { People } from "./people.fixture.ts";
import { everyone } from "./secrets.fixture.ts";
import { whileStill } from "./still.fixture.ts";

/** Root alone reads another user's memory. */
const canSearch = process.getuid?.() === 0;

export class MainMemory {
  readonly #home: Home;
  readonly #passphrases: readonly string[];
  readonly #pid: number;
  readonly #found: string[] = [];
  #searches = 0;
  /** What is looked for, and the files as they were when it was made of them. */
  #needles: { readonly of: string; readonly all: Needles } = { of: "", all: {} };

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
    // Read while nobody lays a file aside.
    const secrets = whileStill(everyone, () => this.#secrets());
    if (Object.keys(secrets).length === 0) return;
    // That main is searched at all is seen by a path that it has.
    const control = { home: formsOfText(this.#home.folder) };
    const { found } = searchMemory(this.#pid, { ...secrets, ...control });
    if (!found.includes("home")) this.#found.push(`nothing is seen at ${name}`);
    this.#searches += 1;
    for (const one of found) if (one !== "home") this.#found.push(`${one} at ${name}`);
  }

  /** The secrets on the media as they are now: the same as long as no file changes. */
  #secrets(): Needles {
    const media = this.#home.media(1);
    const of = filesIn(media)
      .map((path) => `${path} ${statSync(join(media, path), { throwIfNoEntry: false })?.mtimeMs}\n`)
      .sort()
      .join("");
    if (this.#needles.of !== of) {
      const keys = keysIn(media, this.#passphrases);
      this.#needles = { of, all: { ...keys, ...domainsIn(media, this.#passphrases) } };
    }
    return this.#needles.all;
  }
}

/** The private numbers of every key file under a folder. */
function keysIn(folder: string, passphrases: readonly string[]): Needles {
  return Object.fromEntries(
    filesIn(folder)
      .filter((path) => path.endsWith(".key"))
      .flatMap((path) => {
        const key = opened(join(folder, path), passphrases);
        const { d = "", p = "", q = "" } = key.export({ format: "jwk" });
        return Object.entries({ d, p, q }).map(([part, text]) => [
          `${part} of ${path}`,
          formsOfNumber(Buffer.from(text, "base64url")),
        ]);
      }),
  );
}

/** The shares and the secret of every security domain under a folder, by the owner of the keys there. */
function domainsIn(folder: string, passphrases: readonly string[]): Needles {
  const files = filesIn(folder);
  const officers = files
    .filter((path) => /^officer-\d+\/cert_\d+\.key$/.test(path))
    .map((path) => join(folder, path))
    .map((path) => ({
      // Opened before, and not once more for each copy of the domain.
      keyPem: Buffer.from(opened(path, passphrases).export({ type: "pkcs8", format: "pem" })),
      certificatePem: readFileSync(path.replace(/key$/, "cer")),
      passphrase: null,
    }));
  const domains = files.filter((path) => /(^|\/)(transfer|domain-copy)\/[^/]+\.json$/.test(path));
  return Object.fromEntries(
    domains
      .map((path) => ({ path, bytes: readFileSync(join(folder, path)) }))
      .filter(({ bytes }) => bytes.includes('"SharedKeys"'))
      .flatMap(({ path, bytes }) =>
        Object.entries(secretsOfDomain(bytes, officers)).map(([name, forms]) => [
          `${name} of ${path}`,
          forms,
        ]),
      ),
  );
}

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (path) => !path.includes(".ceremonies"),
  );

/** By their files' texts: a key is derived for seconds, and is on the media at every screen. */
const known = new Map<string, KeyObject>();

/** The private key of a file, by the passphrase that opens it, or by none. */
function opened(path: string, passphrases: readonly string[]): KeyObject {
  const file = readFileSync(path, "utf8");
  const before = known.get(file);
  if (before !== undefined) return before;
  for (const passphrase of [null, ...passphrases])
    try {
      const key = createPrivateKey({ key: file, ...(passphrase === null ? {} : { passphrase }) });
      known.set(file, key);
      return key;
    } catch {
      continue;
    }
  throw new Error("a key on the media opens with no passphrase of the test");
}
