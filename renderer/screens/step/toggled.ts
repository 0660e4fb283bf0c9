// Ticking and unticking one of many.

/** The list without the one, or with it at the end. */
export const toggled = <One>(list: readonly One[], one: One): readonly One[] =>
  list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
