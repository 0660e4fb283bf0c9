// The keyboard's state: Caps Lock, and the layout of its letters.
import { useEffect, useState } from "react";
import { nameLayout, type Layout } from "../text/keyboard-layout.ts";

export type CapsLock = "on" | "off" | "unknown";

/** Caps Lock, known after the first key or mouse event. */
export function useCapsLock(): CapsLock {
  const [state, setState] = useState<CapsLock>("unknown");
  useEffect(() => {
    const read = (event: KeyboardEvent | MouseEvent): void =>
      setState(event.getModifierState("CapsLock") ? "on" : "off");
    // Also on release: some systems report the new state only then.
    const kinds = ["keydown", "keyup", "mousedown", "mousemove"] as const;
    for (const kind of kinds) window.addEventListener(kind, read, true);
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, read, true);
    };
  }, []);
  return state;
}

/** Whether keys go elsewhere: from the moment the window loses the keyboard until it has it again. */
export function useKeysElsewhere(): boolean {
  const [isElsewhere, setElsewhere] = useState(false);
  useEffect(() => {
    const away = (): void => setElsewhere(true);
    const back = (): void => setElsewhere(false);
    window.addEventListener("blur", away);
    window.addEventListener("focus", back);
    return () => {
      window.removeEventListener("blur", away);
      window.removeEventListener("focus", back);
    };
  }, []);
  return isElsewhere;
}

/** The used part of the Keyboard Map API (WICG); not every system has it. */
interface Keyboard {
  readonly getLayoutMap: () => Promise<ReadonlyMap<string, string>>;
}

/** The layout, read again whenever the window gets the focus. */
export function useLayout(): Layout {
  const [layout, setLayout] = useState<Layout>({ kind: "unknown" });
  useEffect(() => {
    const { keyboard } = navigator as Navigator & { readonly keyboard?: Keyboard };
    const read = (): void => {
      keyboard?.getLayoutMap().then(
        (map) => setLayout(nameLayout((code) => map.get(code))),
        () => setLayout({ kind: "unknown" }),
      );
    };
    read();
    window.addEventListener("focus", read);
    return () => window.removeEventListener("focus", read);
  }, []);
  return layout;
}
