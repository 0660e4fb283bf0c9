// What is copied to the clipboard, and a clipboard that does not take it.
import { fault } from "./faults.ts";
import type { DeskOptions } from "./options.ts";

/** It is on the clipboard when this returns. @throws Fault E-DESK-COPY */
export async function copied(text: string, { copy }: Pick<DeskOptions, "copy">): Promise<void> {
  await copy(text).catch(() => {
    throw fault("E-DESK-COPY");
  });
}
