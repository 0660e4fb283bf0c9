// The rehearsal HSM as a program of its own, which Electron's main forks: its arguments are folder,
// store, name, seconds of its long operations and the quote; it greets with its address.
import { random } from "../../crypto/index.ts";
import { parentPortChannel } from "../pipe/parent-port.ts";
import { serveCalls } from "../pipe/pipe.ts";
import { startRehearsalHsm } from "./rehearsal-hsm.ts";

const [, , dir = "", store = "", name = "", pending = "1", quote = ""] = process.argv;
const channel = parentPortChannel();
startRehearsalHsm({
  dir,
  store,
  name,
  pendingSeconds: Number(pending),
  clock: () => new Date(),
  random,
  quote: quote === "unknown" ? quote : "known",
}).then(
  (running) => {
    channel.onClose(() => void running.close().finally(() => process.exit(0)));
    const { url, caFile, tokenFile } = running;
    serveCalls(channel, {}, { url, caFile, tokenFile });
  },
  () => process.exit(1),
);
