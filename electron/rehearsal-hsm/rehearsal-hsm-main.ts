// The rehearsal HSM as a program of its own, which Electron's main forks: folder, store and name
// are its words; it greets with its address.
import { random } from "../../crypto/index.ts";
import { parentPortChannel } from "../pipe/parent-port.ts";
import { serveCalls } from "../pipe/pipe.ts";
import { startRehearsalHsm } from "./rehearsal-hsm.ts";

const [, , dir = "", store = "", name = "", pending = "1"] = process.argv;
const channel = parentPortChannel();
startRehearsalHsm({
  dir, store, name, pendingSeconds: Number(pending), clock: () => new Date(), random,
}).then((running) => {
  channel.onClose(() => {
    void running.close().finally(() => process.exit(0));
  });
  const { url, caFile, tokenFile } = running;
  serveCalls(channel, {}, { url, caFile, tokenFile });
}, () => process.exit(1));
