// The connected station's network code as a program of its own: the offline station never loads it.
import process from "node:process";
import { parentPortChannel } from "../../pipe/parent-port.ts";
import { serveCalls } from "../../pipe/pipe.ts";
import { READS } from "../remote-reader.ts";
import { hsmMethods } from "../serve-hsm.ts";
import { connectionTo } from "./connection-to.ts";
import { readerMethods } from "./served-reader.ts";

const channel = parentPortChannel();
channel.onClose(() => process.exit(0));
const methods = process.argv[2] === READS ? readerMethods() : hsmMethods(connectionTo);
serveCalls(channel, methods, "ready");
