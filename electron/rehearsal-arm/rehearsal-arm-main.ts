// A rehearsal's subscription as a program of its own, which Electron's main forks.
import process from "node:process";
import { parentPortChannel } from "../pipe/parent-port.ts";
import { serveCalls } from "../pipe/pipe.ts";
import { subscriptionMethods } from "./subscription-methods.ts";

const channel = parentPortChannel();
const { methods, end } = subscriptionMethods();
channel.onClose(() => void end().finally(() => process.exit(0)));
serveCalls(channel, methods, "ready");
