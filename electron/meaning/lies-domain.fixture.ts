// Lies about the domain and its proof.
import { OTHER, find, insert, listOfLies } from "./lie.fixture.ts";

const { lies, lie } = listOfLies();
export const LIES_ABOUT_THE_DOMAIN = lies;
lie("E-MEAN-REQUESTED", "activation", "the domain was requested for a stranger", (drafts) => {
  find(drafts, "download-began").data.thumbprints[2] = OTHER;
});
lie("E-MEAN-RECEIVED", "activation", "the two media have different domains", (drafts) => {
  const written = find(drafts, "domain-written");
  written.data.files[1]!.name = "Contoso-other-SD.json";
  written.data.files[1]!.sha256 = OTHER;
});
lie("E-MEAN-RECEIVED", "activation", "the domain is of another size than its files", (drafts) => {
  find(drafts, "domain-written").data.size += 1;
});
lie("E-MEAN-RECEIVED", "activation", "a second domain came of one answer", (drafts) => {
  const written = find(drafts, "domain-written");
  insert(drafts, written, 1, {});
  const second = find(drafts, "domain-written", 1);
  for (const file of second.data.files)
    Object.assign(file, { name: "Other-SD.json", sha256: OTHER });
  second.data.sha256 = OTHER;
});
lie("E-MEAN-DOWNLOAD", "activation", "it was downloaded again, as nobody decided", (drafts) => {
  insert(drafts, find(drafts, "download-began"), 1, {});
});
lie("E-MEAN-DOWNLOAD", "activation", "a domain that was written counts as lost", (drafts) => {
  const data = { reason: "The HSM is still waiting.", decidedBy: [] };
  const written = find(drafts, "domain-written");
  insert(drafts, written, 1, { type: "download-again-decided", by: "app", data });
});
lie("E-MEAN-ALOUD", "activation", "another domain was read aloud", (drafts) => {
  find(drafts, "read-aloud").data.sha256 = OTHER;
});
lie("E-MEAN-MATCHED", "activation", "another domain was matched", (drafts) => {
  find(drafts, "domain-matched").data.sha256 = OTHER;
});
lie("E-MEAN-MATCHED", "activation", "the domain names another quorum", (drafts) => {
  find(drafts, "domain-matched").data.required = 3;
});
lie("E-MEAN-MATCHED", "activation", "the domain names a stranger", (drafts) => {
  find(drafts, "domain-matched").data.thumbprints[0] = OTHER;
});
lie("E-MEAN-FOUND", "adoption", "what nobody could check is left out", (drafts) => {
  find(drafts, "domain-found").data.unchecked = ["seals"];
});
lie("E-MEAN-PROOF", "activation", "the proof is of another domain", (drafts) => {
  find(drafts, "quorum-proven").data.domainSha256 = OTHER;
});
lie("E-MEAN-PROOF", "activation", "a pair opened fewer entries than the others", (drafts) => {
  find(drafts, "quorum-proven").data.entries += 1;
});
lie("E-MEAN-PROOF", "activation", "it does not tell what every pair opened", (drafts) => {
  delete find(drafts, "quorum-proven").data.opened;
});
lie("E-MEAN-SUBSETS", "activation", "one pair was never tried", (drafts) => {
  find(drafts, "quorum-proven").data.subsets.pop();
});
lie("E-MEAN-SUBSETS", "activation", "one pair stands for another", (drafts) => {
  find(drafts, "quorum-proven").data.subsets[2] = [2, 1];
});
lie("E-MEAN-PROOF-MEDIA", "activation", "an officer's key is not among the media", (drafts) => {
  find(drafts, "quorum-proven").data.media.splice(-2, 2);
});
lie("E-MEAN-PROOF-MEDIA", "activation", "the domain copy was not read", (drafts) => {
  const { media } = find(drafts, "quorum-proven").data;
  media[1] = structuredClone(media[0]!);
});
lie("E-MEAN-PROOF-MEDIA", "replacement", "a kept key's file has another name", (drafts) => {
  const { media } = find(drafts, "quorum-proven").data;
  for (const file of media) file.name = file.name.replace("cert_0", "cert_9");
});
lie("E-MEAN-PROOF-MEDIA", "adoption", "a key's file is none", (drafts) => {
  const { media } = find(drafts, "quorum-proven").data;
  for (const file of media) file.name = file.name.replace(".pfx", ".txt");
});
lie("E-MEAN-PROOF-MEDIA", "dry-run", "one key's file stands for another's", (drafts) => {
  const { media } = find(drafts, "dry-run-passed").data;
  const { sha256, size } = media[2]!;
  Object.assign(media[4]!, { sha256, size });
});
lie("E-MEAN-RETIRED", "replacement", "another domain was retired", (drafts) => {
  find(drafts, "domain-retired").data.sha256 = OTHER;
});
