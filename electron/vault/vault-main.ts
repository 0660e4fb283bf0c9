// The vault as a program of its own, which Electron's main forks; its word says which kind to be.
import { parentPortChannel } from "./parent-port.ts";
import { serveVault } from "./serve.ts";

const kind = process.argv[2] === "quorum" ? "quorum" : "officer";
serveVault(kind, parentPortChannel(), () => process.exit(0)).catch(() => process.exit(1));
