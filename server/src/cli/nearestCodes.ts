/** More than these are no help. */
const MOST = 3;

/** The codes that somebody may have meant, the likeliest first: those of an area that is named, else the most alike. */
export function nearestCodes(meant: string, codes: readonly string[]): readonly string[] {
  const wanted = meant.toLowerCase();
  const ofArea = codes.filter((code) => code.startsWith(`${wanted}.`));
  if (ofArea.length > 0) return ofArea;
  const distance = (code: string) => {
    const dot = code.indexOf('.');
    return Math.min(...[code, code.slice(0, dot), code.slice(dot + 1)].map((part) => editDistance(wanted, part)));
  };
  const distances = new Map(codes.map((code) => [code, distance(code)]));
  return codes.toSorted((a, b) => (distances.get(a) ?? 0) - (distances.get(b) ?? 0)).slice(0, MOST);
}

/** How many characters have to be put in, taken out or replaced to make one text the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
