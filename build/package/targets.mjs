// What electron-builder makes of the packed app on each system, beside the folder itself.
import { Platform } from "electron-builder";

const NAME = "security-domain-ceremony";

/** The folder alone. */
export const THE_FOLDER = Platform.current().createTarget("dir");

/**
 * On Linux `tar.xz` and the Debian package are made by our own programs, because electron-builder
 * downloads its tools for them. Tried: the folder on Linux. Not tried, for want of the tools or the
 * system: AppImage, Windows, macOS.
 * @type {Readonly<Partial<Record<NodeJS.Platform, string[]>>>}
 */
const INSTALLERS = { linux: ["AppImage"], win32: ["zip", "nsis"], darwin: ["dmg", "zip"] };

/** @param {NodeJS.Platform} platform the one that this runs on */
export const installersFor = (platform) =>
  Platform.current().createTarget(INSTALLERS[platform] ?? ["dir"]);

/**
 * One block for each system and form.
 * @type {Pick<import("electron-builder").Configuration,
 *   "linux" | "win" | "mac" | "nsis" | "dmg" | "appImage">}
 */
export const SYSTEMS = {
  linux: {
    icon: "build/icon.png",
    executableName: NAME,
    category: "Utility",
    artifactName: "${name}-${version}-linux-${arch}.${ext}",
  },
  // The window alone starts from an AppImage; sd is in what --appimage-extract gives.
  appImage: { license: null },
  win: {
    icon: "build/icon.png",
    executableName: NAME,
    artifactName: "${name}-${version}-windows-${arch}.${ext}",
    // The program must remain the runtime's own, byte for byte, fuses aside: the app compares it.
    signAndEditExecutable: false,
  },
  nsis: {
    oneClick: false,
    perMachine: true,
    allowToChangeInstallationDirectory: false,
    // Records stay where they are.
    deleteAppDataOnUninstall: false,
    differentialPackage: false,
    artifactName: "${name}-${version}-windows-${arch}-setup.${ext}",
  },
  mac: {
    icon: "build/icon.png",
    category: "public.app-category.utilities",
    artifactName: "${name}-${version}-mac-${arch}.${ext}",
    // Without a certificate of Apple's. The reader allows it once, by a right click.
    identity: null,
    hardenedRuntime: false,
  },
  dmg: { writeUpdateInfo: false },
};
