// The deployment's own program: the offline station never starts it, and no other program contains
// it. Arguments: the folder of its records, and the mode.
import process from "node:process";
import { parentPortChannel } from "../pipe/parent-port.ts";
import { refuseCalls, serveCalls } from "../pipe/pipe.ts";
import { keeperMethods } from "./keeper-methods.ts";

const channel = parentPortChannel();
const [root = "", mode = ""] = process.argv.slice(2);
try {
  const { methods, end } = keeperMethods({
    root,
    mode: mode === "PRODUCTION" ? "PRODUCTION" : "REHEARSAL",
    clock: () => new Date(),
  });
  channel.onClose(() => {
    end();
    process.exit(0);
  });
  serveCalls(channel, methods, "ready");
} catch (error) {
  channel.onClose(() => process.exit(0));
  refuseCalls(channel, error);
}
