// What programs that only tests run have otherwise than the product, to take less time. No program
// in dist/ is made with any of it.

/** What is in the place of crypto/native-primes.ts. */
export const KNOWN_PRIMES =
  'export { randomPrimeNow } from "../build/test/known-primes.fixture.ts";';

/** That file, by its path. */
export const NATIVE_PRIMES = /[/\\]crypto[/\\]native-primes\.ts$/;

/**
 * The keys of a rehearsal HSM, of which a test needs many, are made of primes that are known: to
 * search for them takes a tenth of a second a key. Those of officers are searched for.
 * @type {import("esbuild").Plugin}
 */
export const knownPrimes = {
  name: "known-primes",
  setup: ({ onLoad }) => {
    onLoad({ filter: NATIVE_PRIMES }, () => ({ contents: KNOWN_PRIMES }));
  },
};

/**
 * Keys are protected by the fewest rounds that we read: else these rounds take a third of a ceremony.
 * @type {import("esbuild").Plugin}
 */
export const quickRounds = {
  name: "quick-rounds",
  setup: ({ onLoad }) => {
    onLoad({ filter: /[/\\]crypto[/\\]rounds\.ts$/ }, () => ({
      contents: "export const ROUNDS = 1_000;",
    }));
  },
};

/**
 * A rehearsal's evidence comes without the papers: to print them takes a quarter of a ceremony.
 * @type {import("esbuild").Plugin}
 */
export const withoutPapers = {
  name: "without-papers",
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /\/evidence\/papers\.ts$/ }, ({ importer, path }) =>
      /[/\\]session[/\\]deliver\.ts$/.test(importer)
        ? { path, namespace: "without-papers" }
        : undefined,
    );
    onLoad({ filter: /./, namespace: "without-papers" }, () => ({
      contents: "export const papersOf = async () => [];",
    }));
  },
};
