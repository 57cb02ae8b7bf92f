/** ESLint's plugin comes without types. */
declare module 'eslint-plugin-lit-a11y' {
  import type { Linter } from 'eslint';

  const plugin: { configs: { recommended: Linter.Config } };
  export default plugin;
}
