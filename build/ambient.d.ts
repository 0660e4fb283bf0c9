// What bundler and test runner put in place of names and files that TypeScript does not know.

/** The build this code is part of; see build/identity.mjs. */
declare const __BUILD__: { readonly version: string; readonly commit: string };

/** A script, as the text it is. */
declare module "*.yaml" {
  const text: string;
  export default text;
}
