// Projects of the compiler that differ from the table of rooms are refused.
import { describe, expect, test } from "vitest";
import { spell } from "../tidy.ts";
import { projects } from "./projects.ts";
import { COMMON, folderOf, ROOMS } from "./rooms.ts";

describe("projects", () => {
  const up = (folder: string): string => "../".repeat(folder.split("/").length);
  const rooms = Object.entries(ROOMS).map(([name, room]) => ({
    path: `${folderOf(name)}/tsconfig.json`,
    text: JSON.stringify({
      references: (COMMON.includes(name) ? [] : [...Object.keys(room.arrows), ...COMMON]).map(
        (to) => ({ path: `${up(folderOf(name))}${folderOf(to)}` }),
      ),
    }),
  }));
  const all = [...Object.keys(ROOMS).map(folderOf), "build", "build/tsconfig.tests.json", "e2e"];
  const references = all.map((path) => ({ path }));
  const root = { path: "tsconfig.json", text: JSON.stringify({ references }) };

  test("that follow the arrows are left alone", () => {
    expect(projects([...rooms, root])).toEqual([]);
  });

  test("that are missing, refer to too much or to too little are refused", () => {
    const media = '{"references":[{"path":"../main"}]}';
    const changed = rooms
      .filter(({ path }) => path !== "crypto/tsconfig.json")
      .map((file) =>
        file.path === "electron/media/tsconfig.json" ? { ...file, text: media } : file,
      );
    expect(projects([...changed, root]).map(spell)).toEqual([
      "crypto/tsconfig.json: is missing",
      "electron/media/tsconfig.json: does not refer to crypto",
      "electron/media/tsconfig.json: does not refer to electron/disk",
      "electron/media/tsconfig.json: does not refer to electron/text",
      "electron/media/tsconfig.json: refers to electron/main without an arrow",
    ]);
  });
});
