// Lists the removable drives of this computer, whatever its system.
import { fault } from "../shared/faults.ts";
import type { Drive, Wanted } from "./drive.ts";
import { listLinux } from "./linux.ts";
import { listMac } from "./mac.ts";
import type { DriveSources } from "./tools.ts";
import { listWindows } from "./windows.ts";

/**
 * Every volume with an id on a removable USB or SD disk, mounted or not. Never a disk the system
 * runs from; never loop devices, memory, network or optical drives.
 * @throws Fault E-DRIVES-TOOL, E-DRIVES-FORM
 */
export async function listDrives(
  sources: DriveSources,
  wanted: Wanted = {},
): Promise<readonly Drive[]> {
  switch (sources.platform) {
    case "linux":
      return listLinux(sources, wanted);
    case "darwin":
      return listMac(sources);
    case "win32":
      return listWindows(sources, wanted);
    default:
      throw fault("E-DRIVES-TOOL");
  }
}
