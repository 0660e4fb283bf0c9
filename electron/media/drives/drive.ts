// A drive: one file system on a removable disk.

/** One volume on a removable disk, as the operating system reports it at one time. */
export interface Drive {
  /** "redirected": a folder of another computer that a remote desktop shows as a drive. */
  readonly kind: "removable" | "redirected";
  /** Identifies this volume: the file system's UUID; on Windows its serial number. */
  readonly volume: string;
  /** The volume's own device: /dev/sdb1, a volume's GUID path on Windows. */
  readonly device: string;
  /** The whole disk that it is on, which is what gets ejected. */
  readonly disk: string;
  /** The folder of its files; null if the system has not mounted it. */
  readonly mount: string | null;
  /** The name that a person gave it: only shown, and reduced to plain characters. */
  readonly label: string;
  /** The system's own name: vfat, exfat, crypto_LUKS (still locked), FAT32. */
  readonly fileSystem: string;
  readonly bytes: number;
  readonly freeBytes: number | null;
  readonly readOnly: boolean;
  readonly bus: "usb" | "sd" | "network";
}

/** What to list besides removable drives. */
export interface Wanted {
  /** Also drives that a remote desktop redirects. They are never media of a ceremony. */
  readonly redirected?: boolean;
}

/** No label is longer, in characters. */
const LABEL_MAX = 64;

/** A label to be shown: no control, format or unassigned characters (some reverse text). */
export function showable(label: string): string {
  const plain = label.replace(/[\p{C}\p{Zl}\p{Zp}\uFFFD]/gu, "").trim();
  return [...plain].slice(0, LABEL_MAX).join("");
}
