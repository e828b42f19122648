/** Where a text says what it is going to call something. Offsets count in the text, which is normalised. */
export interface Naming {
  /** What it is going to be called. */
  readonly term: string;
  readonly start: number;
  /** What is called so ends before this. */
  readonly behind: number;
}

/** （以下称“双方”）, （以下简称《条约》）, （简称上合组织）, ，下称“公约”。 */
const NAMING =
  /(?:[（，](?:以下[简合统并]?|下|[简合统并])|（)称(?:为|作)?[“《]?([^“”《》（），。；\s]{1,30})[”》]?(?=[）。，；])/g;

export function namingsIn(text: string): Naming[] {
  if (!text.includes('称')) return [];
  return Array.from(text.matchAll(NAMING), ({ 0: all, 1: term = '', index }) => {
    return { term, start: index + all.lastIndexOf(term), behind: index };
  });
}
