// The connected station's network code as a program of its own: the offline station never loads it.
import { parentPortChannel } from "../../pipe/parent-port.ts";
import { serveCalls } from "../../pipe/pipe.ts";
import { hsmMethods } from "../serve-hsm.ts";
import { rehearsalClient } from "./rehearsal-client.ts";

const channel = parentPortChannel();
channel.onClose(() => process.exit(0));
serveCalls(channel, hsmMethods(rehearsalClient), "ready");
