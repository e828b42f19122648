/** Text from a file as Markdown that shows it and does nothing else: no emphasis, link, image, HTML, entity or list. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, ' ').replace(/[\\`*_{}[\]()#+\-.!<>|~&$:@^=]/g, '\\$&');
}

/**
 * Bold text from a file. Markdown closes `**` only beside a letter, so punctuation at either end is left outside:
 * 《**条约**》, not **《条约》**, which would show its stars between Chinese characters.
 */
export function bold(text: string): string {
  const letters = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su.exec(text);
  if (!letters) return escapeMarkdown(text);
  const [inner] = letters;
  const behind = letters.index + inner.length;
  return `${escapeMarkdown(text.slice(0, letters.index))}**${escapeMarkdown(inner)}**${escapeMarkdown(text.slice(behind))}`;
}

/** A link to a place in a file, in the form that editors open: `uri#L12,5`. Line and column count from 1. */
export function placeLink(text: string, uri: string, line: number, column: number): string {
  const target = uri.replace(
    /[\s()<>\\]/g,
    (unit) => `%${unit.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return `[${escapeMarkdown(text)}](${target}#L${line},${column})`;
}
