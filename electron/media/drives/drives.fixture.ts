// Computers made of recorded answers, for tests.
import { readFileSync } from "node:fs";
import type { DriveSources, Tool, ToolAnswer } from "./tools.ts";

/** One of the texts in `recorded/`. */
export const recorded = (name: string): string =>
  readFileSync(new URL(`recorded/${name}`, import.meta.url), "utf8");

export const said = (output: string): ToolAnswer => ({ exit: 0, output, complaint: "" });
export const failed = (exit: number, complaint = ""): ToolAnswer => ({
  exit,
  output: "",
  complaint,
});

/** A computer with these answers of its tools; a tool without an answer is missing. */
export function computer(
  platform: DriveSources["platform"],
  answers: Partial<Record<Tool, (args: readonly string[]) => ToolAnswer>>,
  others: Partial<DriveSources> = {},
): DriveSources & { readonly asked: readonly string[] } {
  const asked: string[] = [];
  return {
    platform,
    has: (tool) => answers[tool] !== undefined,
    run: async (tool, args) => {
      asked.push([tool, ...args].join(" "));
      const answer = answers[tool];
      if (answer === undefined) throw new Error(`${tool} was asked`);
      return answer(args);
    },
    freeBytes: async () => 1234,
    cardKind: (disk) => (disk === "mmcblk0" ? "SD" : "MMC"),
    ...others,
    asked,
  };
}

/** A Linux computer by the name of its two records. */
export const linux = (name: string): ReturnType<typeof computer> =>
  computer("linux", {
    lsblk: () => said(recorded(`${name}.lsblk.json`)),
    findmnt: () => said(recorded(`${name}.findmnt.json`)),
  });

export const windows = (name: string): ReturnType<typeof computer> =>
  computer("win32", { powershell: () => said(recorded(`windows-${name}.json`)) });

export const mac = (list: string): ReturnType<typeof computer> =>
  computer("darwin", {
    diskutil: (args) =>
      said(recorded(args[0] === "list" ? `mac-${list}.plist` : `mac-info-${args[2] ?? ""}.plist`)),
  });
