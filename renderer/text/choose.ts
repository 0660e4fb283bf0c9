// A choice in the script.

/** A choice as it stands alone; in the script it is read behind "if". */
export const choiceLabel = (when: string): string => when.charAt(0).toUpperCase() + when.slice(1);
