// The parts of node-forge that are loaded: each adds itself to the one object of `forge.js`, which
// then has the types of the whole.

declare module "node-forge/lib/forge.js" {
  import forge from "node-forge";
  export default forge;
}

declare module "node-forge/lib/hmac.js" {}
declare module "node-forge/lib/sha512.js" {}
declare module "node-forge/lib/x509.js" {}
