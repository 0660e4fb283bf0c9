// Runs the operating system's own tools: by absolute path, no shell, limited in time and size.
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { toolEnvironment } from "../../disk/own-environment.ts";
import { fault } from "../shared/faults.ts";

export type Tool =
  | "lsblk"
  | "findmnt"
  | "blkid"
  | "udisksctl"
  | "umount"
  | "sync"
  | "diskutil"
  | "powershell";

/** The output of a tool. Neither text ever leaves this folder. */
export interface ToolAnswer {
  readonly exit: number;
  readonly output: string;
  readonly complaint: string;
}

/** The computer as this folder sees it; tests give recorded answers instead. */
export interface DriveSources {
  readonly platform: "linux" | "darwin" | "win32";
  readonly has: (tool: Tool) => boolean;
  /** @throws Fault E-DRIVES-TOOL if the tool is missing, too slow, or prints too much */
  readonly run: (tool: Tool, args: readonly string[]) => Promise<ToolAnswer>;
  /** The space for an unprivileged program; null if unknown. */
  readonly freeBytes: (folder: string) => Promise<number | null>;
  /** What is in an MMC slot of Linux: "SD" for a card, "MMC" for soldered memory. */
  readonly cardKind: (disk: string) => string | null;
}

/** How long a tool may take, in milliseconds, and how many characters it may print. */
export interface Bounds {
  readonly ms: number;
  readonly characters: number;
}

const BOUNDS: Bounds = { ms: 10_000, characters: 4 * 1024 * 1024 };

/** This computer. @throws Fault E-DRIVES-TOOL on a system without an adapter here */
export function systemSources(): DriveSources {
  const { platform } = process;
  if (platform !== "linux" && platform !== "darwin" && platform !== "win32") {
    throw fault("E-DRIVES-TOOL");
  }
  return {
    platform,
    has: (tool) => pathOf(tool) !== null,
    run: async (tool, args) => {
      const path = pathOf(tool);
      if (path === null) throw fault("E-DRIVES-TOOL");
      return runFile(path, args);
    },
    freeBytes,
    cardKind,
  };
}

/** Runs one program by its path. @throws Fault E-DRIVES-TOOL */
export const runFile = (
  path: string,
  args: readonly string[],
  { ms, characters }: Bounds = BOUNDS,
): Promise<ToolAnswer> =>
  new Promise((resolve, reject) => {
    const giveUp = (): void => {
      child.kill("SIGKILL");
      // A program stuck on a broken drive cannot even be killed, so it is not waited for.
      child.stdout?.destroy();
      child.stderr?.destroy();
      child.unref();
      reject(fault("E-DRIVES-TOOL"));
    };
    const child = execFile(
      path,
      args,
      { env: environment(), maxBuffer: characters, shell: false, windowsHide: true },
      (error, output, complaint) => {
        clearTimeout(timer);
        const exit = error === null ? 0 : error.code;
        if (typeof exit === "number") resolve({ exit, output, complaint });
        else reject(fault("E-DRIVES-TOOL"));
      },
    );
    const timer = setTimeout(giveUp, ms);
    child.stdin?.end();
  });

/** Nothing of our environment except what Windows needs to start a program. */
function environment(): NodeJS.ProcessEnv {
  const kept = ["SystemRoot", "SystemDrive", "windir", "TEMP", "TMP", "USERPROFILE"];
  const windows = kept.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  if (process.platform === "win32") return Object.fromEntries(windows) as NodeJS.ProcessEnv;
  return toolEnvironment();
}

/** The tool's absolute path; the parent's search path is not trusted. */
function pathOf(tool: Tool): string | null {
  if (tool === "powershell") {
    const root = process.env["SystemRoot"] ?? "C:\\Windows";
    return there(join(root, "System32", "WindowsPowerShell", "v1.0", "powershell.exe"));
  }
  const folders = ["/usr/bin", "/bin", "/usr/sbin", "/sbin"];
  return folders.map((folder) => there(`${folder}/${tool}`)).find((path) => path !== null) ?? null;
}

const there = (path: string): string | null => (existsSync(path) ? path : null);

async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

function cardKind(disk: string): string | null {
  if (!/^mmcblk\d{1,3}$/.test(disk)) return null;
  try {
    return readFileSync(`/sys/block/${disk}/device/type`, "utf8").trim();
  } catch {
    return null;
  }
}
