// The deployment's rules, and what a record of a deployment means: the file beside `sd`.
export * from "../../deployment/deployment.ts";
export { meaningIn } from "../../deployment-record/meaning.ts";
