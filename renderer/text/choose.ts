// A choice in the script.

/** What stands round the choices. */
export const CHOOSE = {
  label: "Which of these is so?",
  none: "Mark one of them first",
} as const;
