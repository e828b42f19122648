import type { Document } from '../statement/document.ts';
import type { Span } from '../text/span.ts';
import { isInside, toRange } from './convert.ts';
import type { Place } from './protocol.ts';

/** Says where something stands in a file, for programs and for editors. */
export type ToPlace = (uri: string, document: Document, span: Span) => Place;

export function placesOf(folders: readonly string[]): ToPlace {
  const known = new Map<string, string>();
  const fileOf = (uri: string): string => {
    const file = known.get(uri) ?? pathBelow(folders, uri);
    known.set(uri, file);
    return file;
  };
  return (uri, document, span) => ({
    uri,
    file: fileOf(uri),
    offset: [span.start, span.end],
    range: toRange(document, span),
  });
}

/** `seeds/2014-05-20.txt` for people; all of the URI's path for a file outside every folder. */
function pathBelow(folders: readonly string[], uri: string): string {
  const folder = folders.filter((candidate) => isInside(candidate, uri)).sort((a, b) => b.length - a.length)[0];
  const path = folder === undefined ? uri.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '') : uri.slice(folder.length + 1);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
