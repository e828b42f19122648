import type { PairFault, Tag } from '../markup/syntax.ts';
import type { TagDefinition, Vocabulary } from '../markup/vocabulary.ts';
import type { RecordTree } from '../statement/tree.ts';
import type { Span } from '../text/span.ts';
import { perRecord } from './perRecord.ts';

/** 〖CC/名〗 or 〖-CC/名〗, as it is written without any fault. */
export function tagText(role: Tag['role'], code: string, name: string): string {
  return `〖${role === 'close' ? '-' : ''}${code}/${name}〗`;
}

/** The name that belongs to a tag's code; the printed one where the vocabulary does not know the code. */
export function rightName(tag: Tag, { byCode }: Vocabulary): string {
  return byCode.get(tag.code)?.name ?? tag.name;
}

export function printed(record: RecordTree, tag: Tag): string {
  return record.text.slice(tag.start, tag.end);
}

/** A tag's place alone: a finding is plain data and should not carry the tag along. */
export function spanOfTag({ start, end }: Tag): Span {
  return { start, end };
}

export function isCutOff(tag: Tag): boolean {
  return tag.defects.includes('cut-off');
}

/** The definition that a tag's code does not have, whether or not its name belongs to another one. */
export function nameDisagreement(tag: Tag, { byCode }: Vocabulary): TagDefinition | undefined {
  const definition = byCode.get(tag.code);
  // What is left of a cut-off name says nothing about the code, nor does a blank in its place.
  const saysNothing = isCutOff(tag) || (tag.name === '' && tag.defects.length > 0);
  return definition && definition.name !== tag.name && !saysNothing ? definition : undefined;
}

/** Whether one of the two tags only carries the wrong code, which its own name shows, so that they do belong together. */
export function agreeByName(open: Tag, close: Tag, { byCode, byName }: Vocabulary): boolean {
  const reads = (tag: Tag, other: Tag) => byCode.has(tag.code) && byName.get(tag.name)?.code === other.code;
  return reads(open, close) || reads(close, open);
}

/** Tags that may mean another field than they say, or none: those that disagree with their name or their partner. */
export function doubtfulTags(record: RecordTree, vocabulary: Vocabulary): ReadonlySet<number> {
  if (record.markup.isPlain) return NO_TAGS;
  const known = doubts(record);
  const doubtful = known.get(vocabulary) ?? findDoubtful(record, vocabulary);
  known.set(vocabulary, doubtful);
  return doubtful;
}

const NO_TAGS: ReadonlySet<number> = new Set();
const doubts = perRecord(() => new Map<Vocabulary, ReadonlySet<number>>());

function findDoubtful({ markup }: RecordTree, vocabulary: Vocabulary): ReadonlySet<number> {
  const doubtful = new Set<number>();
  for (const fault of markup.faults) {
    if (fault.kind === 'mismatched') doubtful.add(fault.open).add(fault.close);
  }
  markup.tags.forEach((tag, index) => {
    if (nameDisagreement(tag, vocabulary)) {
      doubtful.add(index);
      doubtful.add(markup.partner[index] ?? index);
    }
  });
  return doubtful;
}

type FaultOf<Kind extends PairFault['kind']> = Extract<PairFault, { kind: Kind }>;

export function faultsOf<Kind extends PairFault['kind']>({ markup }: RecordTree, kind: Kind): FaultOf<Kind>[] {
  return markup.faults.filter((fault): fault is FaultOf<Kind> => fault.kind === kind);
}

/** How often each field occurs in a record. */
export function fieldCounts({ markup }: RecordTree): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of markup.fields) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}
