// The one or two lines of a turn: measured while typed, sent once, then cleared.
import { useCallback, useRef, useState, type RefObject } from "react";
import type { Typed, VaultAnswer } from "../../electron/bridge/passphrase.ts";
import { look, lackOfNew, lackOfOpen, NOTHING, type Lack, type Looked } from "./readiness.ts";
import type { Refusal } from "./refused.ts";
import { useStrength } from "./strength.ts";
import type { Turn } from "./turn-port.ts";

type VaultFault = Exclude<VaultAnswer, { readonly ok: true }>;

/** The phase of the turn. `gone`: nobody accepts the text any more. */
export type Phase = "typing" | "sent" | "taken" | "left" | "gone";

/** What both kinds of turn share. The characters themselves stay in the lines. */
export interface Lines {
  readonly first: RefObject<HTMLInputElement | null>;
  readonly second: RefObject<HTMLInputElement | null>;
  readonly looked: Looked;
  readonly strength: ReturnType<typeof useStrength>["strength"];
  readonly lack: Lack | null;
  readonly phase: Phase;
  readonly note: Refusal | null;
  readonly fault: VaultFault | null;
  readonly changed: () => void;
  readonly refused: (why: Refusal) => void;
  readonly clear: () => void;
  readonly use: () => void;
  readonly leave: () => void;
}

/** The lines of one turn. */
export function useLines({ about, send }: Turn): Lines {
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const [looked, setLooked] = useState<Looked>(NOTHING);
  const [note, setNote] = useState<Refusal | null>(null);
  const [fault, setFault] = useState<VaultFault | null>(null);
  const { strength, changed: measure } = useStrength(first);
  const { phase, phaseNow, go } = usePhase();
  const isNew = about.purpose === "new";
  const lackOf = (now: Looked): Lack | null =>
    isNew ? lackOfNew(now, strength, about) : lackOfOpen(now, about);

  const changed = useCallback(() => {
    setNote(null);
    setLooked(look(first.current?.value ?? "", second.current?.value ?? ""));
    if (isNew) measure();
  }, [isNew, measure]);
  const empty = useCallback(() => {
    for (const { current } of [first, second]) if (current !== null) current.value = "";
    changed();
  }, [changed]);
  const clear = useCallback(() => {
    empty();
    setFault(null);
    first.current?.focus();
  }, [empty]);
  const refused = useCallback((why: Refusal) => setNote(why), []);

  const use = (): void => {
    const typed: Typed = isNew
      ? { passphrase: first.current?.value ?? "", again: second.current?.value ?? "" }
      : { passphrase: first.current?.value ?? "" };
    const lack = lackOf(look(typed.passphrase, typed.again ?? ""));
    if (phaseNow() !== "typing" || lack !== null) return;
    go("sent");
    const answered = send(typed);
    empty();
    setFault(null);
    void answered.then((answer) => {
      if (phaseNow() !== "sent") return;
      if (answer === null) {
        go("gone");
      } else if ("ok" in answer) {
        go("taken");
        window.passphrase.done(true);
      } else {
        go("typing");
        setFault(answer);
        first.current?.focus();
      }
    });
  };
  const leave = (): void => {
    if (phaseNow() === "taken" || phaseNow() === "left") return;
    empty();
    go("left");
    window.passphrase.done(false);
  };
  return {
    first,
    second,
    looked,
    strength,
    lack: lackOf(looked),
    phase,
    note,
    fault,
    changed,
    refused,
    clear,
    use,
    leave,
  };
}

/** The phase, current even between two renders: a second press must not send again. */
function usePhase(): {
  readonly phase: Phase;
  readonly phaseNow: () => Phase;
  readonly go: (to: Phase) => void;
} {
  const [phase, setPhase] = useState<Phase>("typing");
  const now = useRef<Phase>("typing");
  const go = useCallback((to: Phase) => {
    now.current = to;
    setPhase(to);
  }, []);
  return { phase, phaseNow: () => now.current, go };
}
