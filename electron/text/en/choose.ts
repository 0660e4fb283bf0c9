// A choice in the script.

export const CHOOSE = {
  label: "Which of these applies?",
  none: "Choose one of them first",
} as const;
