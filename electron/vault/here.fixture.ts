// Vaults in the test's own process, behind real pipes and sockets, for tests of their users:
// starting a process takes longer than most vaults' work. In the units they protect keys with all
// rounds of the product: tests that make keys start processes with few.
import { pipe } from "../pipe/pipe.fixture.ts";
import { serveVault } from "./serve.ts";
import { vaultsOver } from "./vault.ts";

export const vaultsHere = vaultsOver((kind) => {
  const { near, far, close } = pipe();
  void serveVault(kind, far, close);
  return { channel: near, end: async () => close() };
});
