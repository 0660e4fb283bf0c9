// What the kernel is told, within the loader that starts it: nobody types anything there.

/**
 * @typedef {object} Layout where the system is on the medium, and how it is checked
 * @property {number} bytes of the whole image
 * @property {number} start of the system, in sectors of 512 bytes
 * @property {number} blocks of 4,096 bytes that the system has; its hash tree follows at once
 * @property {string} root of the hash tree, in hex
 */

/**
 * The kernel's words. The first system (`root/etc/initramfs-tools/scripts/station`) reads those that
 * begin with `sd.`, and takes what they describe from whatever medium has it, and nothing else.
 * @param {Layout} layout
 * @returns {string}
 */
export const kernelWords = ({ bytes, start, blocks, root }) =>
  [
    "boot=station",
    // Nobody gets a shell where something fails, and nothing by Alt+SysRq.
    "panic=-1",
    "sysctl.kernel.sysrq=0",
    // What other disks or the firmware would have the system do.
    "noresume",
    "systemd.swap=no",
    "systemd.gpt_auto=no",
    "systemd.import_credentials=no",
    // The firmware's variables are neither read nor written.
    "efi=noruntime",
    "quiet",
    "loglevel=3",
    "mitigations=auto",
    "init_on_free=1",
    "vt.global_cursor_default=0",
    `sd.bytes=${bytes}`,
    `sd.system=${start}:${blocks}:${root}`,
  ].join(" ");
