// A text as a QR code, so that nobody has to type it elsewhere.
import { useMemo } from "react";
import { encode } from "uqr";
import styles from "./qr-code.module.css";

/** Light modules around it, as the standard (ISO/IEC 18004) asks. */
const QUIET = 4;

interface QrCodeProps {
  readonly text: string;
  /** Its content, in words. */
  readonly label: string;
}

/** Dark on light even in the dark theme: not every scanner reads inverted codes. */
export function QrCode({ text, label }: QrCodeProps) {
  const { size, path } = useMemo(() => drawn(text), [text]);
  return (
    <svg
      className={styles["code"]}
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges">
      <rect width={size} height={size} className={styles["light"]} />
      <path d={path} className={styles["dark"]} />
    </svg>
  );
}

function drawn(text: string): { readonly size: number; readonly path: string } {
  const { data } = encode(text, { ecc: "M", border: QUIET });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return { size: data.length, path: squares.join("") };
}
