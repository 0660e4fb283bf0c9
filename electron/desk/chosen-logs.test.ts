// Files of Azure's log, chosen again and again; the window has names, and no path.
import { describe, expect, it } from "vitest";
import { codeOf } from "../../crypto/code-of.fixture.ts";
import { ChosenLogs } from "./chosen-logs.ts";

/** What people choose, one after the other; null where they close the dialog. */
function chosen(...choices: readonly (readonly string[] | null)[]) {
  const logs = new ChosenLogs();
  const left = [...choices];
  const choose = async (): Promise<readonly string[] | null> => left.shift() ?? null;
  const change = (what: "files" | "folders" | "remove" | "none", number = 0) =>
    logs.change({ change: what, number }, choose);
  return { logs, change };
}
const many = (count: number, folder = "/logs") =>
  Array.from({ length: count }, (_, i) => `${folder}/${i}.json`);

describe("the chosen files of Azure's log", () => {
  it("are added as often as people like, from several folders, and each once", async () => {
    const { logs, change } = chosen(["/a/h=00/PT1H.json"], null, ["/a/h=01/PT1H.json"], ["/b"]);
    await change("files");
    await change("files");
    await change("files");
    expect(await change("folders")).toEqual([
      { kind: "file", name: "h=00/PT1H.json", more: 0 },
      { kind: "file", name: "h=01/PT1H.json", more: 0 },
      { kind: "folder", name: "b", more: 0 },
    ]);
    expect(logs.paths).toEqual(["/a/h=00/PT1H.json", "/a/h=01/PT1H.json", "/b"]);
    const same = chosen(["/a/1", "/a/1"], ["/a/1", "/a/2"]);
    await same.change("files");
    expect(await same.change("files")).toHaveLength(2);
    expect(same.logs.paths).toEqual(["/a/1", "/a/2"]);
  });

  it("are taken out one by one, or all", async () => {
    const { logs, change } = chosen(many(3), many(21, "/hours"));
    await change("files");
    expect(await change("files")).toHaveLength(4);
    expect((await change("remove", 1)).map(({ name }) => name)).toEqual([
      "logs/0.json",
      "logs/2.json",
      "hours/0.json",
    ]);
    expect(await change("remove", 9)).toHaveLength(3);
    await change("remove", 2);
    expect(logs.paths).toEqual(["/logs/0.json", "/logs/2.json"]);
    expect(await change("none")).toEqual([]);
    expect(logs.paths).toEqual([]);
  });

  it("are one row where more than 20 are chosen at once, and no more than 200 rows", async () => {
    const { logs, change } = chosen(many(20), many(744, "/month"));
    expect(await change("files")).toHaveLength(20);
    expect((await change("files")).at(-1)).toEqual({
      kind: "file",
      name: "month/0.json",
      more: 743,
    });
    expect(logs.paths).toHaveLength(764);
    const folders = chosen(many(200), many(1, "/one"));
    await folders.change("folders");
    expect(await codeOf(() => folders.change("folders"))).toBe("E-AUDIT-FILES");
    expect(folders.logs.paths).toHaveLength(200);
  });

  it("have printable names, and short ones", async () => {
    const { change } = chosen([`/tmp\u202e/${"x".repeat(300)}.json`, "/\u001b[2J"]);
    const [long, odd] = await change("files");
    expect(long!.name).toMatch(/^x{95}\.json$/);
    expect(odd!.name).toBe("?[2J");
  });
});
