// Who may import whom: the table of rooms, applied to every import of every room.
import { importsOf, type Import } from "./imports.ts";
import { COMMON, folderOf, roomOf, ROOMS, type PublicFile, type Room } from "./rooms.ts";
import { isCode, isTestSide, type Finding, type Rule, type SourceText } from "./source.ts";

/** Arrows, public files, packages and node modules of all rooms. Tests may reach everywhere. */
export const arrows: Rule = (files) =>
  files.filter(({ path }) => isCode(path) && !isTestSide(path)).flatMap(inOneFile);

function inOneFile(source: SourceText): readonly Finding[] {
  const place = roomOf(source.path);
  const room = place === undefined ? undefined : ROOMS[place.room];
  if (place === undefined || room === undefined) {
    const inside = source.path.startsWith("electron/");
    return inside ? [{ path: source.path, line: 0, says: "stands in no room of the table" }] : [];
  }
  return importsOf(source).flatMap((one): readonly Finding[] => {
    const says = refuse(place.room, room, place.file, one);
    return says === undefined ? [] : [{ path: source.path, line: one.line, says }];
  });
}

function refuse(name: string, room: Room, file: string, one: Import): string | undefined {
  switch (one.kind) {
    case "computed":
      return "imports something computed; name it";
    case "package":
      return allows(room, file, "packages", one.target)
        ? undefined
        : `${name} may not use the package ${one.target} here`;
    case "node":
      return allows(room, file, "node", one.target)
        ? undefined
        : `${name} may not use node:${one.target} here`;
    case "file":
      return refuseFile(name, room, one);
  }
}

function allows(room: Room, file: string, what: "packages" | "node", target: string): boolean {
  const narrow = Object.entries(room.narrow ?? {}).filter(([pattern]) => fits(pattern, file));
  const allowed = [...room[what], ...narrow.flatMap(([, more]) => more[what] ?? [])];
  return allowed.some(
    (entry) => target === entry || (what === "packages" && target.startsWith(`${entry}/`)),
  );
}

function refuseFile(name: string, room: Room, { target, typesOnly }: Import): string | undefined {
  if (!/\.(tsx?|yaml|css)$/.test(target)) return "an import names its file with its ending";
  if (isTestSide(target)) return "only tests import what belongs to tests";
  const there = roomOf(target);
  if (there === undefined) return "rooms do not import from outside the rooms";
  if (there.room === name) return refuseNeighbour(name, room, there.file);
  const arrow = COMMON.includes(there.room)
    ? "uses"
    : Object.hasOwn(room.arrows, there.room)
      ? room.arrows[there.room]
      : undefined;
  if (arrow === undefined) return `${name} may not import ${there.room}`;
  if (arrow === "types" && !typesOnly) return `${name} may import only types of ${there.room}`;
  const publicFiles = ROOMS[there.room]?.publicFiles ?? [];
  return publicFiles === "any"
    ? undefined
    : refusePublicFile(name, there.room, publicFiles, there.file);
}

function refuseNeighbour(name: string, room: Room, file: string): string | undefined {
  if (room.shared === undefined || room.shared.includes(file)) return undefined;
  return `files of ${name} do not import each other, only ${room.shared.join(", ")}`;
}

function refusePublicFile(
  name: string,
  there: string,
  publicFiles: readonly PublicFile[],
  file: string,
): string | undefined {
  const entry = publicFiles.find((one) => one.file === file);
  if (entry === undefined) {
    const open = publicFiles.map((one) => `${folderOf(there)}/${one.file}`).join(", ");
    return `${there} is entered only through its public files: ${open || "it has none"}`;
  }
  const open = (entry.only?.includes(name) ?? true) && !(entry.but?.includes(name) ?? false);
  return open ? undefined : `${name} may not enter ${there} through ${file}`;
}

/** Whether a file of a room is meant by the pattern of a narrow place. */
export function fits(pattern: string, file: string): boolean {
  const [before = "", after] = pattern.split("*");
  if (after === undefined) return file === pattern;
  return file.startsWith(before) && file.endsWith(after) && !file.includes("/");
}
