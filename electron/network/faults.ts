// The closed table of everything the reading of the network can refuse, and what to do then.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-NET-UP": ["This station is connected: {n} of its interfaces or radios are up.",
    "Pull every cable, switch every radio off, and repeat the step."],
  "E-NET-WAS-ONLINE": ["This station sent or received something since it was started.",
    "Start it again with no cable in and all radios off, and repeat the step."],
  "E-NET-NAME": ["A network interface has a name with unexpected characters.",
    "Rename or disable that interface; find out who named it."],
  "E-NET-UNREADABLE": ["The state of the network interfaces could not be read.",
    "Start the station again; if that does not help, use another one."],
});
