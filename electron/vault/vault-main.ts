// The vault as a program of its own, which Electron's main forks; its argument is its kind.
import { onPort, parentPortChannel } from "../pipe/parent-port.ts";
import { serveVault } from "./serve.ts";

const kind = process.argv[2] === "quorum" ? "quorum" : "officer";
serveVault(
  kind,
  parentPortChannel(),
  () => process.exit(0),
  (receive) =>
    onPort((port) => {
      port.on("message", ({ data }) => port.postMessage(receive(data)));
      port.start();
    }),
).catch(() => process.exit(1));
