// The door to removable media: folders under one root, each with a marker. See FORMAT.md.
export type { Mode } from "./marker.ts";
export { findMedium, judgeMedium, prepareMedium, type Expected, type Medium } from "./medium.ts";
export { judgeName } from "./name.ts";
export { replaceFile, writeFile, type Replaceable, type Written } from "./write-file.ts";
export { listFiles, readFile } from "./read-file.ts";
export { removeFile } from "./remove-file.ts";
export { openAnswer, type AnswerFile } from "./answer.ts";
export { readManifest, writeManifest, type Manifest } from "./manifest.ts";
export { judgeManifest } from "./judge-manifest.ts";
export { findSecrets, judgeNoSecrets } from "./secrets.ts";
