// The other language: main keeps it and loads the page that was built in it.
import { FRAME } from "../text/frame.ts";
import { answerQuietly } from "./action.ts";

/** Shows every window in the other language, from now on. */
export function changeLanguage(): void {
  void answerQuietly("language", { language: FRAME.other });
}
