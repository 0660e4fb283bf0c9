// Slips with the head of a closed record, one for each person in the room.

export const HEAD_SLIPS = {
  title: "Slips with the head, {hsm}",
  cut: "Cut along the lines, and give one slip to each person before they leave. Nothing on it is secret.",
  for: "{who}: {name}",
  record: "{hsm}, closed on {day}. The head of its record is:",
  keep: "Keep this where no key is. If someone shows you another record of this day, or asks which one was closed, read these words aloud.",
} as const;
