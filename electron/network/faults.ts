// The closed table of everything the reading of the network can refuse, and what to do then.
import { faultTable } from "../../crypto/index.ts";

/** Makes a fault of this room. */
export const fault = faultTable({
  "E-NET-UP": [
    "This station is connected: {names}.",
    "Unplug every cable, switch off every radio, and repeat the step.",
  ],
  "E-NET-WAS-ONLINE": [
    "This station has had a network, or lost a network device, since it was started.",
    "Restart it with no cable plugged in and all radios off, and repeat the step.",
  ],
  "E-NET-NAME": [
    "A network interface has a name with unexpected characters.",
    "Rename or disable that interface; find out who named it.",
  ],
  "E-NET-UNREADABLE": [
    "The state of the network interfaces could not be read.",
    "Restart the station. If that does not help, use another one.",
  ],
});
