/**
 * Whether a glob names a path, both with `/` between their parts. Globs are those of VS Code: `*` and `?` within a part of a path,
 * `**` for any number of parts, `{a,b}`, `[a-z]`, `[!a]`. Behind `\`, or left open, a sign stands for itself.
 */
export function globOf(written: string): (path: string) => boolean {
  const glob = written.replace(/^(?:\.\/)+/, '');
  const braces = bracesOf(glob);
  let source = '';
  for (let at = 0; at < glob.length; ) {
    const [token, meaning] = tokenAt(glob, at);
    source += braces.get(at) ?? meaning;
    at += token.length;
  }
  const pattern = new RegExp(`^(?:${source})$`, 'su');
  return (path) => pattern.test(path);
}

/** The folder that holds all that a glob names, and the rest of the glob; `undefined` of what is a plain path. */
export function splitGlob(glob: string): { readonly folder: string; readonly rest: string } | undefined {
  const first = glob.search(/[*?]|\[.+\]|\{.*,.*\}/s);
  if (first === -1) return undefined;
  const at = glob.lastIndexOf('/', first) + 1;
  return { folder: glob.slice(0, at), rest: glob.slice(at) };
}

const WITHIN_PART = '[^/]';
/** What a token is and what it means; the first one that fits. Those with `**` count where a part begins, or goes on to the end. */
const TOKENS: readonly (readonly [token: RegExp, meaning: (found: RegExpExecArray) => string])[] = [
  [/(?<=^|[/{,])(?:\*{2,}\/)+/y, () => '(?:.*/)?'],
  [/(?<=^|[/{,])\*{2,}(?=$|[,}])/y, () => '.*'],
  // The folder itself is in `folder/**`.
  [/\/\*{2,}(?=$|[,}])/y, () => '(?:/.*)?'],
  [/\*+/y, () => `${WITHIN_PART}*`],
  [/\?/y, () => WITHIN_PART],
  [/\[([!^]?)(\]?[^\]/]*)\]/y, ([, not, units = '']) => `[${not ? '^/' : ''}${unitsOf(units)}]`],
  [/\\?([^])/uy, ([, unit = '']) => escaped(unit, /[\\^$.*+?()[\]{}|/]/g)],
];

function tokenAt(glob: string, at: number): readonly [token: string, meaning: string] {
  for (const [token, meaning] of TOKENS) {
    token.lastIndex = at;
    const found = token.exec(glob);
    if (found) return [found[0], meaning(found)];
  }
  return [glob.charAt(at), ''];
}

/** What stands between the brackets of a class. A range from behind to before holds nothing. */
function unitsOf(units: string): string {
  const ranges = units.replace(/([^])-([^])/gu, (range, from: string, to: string) => (from <= to ? range : ''));
  return escaped(ranges, /[\\\]^[]/g);
}

function escaped(text: string, signs: RegExp): string {
  return text.replace(signs, String.raw`\$&`);
}

/** Offsets of the brackets and commas of alternatives, and what they mean. Braces without a comma are no alternatives. */
function bracesOf(glob: string): ReadonlyMap<number, string> {
  const braces = new Map<number, string>();
  const open: { readonly at: number; readonly commas: number[] }[] = [];
  for (let at = 0; at < glob.length; at += tokenAt(glob, at)[0].length) {
    const sign = glob.charAt(at);
    if (sign === '{') open.push({ at, commas: [] });
    else if (sign === ',') open.at(-1)?.commas.push(at);
    else if (sign === '}') {
      const group = open.pop();
      if (!group || group.commas.length === 0) continue;
      braces.set(group.at, '(?:').set(at, ')');
      for (const comma of group.commas) braces.set(comma, '|');
    }
  }
  return braces;
}
