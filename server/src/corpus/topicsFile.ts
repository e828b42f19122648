import type { Node } from 'jsonc-parser/lib/esm/main.js';
import { NEWSPAPER_VOCABULARY } from '../markup/vocabulary.ts';
import { type Message, message } from '../text/messages.ts';
import { type JsonFault, members, nameOf, readJson, type TellFault } from './jsonSyntax.ts';
import { normaliseTerm } from './normalise.ts';
import type { Topic } from './topic.ts';

/** Stands at the top of a workspace folder and says which topics its users have besides. */
export const TOPICS_FILE_NAME = 'rmrb.topics.json';

/** A topic as a user writes it; words are normalised. */
export interface OwnTopic {
  /** That of a known topic, which the entry then adds to. */
  readonly id?: string;
  readonly label?: string;
  readonly field: string;
  readonly names: readonly string[];
  readonly narrower: readonly string[];
  readonly context: readonly string[];
  readonly broader: readonly string[];
  readonly related: readonly string[];
}

export interface TopicsFile {
  readonly topics: readonly OwnTopic[];
  readonly faults: readonly JsonFault[];
}

export const NO_OWN_TOPICS: TopicsFile = { topics: [], faults: [] };

/** Names shorter than this stand in words that have nothing to do with them. */
const SHORTEST_NAME = 2;

/** Whether a normalised name is long enough to be looked for. */
export function isNameLong(name: string): boolean {
  return name.length >= SHORTEST_NAME;
}

const LISTS = ['names', 'narrower', 'context', 'broader', 'related'] as const;
type ListKey = (typeof LISTS)[number];

/** Reads JSON with comments. What is faulty is as if it were not there, so that the rest holds. */
export function parseTopicsFile(text: string): TopicsFile {
  const { root, fault, faults } = readJson(text);
  const topics: OwnTopic[] = [];
  const namedBy = new Map<string, string>();
  for (const { key, node } of root ? members(root, fault) : []) {
    if (key === '$schema') continue;
    if (key !== 'topics') fault(nameOf(node), message('topics.unknownKey', { key }));
    else if (node.type !== 'array') fault(node, message('topics.topics'));
    else for (const entry of node.children ?? []) topics.push(...readTopic(entry, fault, namedBy));
  }
  return { topics, faults };
}

function readTopic(entry: Node, fault: TellFault, namedBy: Map<string, string>): OwnTopic[] {
  const words: Partial<Record<'id' | 'label' | 'field', string>> = {};
  const lists: Partial<Record<ListKey, Node>> = {};
  for (const { key, node } of members(entry, fault)) {
    if (key === 'id' || key === 'label' || key === 'field') {
      if (typeof node.value === 'string' && node.value.trim() !== '') words[key] = node.value.trim();
      else fault(node, message('topics.word', { key }));
    } else if (isListKey(key)) lists[key] = node;
    else fault(nameOf(node), message('topics.unknownTopicKey', { key }));
  }
  if (entry.type !== 'object') return [];
  const { id, label, field = '' } = words;
  const called = label ?? id ?? '';
  if (called === '') {
    fault(entry, message('topics.unnamed'));
    return [];
  }
  const isNew = (name: string): Message | undefined => {
    const owner = namedBy.get(name);
    namedBy.set(name, owner ?? called);
    return owner === undefined ? undefined : message('topics.nameTaken', { name, owner });
  };
  const names = readNames(lists.names, fault, isNew);
  return [
    {
      ...(id !== undefined && { id }),
      ...(label !== undefined && { label }),
      field,
      names,
      narrower: readNames(lists.narrower, fault),
      context: readNames(lists.context, fault),
      broader: readWords(lists.broader, fault).map(({ word }) => word),
      related: readWords(lists.related, fault).map(({ word }) => word),
    },
  ];
}

function isListKey(key: string): key is ListKey {
  return LISTS.some((list) => list === key);
}

/** Words of a list in the form in which they are looked for. */
function readNames(
  list: Node | undefined,
  fault: TellFault,
  objection?: (name: string) => Message | undefined,
): string[] {
  const names: string[] = [];
  for (const { word, node } of readWords(list, fault)) {
    const name = normaliseTerm(word, NEWSPAPER_VOCABULARY);
    const why = isNameLong(name) ? objection?.(name) : message('topics.shortName', { name: word });
    if (why) fault(node, why);
    else names.push(name);
  }
  return names;
}

function readWords(list: Node | undefined, fault: TellFault): { readonly word: string; readonly node: Node }[] {
  if (!list) return [];
  if (list.type !== 'array') {
    fault(list, message('topics.list'));
    return [];
  }
  return (list.children ?? []).flatMap((node) => {
    if (typeof node.value === 'string' && node.value.trim() !== '') return [{ word: node.value.trim(), node }];
    fault(node, message('topics.listWord'));
    return [];
  });
}

/** The topics of the workspace, then those of `known` that it says nothing of; what it says of one of these is added to it. */
export function withOwnTopics(own: readonly OwnTopic[], known: readonly Topic[]): readonly Topic[] {
  if (own.length === 0) return known;
  const merged = new Map<string, Topic>();
  for (const entry of own) {
    const id = entry.id ?? known.find(({ label }) => label === entry.label)?.id ?? entry.label ?? '';
    const before = merged.get(id) ?? known.find((topic) => topic.id === id);
    merged.set(id, withEntry(before, id, entry));
  }
  return [...merged.values(), ...known.filter(({ id }) => !merged.has(id))];
}

function withEntry(before: Topic | undefined, id: string, entry: OwnTopic): Topic {
  const label = entry.label ?? before?.label ?? id;
  const heading = normaliseTerm(label, NEWSPAPER_VOCABULARY);
  const both = (key: ListKey): string[] => [...new Set([...entry[key], ...(before?.[key] ?? [])])];
  return {
    id,
    label,
    field: entry.field || (before?.field ?? ''),
    names: [...new Set([...both('names'), ...(isNameLong(heading) ? [heading] : [])])],
    narrower: both('narrower'),
    context: both('context'),
    broader: both('broader'),
    related: both('related'),
    source: 'workspace',
  };
}
