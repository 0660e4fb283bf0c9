// Which environment variables a process of ours gets: a list of names, each with its reason. Whatever
// else is set (DEBUG, NODE_DEBUG, AZURE_*, and what a library will read tomorrow) reaches none.
import process from "node:process";
import { safePath } from "./own-folder.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Every process: the system itself, and node. */
const EVERY = [
  // Where the system's own programs are.
  "PATH",
  "PATHEXT",
  // Whose files these are.
  "HOME",
  "USER",
  "LOGNAME",
  // In which language and at which hour.
  "LANG",
  "LANGUAGE",
  /^LC_[A-Z]+$/,
  "TZ",
  "TERM",
  // Where sockets and other temporary files are; only a folder that nobody else may change.
  "TMPDIR",
  "TMP",
  "TEMP",
  "XDG_RUNTIME_DIR",
  // Without these Windows starts no program, and finds no folder of the user's.
  "SYSTEMROOT",
  "SYSTEMDRIVE",
  "WINDIR",
  "COMSPEC",
  "OS",
  "USERNAME",
  "USERDOMAIN",
  "USERPROFILE",
  "HOMEDRIVE",
  "HOMEPATH",
  "APPDATA",
  "LOCALAPPDATA",
  "ALLUSERSPROFILE",
  "PUBLIC",
  "PROGRAMDATA",
  "PROGRAMFILES",
  "PROGRAMFILES(X86)",
  "PROGRAMW6432",
  "COMMONPROGRAMFILES",
  "COMMONPROGRAMFILES(X86)",
  "COMMONPROGRAMW6432",
  "COMPUTERNAME",
  "SESSIONNAME",
  "NUMBER_OF_PROCESSORS",
  "PROCESSOR_ARCHITECTURE",
] as const;

/** A process with a window, or one that opens the browser or asks az to sign in. */
const OUTWARD = [
  // Where the desktop is, and who is at it.
  "DISPLAY",
  "XAUTHORITY",
  "WAYLAND_DISPLAY",
  "DBUS_SESSION_BUS_ADDRESS",
  "AT_SPI_BUS_ADDRESS",
  "DESKTOP_SESSION",
  /^XDG_[A-Z_]+$/,
  // How it types and how large it shows.
  "XMODIFIERS",
  "GTK_IM_MODULE",
  "GDK_SCALE",
  "GDK_DPI_SCALE",
  "XCURSOR_THEME",
  "XCURSOR_SIZE",
  // Electron's own marks of the desktop.
  "CHROME_DESKTOP",
  "ORIGINAL_XDG_CURRENT_DESKTOP",
  // Only for az: where a person is signed in, and its proxy. Nothing of ours uses a proxy.
  "AZURE_CONFIG_DIR",
  "REQUESTS_CA_BUNDLE",
  /^(?:HTTPS?|NO|ALL)_PROXY$/,
] as const;

/** A folder that another user could exchange is worse than none. */
const FOLDERS: readonly string[] = ["TMPDIR", "TMP", "TEMP", "XDG_RUNTIME_DIR"];

/** `outward` has what `every` has, and more. */
export type Reach = "every" | "outward";

/** What a process of this reach is started with. */
export const environmentFor = (
  reach: Reach,
  from: Environment = process.env,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(from).flatMap(([name, value]) =>
      value !== undefined && isAllowed(reach, name, value) ? [[name, value]] : [],
    ),
  );

/** Takes everything else from this process, before any library reads it. */
export function keepOwnEnvironment(): void {
  const kept = environmentFor("outward");
  for (const name of Object.keys(process.env))
    if (!(name in kept)) Reflect.deleteProperty(process.env, name);
}

/** For the system's own tools: one language, and no custom search path. */
export const toolEnvironment = (): Record<string, string> => ({
  LC_ALL: "C",
  PATH: "/usr/bin:/bin:/usr/sbin:/sbin",
});

function isAllowed(reach: Reach, name: string, value: string): boolean {
  const names = reach === "every" ? EVERY : [...EVERY, ...OUTWARD];
  // Windows ignores case, and proxies are written either way.
  const isProxy = /_proxy$/i.test(name);
  const plain = process.platform === "win32" || isProxy ? name.toUpperCase() : name;
  const isListed = names.some((one) => (typeof one === "string" ? one === plain : one.test(plain)));
  return isListed && (!FOLDERS.includes(plain) || safePath(value) !== null);
}
