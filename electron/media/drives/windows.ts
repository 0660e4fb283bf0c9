// Windows: removable drives, from PowerShell's tables of volumes, partitions and disks.
import type { Json, JsonObject } from "../../../crypto/index.ts";
import { fault } from "../shared/faults.ts";
import { showable, type Drive, type Wanted } from "./drive.ts";
import { bytesIn, readObject, rowsOf, textIn, stringOf } from "./form.ts";
import type { DriveSources } from "./tools.ts";

/** How PowerShell is started: no profile of the user's, no questions. */
export const POWERSHELL = ["-NoLogo", "-NoProfile", "-NonInteractive", "-Command"] as const;

// One start for all tables: it takes a second each time. Only single quotes: the text goes through
// Windows' own quoting rules. DriveType 2 is removable, 3 fixed (large sticks), 4 network.
const TABLES = [
  "$ErrorActionPreference = 'Stop'",
  "[Console]::OutputEncoding = New-Object System.Text.UTF8Encoding $false",
  "$logical = Get-CimInstance Win32_LogicalDisk"
    + " -Filter 'DriveType=2 OR DriveType=3 OR DriveType=4' | Select-Object DeviceID, DriveType,"
    + " ProviderName, VolumeName, VolumeSerialNumber, FileSystem, Size, FreeSpace",
  "$volumes = Get-Volume | Select-Object DriveLetter, UniqueId",
  "$partitions = Get-Partition | Select-Object DriveLetter, DiskNumber, IsReadOnly",
  "$disks = Get-Disk | Select-Object Number, BusType, IsSystem, IsBoot, IsReadOnly",
  "ConvertTo-Json -Compress -Depth 3 -InputObject @{ logical = $logical; volumes = $volumes;"
    + " partitions = $partitions; disks = $disks }",
].join("; ");

/** Names of MSFT_Disk's BusType, and its numbers. */
const BUSES: Readonly<Record<string, "usb" | "sd" | undefined>> = {
  USB: "usb",
  "7": "usb",
  SD: "sd",
  "12": "sd",
};

/** @throws Fault E-DRIVES-TOOL, E-DRIVES-FORM */
export async function listWindows(
  sources: DriveSources,
  { redirected = false }: Wanted,
): Promise<readonly Drive[]> {
  const { exit, output } = await sources.run("powershell", [...POWERSHELL, TABLES]);
  if (exit !== 0) throw fault("E-DRIVES-TOOL");
  const said = readObject(output);
  const tables: Tables = {
    volumes: rows(said["volumes"]),
    partitions: rows(said["partitions"]),
    disks: rows(said["disks"]),
  };
  return rows(said["logical"]).flatMap((row) => {
    const drive = row["DriveType"] === 4 ? redirectedOf(row) : driveOf(row, tables);
    return drive === null || (drive.kind === "redirected" && !redirected) ? [] : [drive];
  });
}

interface Tables {
  readonly volumes: readonly JsonObject[];
  readonly partitions: readonly JsonObject[];
  readonly disks: readonly JsonObject[];
}

/** PowerShell writes one object directly, several as an array, and none as nothing. */
const rows = (value: Json | undefined): readonly JsonObject[] =>
  value === undefined || value === null ? [] : rowsOf(Array.isArray(value) ? value : [value]);

function driveOf(row: JsonObject, { volumes, partitions, disks }: Tables): Drive | null {
  const letter = letterOf(row);
  const partition = partitions.find((one) => one["DriveLetter"] === letter);
  const number = numberIn(partition, "DiskNumber");
  const disk = disks.find((one) => number !== null && one["Number"] === number);
  const bus = BUSES[numberIn(disk, "BusType") ?? textIn(disk ?? {}, "BusType") ?? ""];
  const serial = serialOf(row);
  const fileSystem = textIn(row, "FileSystem");
  if (letter === null || disk === undefined || bus === undefined) return null;
  if (serial === null || fileSystem === null) return null;
  if (disk["IsSystem"] !== false || disk["IsBoot"] !== false) return null;
  const volume = volumes.find((one) => one["DriveLetter"] === letter);
  return {
    kind: "removable",
    volume: serial,
    device: volume === undefined ? `${letter}:` : stringOf(volume, "UniqueId"),
    disk: `\\\\.\\PHYSICALDRIVE${number ?? 0}`,
    mount: `${letter}:\\`,
    label: showable(textIn(row, "VolumeName") ?? ""),
    fileSystem: showable(fileSystem),
    bytes: bytesIn(row, "Size") ?? 0,
    freeBytes: bytesIn(row, "FreeSpace"),
    readOnly: partition?.["IsReadOnly"] !== false || disk["IsReadOnly"] !== false,
    bus,
  };
}

/** A drive that a remote desktop redirects; other network drives are not listed at all. */
function redirectedOf(row: JsonObject): Drive | null {
  const letter = letterOf(row);
  const provider = textIn(row, "ProviderName") ?? "";
  if (letter === null || !/^\\\\tsclient\\/i.test(provider)) return null;
  return {
    kind: "redirected",
    volume: serialOf(row) ?? `redirected:${letter}`,
    device: `${letter}:`,
    disk: `${letter}:`,
    mount: `${letter}:\\`,
    label: showable(textIn(row, "VolumeName") ?? provider),
    fileSystem: showable(textIn(row, "FileSystem") ?? ""),
    bytes: bytesIn(row, "Size") ?? 0,
    freeBytes: bytesIn(row, "FreeSpace"),
    readOnly: false,
    bus: "network",
  };
}

function numberIn(row: JsonObject | undefined, member: string): number | null {
  const value = row?.[member];
  return typeof value === "number" ? value : null;
}

const letterOf = (row: JsonObject): string | null =>
  /^([A-Z]):$/.exec(stringOf(row, "DeviceID"))?.[1] ?? null;

/** 7A3F1C22 as 7A3F-1C22, so that FAT's serial is the same as on Linux. */
function serialOf(row: JsonObject): string | null {
  const serial = /^([0-9A-F]{4})([0-9A-F]{4})$/.exec(textIn(row, "VolumeSerialNumber") ?? "");
  return serial === null ? null : `${serial[1] ?? ""}-${serial[2] ?? ""}`;
}
