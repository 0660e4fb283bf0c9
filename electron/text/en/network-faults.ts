// Refusals of the room network: a sentence for each code, and what to do next.

export const NETWORK_FAULTS = {
  "E-NET-UP": "This station is connected: {names}.",
  "E-NET-UP.next": "Unplug every cable, switch off every radio, and repeat the step.",
  "E-NET-WAS-ONLINE": "This station has had a network, or lost a network device, since it was started.",
  "E-NET-WAS-ONLINE.next": "Restart it with no cable plugged in and all radios off, and repeat the step.",
  "E-TRACE-CORE": "A crash on this computer could leave a key or a passphrase in a file.",
  "E-TRACE-CORE.next": "Start the app by its own launcher, and repeat the step. If it is refused again, remove what collects crashes on this computer: systemd-coredump or apport.",
  "E-TRACE-SWAP": "This computer writes memory to its disk: {names}.",
  "E-TRACE-SWAP.next": "Switch that off as root (swapoff -a), and repeat the step. Encrypted swap is accepted.",
  "E-NET-UNREADABLE": "The state of the network interfaces could not be read.",
  "E-NET-UNREADABLE.next": "Restart the station. If that does not help, use another one.",
} as const;
