// Bundles every program of ours (npm run build).
import { bundle, ENTRIES, PAGES } from "./bundle/bundle.mjs";

await bundle();
for (const { file } of ENTRIES) console.log(`made ${file}`);
console.log(`made ${PAGES.folder}/`);
