// Texts that main sends: refusals, the scripts' words, names of steps. In English they are shown as
// they come.

/** A view, a reply or a fault of main's, with its texts in the page's language. */
export const inLanguage = <Sent>(sent: Sent): Sent => sent;
