// For tests of what uses vaults: vaults in the test's own process, behind real pipes and sockets. To
// start a process takes longer than what most vaults do. They protect keys by all rounds of the
// product: who makes keys starts processes with few.
import { pipe } from "../pipe/pipe.fixture.ts";
import { serveVault } from "./serve.ts";
import { vaultsOver } from "./vault.ts";

export const vaultsHere = vaultsOver((kind) => {
  const { near, far, close } = pipe();
  void serveVault(kind, far, close);
  return { channel: near, end: async () => close() };
});
