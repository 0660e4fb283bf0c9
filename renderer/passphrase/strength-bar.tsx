// The strength of a new passphrase as a bar, with the required mark.
import type { PassphraseTurn } from "../../electron/bridge/passphrase.ts";
import { say } from "../text/say.ts";
import { isWeak, NEEDED_BITS, type Strength } from "./readiness.ts";
import styles from "./strength-bar.module.css";

/** Bits at the right end. The mark's position in the style sheet follows from both numbers. */
const FULL = 128;

interface StrengthBarProps {
  readonly strength: Strength;
  readonly mode: PassphraseTurn["mode"];
}

/** A bar; the words below it say the same. */
export function StrengthBar({ strength: { bits }, mode }: StrengthBarProps) {
  const words = said(bits);
  const filled = typeof bits === "number" ? Math.min(bits, FULL) : 0;
  return (
    <div className={styles["strength"]}>
      <div
        role="meter"
        aria-label={say("passphrase.strength.label")}
        aria-valuemin={0}
        aria-valuemax={FULL}
        aria-valuenow={filled}
        aria-valuetext={words}>
        <svg
          className={styles["bar"]}
          viewBox={`0 0 ${FULL} 16`}
          preserveAspectRatio="none"
          aria-hidden="true">
          <rect className={styles["frame"]} width={FULL} height="16" />
          <rect className={styles["fill"]} width={filled} height="16" />
          <path className={styles["over"]} d={`M${NEEDED_BITS} -4v24`} />
          <path className={styles["mark"]} d={`M${NEEDED_BITS} -4v24`} />
        </svg>
      </div>
      <p className={styles["words"]} aria-hidden="true">
        <span>
          {isWeak(bits) && mode === "REHEARSAL" ? say("passphrase.strength.allowed") : ""}
        </span>
        <span className={styles["needed"]}>
          {say("passphrase.strength.needed", { bits: NEEDED_BITS })}
        </span>
        <span className={styles["said"]} data-quiet={typeof bits !== "number"}>
          {words}
        </span>
      </p>
    </div>
  );
}

function said(bits: Strength["bits"]): string {
  if (bits === "none") return say("passphrase.strength.none");
  if (bits === "unknown") return say("passphrase.strength.unknown");
  return isWeak(bits)
    ? say("passphrase.strength.tooWeak", { bits })
    : say("passphrase.strength.enough", { bits });
}
