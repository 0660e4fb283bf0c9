// Every sentence of printing a script.

export const PRINT = { button: "Print the script", pick: "Print a script" } as const;

/** After the file was written and read back. */
export const printedLine = (pages: number): string =>
  `Saved as a PDF: ${pages === 1 ? "1 page" : `${pages} pages`}.`;
