// The few icons, all of one family: square ends, one weight.
import styles from "./icon.module.css";

const SHAPES = {
  check: "M2.5 9.5 7 14 15.5 4",
  arrow: "M2 9h13M9.5 3.5 15 9l-5.5 5.5",
  ring: "M14.5 9a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0z",
  octagon: "M5.7 1h6.6L17 5.7v6.6L12.3 17H5.7L1 12.3V5.7zM5 9h8",
  clock: "M16.5 9a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0zM9 4.5V9l3 2.5",
  document: "M3.5 1.5h7l4 4v11h-11zM10 2v4h4.5",
  envelope: "M1.5 3.5h15v11h-15zM2 4l7 6 7-6",
  cross: "M3 3l12 12M15 3 3 15",
  left: "M11.5 3 5.5 9l6 6",
  right: "M6.5 3l6 6-6 6",
  home: "M1.5 9 9 2l7.5 7M4 7.5v8h10v-8M7.5 15.5v-5h3v5",
  help: "M16.5 9a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0zM6.7 7a2.3 2.3 0 1 1 3.4 2c-.8.4-1.1.9-1.1 1.7M9 12.4v1.4",
  room: "M1.5 2.5h15v9h-15zM9 11.5v3M4.5 16.5 9 14l4.5 2.5",
  camera: "M1.5 5h4L7 2.5h4L12.5 5h4v10h-15zM12 9.8a3 3 0 1 1-6 0 3 3 0 0 1 6 0z",
  dark: "M14.5 11.5A6.5 6.5 0 0 1 6.5 3.5a6.5 6.5 0 1 0 8 8z",
  language:
    "M16.5 9a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0zM1.5 9h15"
    + "M9 1.5c4.2 4.4 4.2 10.6 0 15c-4.2-4.4-4.2-10.6 0-15",
  light:
    "M12.5 9a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0zM9 .5v2M9 15.5v2M.5 9h2M15.5 9h2"
    + "M3 3l1.4 1.4M13.6 13.6 15 15M15 3l-1.4 1.4M4.4 13.6 3 15",
} as const;

export type IconName = keyof typeof SHAPES;

interface IconProps {
  readonly name: IconName;
  readonly size?: "s" | "m" | "l" | "xl";
  /** Its meaning; without it, the icon is decorative and not read out. */
  readonly label?: string;
}

/** One icon, in the colour of the text around it. */
export function Icon({ name, size = "s", label }: IconProps) {
  const named =
    label === undefined
      ? ({ "aria-hidden": true } as const)
      : ({ role: "img", "aria-label": label } as const);
  return (
    <svg className={`${styles["icon"]} ${styles[size]}`} viewBox="0 0 18 18" {...named}>
      <path d={SHAPES[name]} />
    </svg>
  );
}
