// The form that opens a ceremony: who is here, which HSM, keys of which size.

/** The sentences of the form. */
export const OPENING = {
  hsm: "Name of the HSM",
  hsmHint: "3 to 24 letters, digits and hyphens",
  hsmWrong: "3 to 24 letters, digits and hyphens; begins with a letter.",
  administrator: "Administrator",
  witness: "Witness",
  officer: (seat: number): string => `Officer ${seat}`,
  people: "Who is in the room",
  absent: "Leave a name empty if the officer is not here.",
  bits: "Size of the officers’ keys",
  sizes: [
    { value: "4096", label: "4096" },
    { value: "3072", label: "3072" },
    { value: "2048", label: "2048: quicker, for a short rehearsal" },
  ],
  nobody: "Who runs this laptop",
  same: "This name is used twice.",
  needHsm: "Write the name of the HSM",
  needName: (role: string): string => `Write the name of the ${role.toLowerCase()}`,
  needOfficers: (quorum: number): string => `At least ${quorum} officers must be here`,
  needOthers: "One person has one role only",
  says: {
    activation: "We are here to activate a Managed HSM. Each of us says name and role aloud.",
    recovery: "We are here to recover a Managed HSM. Each of us says name and role aloud.",
  },
} as const;
