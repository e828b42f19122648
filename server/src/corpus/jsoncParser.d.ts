/** The package declares all of itself in one place; this is the part that reads. */
declare module 'jsonc-parser/lib/esm/impl/parser.js' {
  export { parseTree } from 'jsonc-parser/lib/esm/main.js';
}
