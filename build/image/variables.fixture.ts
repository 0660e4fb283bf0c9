// For tests: what another system left in a computer's firmware for the next start, and what its tables and
// its emulator say. Each would have a system write the mark to the serial port.
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { expect } from "vitest";

/** What only an attack that came through writes. */
export const MARK = "OWNED-BY-THE-COMPUTER";
const WRITES = `echo ${MARK} >/dev/ttyS0`;
/** Of the UEFI specification, and systemd's own. */
const GLOBAL = "8be4df61-93ca-11d2-aa0d-00e098032b8c";
const SYSTEMD = "8cf2644b-4b0b-428f-9387-6d876050dc67";
/** Kept, for the start and for the system. */
const ATTRIBUTES = 7;

/** SMBIOS, which systemd and its stub read. */
const STRINGS = [
  "type=11",
  `value=io.systemd.stub.kernel-cmdline-extra=systemd.run="/bin/sh -c '${WRITES}'"`,
  `value=io.systemd.credential:tmpfiles.extra=w /dev/ttyS0 - - - - ${MARK}`,
];
/** QEMU's words for that, and for the emulator's own table. */
export const STRANGE_WORDS = [
  ...["-smbios", STRINGS.map((part) => part.replaceAll(",", ",,")).join(",")],
  ...[
    "-fw_cfg",
    `name=opt/io.systemd.credentials/tmpfiles.extra,string=w /dev/ttyS0 - - - - ${MARK}`,
  ],
];

const text = (words: string): Buffer => Buffer.from(`${words}\0`, "utf16le");

/** Words for the system, as `bootctl systemd-efi-options` keeps them. */
const OPTIONS = text(`systemd.run="/bin/sh -c '${WRITES}'" systemd.run_success_action=none`);

/** The first USB socket of our computers by emulation: PciRoot(0x0)/Pci(0x2,0x0)/USB(0x0,0x0). */
const FIRST_STICK = Buffer.from("02010c00d041030a000000000101060000020305060000007fff0400", "hex");
/** An entry of the firmware's list that starts the stick there with words for the kernel. */
const ENTRY = (() => {
  const begin = Buffer.alloc(6);
  begin.writeUInt32LE(1);
  begin.writeUInt16LE(FIRST_STICK.length, 4);
  const words = `rdinit=/bin/sh console=ttyS0 -- -c "echo ${MARK}; exec /init"`;
  return Buffer.concat([begin, text("Debian"), FIRST_STICK, text(words)]);
})();

/**
 * Writes the variables of a firmware to which was added what would change the next start.
 * @param from the file of a firmware's variables @param to the new one
 * @param medium a stick is started next by an entry with words, which has the number 00AA
 */
export function strangeVariables(from: string, to: string, medium: "disc" | "stick"): void {
  const variables = [{ name: "SystemdOptions", guid: SYSTEMD, data: OPTIONS }];
  if (medium === "stick")
    variables.push(
      { name: "Boot00AA", guid: GLOBAL, data: ENTRY },
      { name: "BootNext", guid: GLOBAL, data: Buffer.of(0xaa, 0) },
    );
  const file = `${to}.json`;
  const listed = variables.map(({ name, guid, data }) => ({
    ...{ name, guid },
    ...{ attr: ATTRIBUTES, data: data.toString("hex") },
  }));
  writeFileSync(file, JSON.stringify({ version: 2, variables: listed }));
  const words = ["/usr/bin/virt-fw-vars", "--input", from, "--output", to, "--set-json", file];
  const { status, stderr } = spawnSync("/usr/bin/python3", words, { encoding: "utf8" });
  expect(status, stderr).toBe(0);
  rmSync(file);
}
