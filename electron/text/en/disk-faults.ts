// Refusals of the room disk: a sentence for each code, and what to do next.

export const DISK_FAULTS = {
  "E-DISK": "This computer’s disk could not be read or written.",
  "E-DISK.next": "Check whether it is full, read-only or damaged, then do this again. What was recorded before is safe.",
  "E-RESOURCE": "The computer has run out of memory or file handles.",
  "E-RESOURCE.next": "Close other programs and repeat the step.",
} as const;
