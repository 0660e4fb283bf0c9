// The channel between the passphrase window and a vault: main makes it, and listens to neither end.
import { expect, it, vi } from "vitest";
import { electronVaults } from "./electron-vaults.ts";

const { ports, given } = vi.hoisted(() => ({
  ports: [] as { readonly heard: string[]; readonly name: string }[],
  given: [] as unknown[],
}));
vi.mock("electron", () => {
  const port = () => {
    const heard: string[] = [];
    const one = { heard, name: `port ${ports.length}` };
    const note = (what: string) => () => {
      heard.push(what);
      return made;
    };
    const made = {
      ...one,
      on: note("on"),
      once: note("once"),
      start: note("start"),
      postMessage: note("post"),
    };
    ports.push(made);
    return made;
  };
  return {
    MessageChannelMain: class {
      port1 = port();
      port2 = port();
    },
    utilityProcess: {},
  };
});
vi.mock("../pipe/utility-child.ts", () => ({
  forkUtility: () => ({
    channel: { onClose: () => undefined },
    givePort: (port: unknown) => given.push(port),
  }),
}));
vi.mock("./vault.ts", () => ({
  vaultsOver: (start: (kind: string) => unknown) => ({
    openOfficerVault: async () => {
      start("officer");
      return { socket: "socket of a vault", end: () => Promise.resolve() };
    },
  }),
}));

it("is given away completely: one end to the vault, one to the window; main opens neither", async () => {
  const vaults = electronVaults("vault.cjs");
  const vault = await vaults.openOfficerVault();
  const forWindow = vaults.portTo(vault.socket);
  expect(ports).toHaveLength(2);
  expect(given).toEqual([ports[0]]);
  expect(forWindow).toBe(ports[1]);
  for (const { name, heard } of ports) expect(heard, name).toEqual([]);
});
