/**
 * One glob pattern for several, `undefined` for none. VS Code's patterns know `{a,b}` but not one inside another, so that the
 * alternatives of each pattern are written out first.
 */
export function joinGlobs(patterns: readonly string[]): string | undefined {
  const flat = patterns.flatMap(expandBraces);
  return flat.length > 1 ? `{${flat.join(',')}}` : flat[0];
}

function expandBraces(pattern: string): string[] {
  const open = pattern.indexOf('{');
  const close = closingBrace(pattern, open);
  if (open === -1 || close === -1) return [pattern];
  const before = pattern.slice(0, open);
  const after = pattern.slice(close + 1);
  return alternatives(pattern.slice(open + 1, close)).flatMap((inner) => expandBraces(before + inner + after));
}

function closingBrace(pattern: string, open: number): number {
  let depth = 0;
  for (let at = open; at !== -1 && at < pattern.length; at++) {
    if (pattern[at] === '{') depth++;
    if (pattern[at] === '}' && --depth === 0) return at;
  }
  return -1;
}

/** `a,{b,c}` has two alternatives. */
function alternatives(list: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < list.length; at++) {
    if (list[at] === '{') depth++;
    if (list[at] === '}') depth--;
    if (list[at] === ',' && depth === 0) {
      found.push(list.slice(start, at));
      start = at + 1;
    }
  }
  return [...found, list.slice(start)];
}
