// What may enter a passphrase line: only single typed characters.

/** `sign` is dropped, `foreign` is accepted with a warning, the rest is refused. */
export type Refusal = "sign" | "foreign" | "paste" | "drop" | "copy" | "undo";

/** True for the characters that a new passphrase may contain. */
export const isPrintableAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** A text without the characters that a new passphrase may not contain. */
export const onlyPrintableAscii = (text: string): string => text.replace(/[^\x20-\x7e]/g, "");

/** Why a change of a line is refused, or null. Types: W3C Input Events Level 2. */
export function refusalOf(inputType: string, data: string | null): Refusal | null {
  switch (inputType) {
    case "insertFromPaste":
    case "insertFromPasteAsQuotation":
    case "insertFromYank":
    case "insertReplacementText":
      return "paste";
    case "insertFromDrop":
      return "drop";
    case "deleteByCut":
    case "deleteByDrag":
      return "copy";
    // Cleared text must not return.
    case "historyUndo":
    case "historyRedo":
      return "undo";
    default:
      return data === null || isPrintableAscii(data) ? null : "sign";
  }
}
