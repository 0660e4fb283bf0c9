// A scanner that is a keyboard types what a label's QR code says, and then Enter.
import type { KeyboardEvent } from "react";
import { FIELD, fieldId, goToNextField } from "../parts/field.tsx";
import type { Draft } from "../stores/draft.ts";

/**
 * On a form's element. The label of an object leads to the field where that one begins, and leaves
 * the field it was typed into as empty as before; any other Enter goes to the next field.
 * @param names of the fields where an object begins, by what its label says
 */
export function goToScanned(
  event: KeyboardEvent<HTMLElement>,
  draft: Pick<Draft, "write">,
  names: ReadonlyMap<string, string>,
): void {
  const { key, target } = event;
  const scanned = target instanceof HTMLInputElement ? target.value.trim().toLowerCase() : "";
  const name = key === "Enter" ? names.get(scanned) : undefined;
  if (name === undefined || !(target instanceof HTMLInputElement)) {
    goToNextField(event);
    return;
  }
  event.preventDefault();
  if (target.id.startsWith(FIELD)) draft.write(target.id.slice(FIELD.length), "");
  document.getElementById(fieldId(name))?.focus();
}
