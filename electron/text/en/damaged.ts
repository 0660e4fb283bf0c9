// A record that is not as it was written: what it means, and what can be done.

export const DAMAGED = {
  title: "A record on this computer cannot be read",
  line: "It may be damaged. No ceremony can start beside it, and no part of it is deleted.",
  setAside: "Set it aside",
  waiting: "These wait until that record is set aside:",
  next: "Set aside, its folder gets the ending .damaged, and every byte stays in it.",
  real: "If it was the newest, add it again from its evidence afterwards: otherwise a ceremony would continue an older one.",
  which: "{ceremony}, {code}: {folder}",
  unknown: "Unknown ceremony",
} as const;
