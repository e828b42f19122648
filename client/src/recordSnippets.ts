const BLANK = /(?<=(〖([A-Z]{2})\/[^〗]{0,12}〗))(?=〖-\2\/)/g;
/** What only the paper shows comes first; what may be worked out from other records later. */
const FIRST = ['BH', 'TH'];

/** Texts as snippets of one session, in which one goes from empty field to empty field, record by record. */
export function recordSnippets(texts: readonly string[]): string[] {
  let stops = 0;
  return texts.map((text) => {
    const blanks = Array.from(text.matchAll(BLANK), ({ index, 2: code = '' }) => ({ index, code }));
    const order = blanks.toSorted((a, b) => rank(a.code) - rank(b.code));
    const numbers = new Map(order.map(({ index }) => [index, ++stops]));
    let snippet = '';
    let at = 0;
    for (const { index } of blanks) {
      snippet += `${escaped(text.slice(at, index))}$${numbers.get(index)}`;
      at = index;
    }
    return snippet + escaped(text.slice(at));
  });
}

function rank(code: string): number {
  const place = FIRST.indexOf(code);
  return place === -1 ? FIRST.length : place;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}
