// What the bundler makes of a CSS module: its class names.
declare module "*.module.css" {
  const names: Readonly<Record<string, string>>;
  export default names;
}
