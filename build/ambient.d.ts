// What bundler and test runner put in place of names and files that TypeScript does not know.

/** The build this code is part of; see build/bundle/identity.mjs. */
declare const __BUILD__: {
  readonly version: string;
  readonly commit: string;
  /** SHA-256 (hex) of the page that verifies evidence. */
  readonly verifier: string;
};

/** The oldest version of Node that `sd` runs on. */
declare const __LEAST_NODE__: number;

/** A script, as the text it is. */
declare module "*.yaml" {
  const text: string;
  export default text;
}

/** A typeface, as the bytes it is. */
declare module "*.ttf" {
  const bytes: Uint8Array;
  export default bytes;
}
