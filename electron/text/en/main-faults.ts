// Refusals of the room main: a sentence for each code, and what to do next.

export const MAIN_FAULTS = {
  "E-BRIDGE-SENDER": "This page may not send requests.",
  "E-BRIDGE-SENDER.next": "Close the window and start the app again.",
  "E-BRIDGE-SHAPE": "The app could not understand the request from the window.",
  "E-BRIDGE-SHAPE.next": "Correct the entries and press again.",
  "E-BRIDGE-SIZE": "The request from the window is too large.",
  "E-BRIDGE-SIZE.next": "Shorten the entries and press again.",
  "E-BRIDGE-RATE": "The window sends too many requests at once.",
  "E-BRIDGE-RATE.next": "Wait a second and press again. If it happens again, close the app and start it again.",
  "E-BRIDGE-BUG": "This app ran into an error of its own.",
  "E-BRIDGE-BUG.next": "Nothing was lost: the record is safe. Start the app again, and report the error.",
} as const;
