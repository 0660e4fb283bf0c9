// The checker as a program of its own: a hostile file keeps this process busy, and not the window.
// Its argument: the folder of this computer's records.
import process from "node:process";
import { parentPortChannel } from "../pipe/parent-port.ts";
import { serveCalls } from "../pipe/pipe.ts";
import { checkerMethods } from "./checker-methods.ts";

const channel = parentPortChannel();
const [root = ""] = process.argv.slice(2);
channel.onClose(() => process.exit(0));
const methods = checkerMethods({
  root,
  clock: () => new Date(),
  told: (told) => channel.send({ told }),
});
serveCalls(channel, methods, "ready");
