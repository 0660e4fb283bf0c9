// Minutes, 5: the room, as far as the record knows it.

export const MINUTES_ROOM = {
  place: "The place is not in the record; fill it in by hand:",
  where: "Place, building, room",
  access: "Who controls access",
  camerasLog: "Cameras, log book",
  network: "Network",
  networkRead: "Read from the system when the ceremony was opened and before each step that handles a secret. In production the app refuses such a step while any interface is up.",
  reading: "Reading",
  looked: "Projector and cameras",
  notLooked: "The record does not say that the witness checked the projector and cameras before a passphrase was typed.",
  projector: "Projector",
  cameras: "Cameras",
  covered: "covered",
  notCovered: "NOT covered",
  unseen: "none sees the keyboard",
  seen: "ONE MAY SEE the keyboard",
  recesses: "Recesses",
  bags: "Bags",
  began: "began",
  ended: "ended",
  nothingOpen: "nothing was open",
} as const;
