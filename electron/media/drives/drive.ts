// What a drive is: one file system on a disk that can be pulled out.

/** One volume on a removable disk, as the operating system tells it at one moment. */
export interface Drive {
  /** "redirected": a folder of another computer that a remote desktop shows as a drive. */
  readonly kind: "removable" | "redirected";
  /** What tells this volume from every other: the file system's UUID; on Windows its serial. */
  readonly volume: string;
  /** The volume's own device: /dev/sdb1, a volume's GUID path on Windows. */
  readonly device: string;
  /** The whole disk it lies on; ejecting goes for all of it. */
  readonly disk: string;
  /** The folder where its files are now; null while the system has not opened it. */
  readonly mount: string | null;
  /** What a person named it: only to be shown, free of anything but plain characters. */
  readonly label: string;
  /** As the system spells it: vfat, exfat, crypto_LUKS (still locked), FAT32. */
  readonly fileSystem: string;
  readonly bytes: number;
  readonly freeBytes: number | null;
  readonly readOnly: boolean;
  readonly bus: "usb" | "sd" | "network";
}

/** What to list besides removable drives. */
export interface Wanted {
  /** Drives that a remote desktop redirects, too. They are never media of a ceremony. */
  readonly redirected?: boolean;
}

/** No label is longer, in characters. */
const LABEL_MAX = 64;

/** A label to be shown: no control, format or unassigned characters (some turn text round). */
export function showable(label: string): string {
  const plain = label.replace(/[\p{C}\p{Zl}\p{Zp}\uFFFD]/gu, "").trim();
  return [...plain].slice(0, LABEL_MAX).join("");
}
