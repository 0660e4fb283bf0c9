// A choice in the script.

/** What stands round the choices. */
export const CHOOSE = {
  label: "Which of these applies?",
  none: "Choose one of them first",
} as const;

/** A choice as it stands alone; in the script it is read behind "if". */
export const choiceLabel = (when: string): string => when.charAt(0).toUpperCase() + when.slice(1);
