// Removable media: folders or drives, each with a marker. See FORMAT.md.
export { readMarker, type Mode } from "./marker.ts";
export { findMedium, checkMedium, type Expected, type Medium } from "./medium.ts";
export { mediumAt, prepareMedium } from "./prepare.ts";
export { checkName } from "./name.ts";
export {
  replaceFile,
  writeFile,
  type Replaceable,
  type Written,
  listFiles,
  removeFile,
} from "./files.ts";
export { readFile } from "./read-file.ts";
export { openAnswer, setAsideAnswer, type AnswerFile } from "./answer.ts";
export {
  manifestOf,
  readManifest,
  writeManifest,
  type Manifest,
  checkManifest,
} from "./manifest.ts";
export {
  checkNoSecrets,
  checkSearched,
  findSecrets,
  searchMedium,
  type Searched,
  type SearchHints,
  wouldStop,
} from "./secrets.ts";
export { checkFoundOnDrive, checkRemovable, prepareDrive } from "./removable.ts";
export { driveMedia, folderMedia, type MediaSource, type MediumThere } from "./source.ts";
export type { Drive, Wanted } from "./drives/drive.ts";
export { ejectDrive } from "./drives/eject.ts";
export { listDrives } from "./drives/list.ts";
export { systemSources, type DriveSources } from "./drives/tools.ts";
export { watchDrives, type DriveNews, type Timer, type Watching } from "./drives/watch.ts";
