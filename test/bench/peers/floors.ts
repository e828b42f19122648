/** Looks at each unit of a text once. */
export function everyUnit(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
  return sum;
}

/** The least that finds tags: no tree, no errors, no lines. */
export function tagsAlone(text: string): number {
  const tags: { readonly start: number; readonly end: number; readonly isClosing: boolean; readonly code: string }[] =
    [];
  for (let start = text.indexOf('〖'); start !== -1; start = text.indexOf('〖', start + 1)) {
    const end = text.indexOf('〗', start) + 1;
    const isClosing = text[start + 1] === '-';
    const codeStart = start + (isClosing ? 2 : 1);
    tags.push({ start, end, isClosing, code: text.slice(codeStart, codeStart + 2) });
  }
  return tags.length;
}
