// The parts of node-forge that are loaded: each adds itself to the one object of `forge.js`.

declare module "node-forge/lib/forge.js" {
  const parts: unknown;
  export default parts;
}

declare module "node-forge/lib/hmac.js" {}
declare module "node-forge/lib/pbe.js" {}
declare module "node-forge/lib/sha512.js" {}
declare module "node-forge/lib/x509.js" {}
