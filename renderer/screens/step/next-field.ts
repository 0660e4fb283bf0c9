// Enter goes to the next field of a form: whoever types reads numbers aloud, and looks elsewhere.
import type { KeyboardEvent } from "react";

/** On a form's element: Enter in a field moves to the next one; in the last one it stays. */
export function goToNextField(event: KeyboardEvent<HTMLElement>): void {
  const { key, target, currentTarget } = event;
  if (key !== "Enter" || !(target instanceof HTMLInputElement) || target.type !== "text") return;
  event.preventDefault();
  const fields = [...currentTarget.querySelectorAll<HTMLInputElement>("input[type=text]")];
  const next = fields[fields.indexOf(target) + 1];
  next?.focus();
  next?.select();
}
