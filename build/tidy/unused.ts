// What the table of rooms allows and no file makes use of: an arrow, a public file, a package,
// a module.
import { fits } from "./arrows.ts";
import { importsOf, type Import } from "./imports.ts";
import { folderOf, PLAIN, roomOf, ROOMS, type PublicFile, type Reach, type Room } from "./rooms.ts";
import { isCode, isTestSide, type Rule } from "./source.ts";

const TABLE = "build/tidy/rooms.ts";

/** One import of the product, by the room and the file that it is in. */
interface Use extends Import {
  readonly room: string;
  readonly file: string;
  /** The room and file that are imported; undefined for packages and node modules. */
  readonly there: ReturnType<typeof roomOf>;
}

/** Every entry of the table of rooms without which all imports of the product were allowed, too. */
export const unused: Rule = (files) => unusedIn(ROOMS, PLAIN)(files);

/** The rule for any table. @param plain node modules that rooms have in common */
export const unusedIn =
  (rooms: Readonly<Record<string, Room>>, plain: readonly string[]): Rule =>
  (files) => {
    const uses = files
      .filter(({ path }) => isCode(path) && !isTestSide(path))
      .flatMap((file) => {
        const place = roomOf(file.path);
        return place === undefined
          ? []
          : importsOf(file).map((one): Use => ({
              ...one,
              ...place,
              there: one.kind === "file" ? roomOf(one.target) : undefined,
            }));
      });
    const says = Object.entries(rooms).flatMap(([name, room]) => {
      const own = uses.filter((use) => use.room === name);
      return [
        ...idleArrows(name, room, own),
        ...idlePublicFiles(
          name,
          room,
          uses.filter(({ there }) => there?.room === name),
        ),
        ...idleReach(name, room, own, plain),
        ...Object.entries(room.narrow ?? {}).flatMap(([pattern, reach]) =>
          idleReach(
            `${folderOf(name)}/${pattern}`,
            reach,
            own.filter(({ file }) => fits(pattern, file)),
            [],
          ),
        ),
      ];
    });
    const idlePlain = plain
      .filter((module) => !uses.some((use) => isOf(use, "node", module)))
      .map((module) => `no room uses node:${module}`);
    return [...says, ...idlePlain].map((one) => ({ path: TABLE, line: 0, says: one }));
  };

function idleArrows(name: string, { arrows }: Room, own: readonly Use[]): readonly string[] {
  return Object.entries(arrows).flatMap(([to, arrow]) => {
    const there = own.filter((use) => use.there?.room === to);
    if (there.length === 0) return [`${name} does not import ${to}`];
    const isTooWide = arrow === "uses" && there.every(({ typesOnly }) => typesOnly);
    return isTooWide ? [`${name} imports only types of ${to}`] : [];
  });
}

function idlePublicFiles(
  name: string,
  { publicFiles, shared = [] }: Room,
  entered: readonly Use[],
): readonly string[] {
  const [within, without] = [
    entered.filter(({ room }) => room === name),
    entered.filter(({ room }) => room !== name),
  ];
  const through = (uses: readonly Use[], file: string): readonly Use[] =>
    uses.filter(({ there }) => there?.file === file);
  return [
    ...shared
      .filter((file) => through(within, file).length === 0)
      .map((file) => `files of ${name} do not share ${file}`),
    ...(publicFiles === "any" ? [] : publicFiles).flatMap((entry) =>
      idlePublicFile(name, entry, through(without, entry.file)),
    ),
  ];
}

function idlePublicFile(
  name: string,
  { file, only }: PublicFile,
  entered: readonly Use[],
): readonly string[] {
  if (entered.length === 0) return [`nobody enters ${name} through ${file}`];
  return (only ?? [])
    .filter((room) => !entered.some((use) => use.room === room))
    .map((room) => `${room} does not enter ${name} through ${file}`);
}

function idleReach(
  name: string,
  { packages, node }: Partial<Reach>,
  own: readonly Use[],
  plain: readonly string[],
): readonly string[] {
  return [
    ...(packages ?? [])
      .filter((one) => !own.some((use) => isOf(use, "package", one)))
      .map((one) => `${name} does not use the package ${one}`),
    ...(node ?? [])
      .filter((one) => !plain.includes(one) && !own.some((use) => isOf(use, "node", one)))
      .map((one) => `${name} does not use node:${one}`),
  ];
}

const isOf = ({ kind, target }: Import, wanted: Import["kind"], name: string): boolean =>
  kind === wanted && (target === name || (kind === "package" && target.startsWith(`${name}/`)));
