// The terms of a deployment's plan, as docs/deployment.md explains them.

/** A term, and what it means. */
export const PLAN_TERMS: readonly { readonly term: string; readonly text: string }[] = [
  {
    term: "South India, SI",
    text: "the Azure region southindia (Chennai): production. No availability zones",
  },
  { term: "Central India, CI", text: "the Azure region centralindia (Pune): disaster recovery" },
  {
    term: "extended HSM",
    text: "one Managed HSM with a second pool in another region; not two HSMs",
  },
  {
    term: "CMK",
    text: "customer-managed key: one of the HSM\u2019s keys, with which a service wraps its own",
  },
  { term: "TDE, DEK", text: "encryption of a database, and the key of it that the CMK wraps" },
  { term: "DES", text: "disk encryption set: joins disks of one region to a key" },
  { term: "ASR", text: "Azure Site Recovery: copies machines to another region" },
  { term: "PE", text: "private endpoint: the HSM\u2019s address within a network" },
  { term: "SQL MI", text: "SQL Managed Instance" },
  { term: "jump box", text: "a machine within the network, from which the HSM is administered" },
];

/** What is said below them. */
export const SI_AND_CI =
  "Where people at Contoso say SI and CI for parts of the company, these are not the regions.";
