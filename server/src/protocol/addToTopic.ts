import { normaliseTerm } from '../corpus/normalise.ts';
import type { Topic } from '../corpus/topic.ts';
import { isNameLong, TOPICS_FILE_NAME } from '../corpus/topicsFile.ts';
import { addName, type ChosenTopic } from '../corpus/topicsFileEdits.ts';
import { legible } from '../features/wording.ts';
import { NEWSPAPER_VOCABULARY } from '../markup/vocabulary.ts';
import { documentText } from '../statement/document.ts';
import { message, type Message, type Say } from '../text/messages.ts';
import { toSpan } from './convert.ts';
import type { AddToTopicParams, AddToTopicResult } from './protocol.ts';
import type { OpenDocument } from './textDocument.ts';
import { type ClientEdits, type OwnFile, ownFileEdit } from './workspaceEdits.ts';

export interface TopicTools {
  readonly say: Say;
  readonly edits: ClientEdits;
  readonly topics: readonly Topic[];
  open(uri: string): OpenDocument | undefined;
  /** The list of topics that words of a file are added to. */
  homeOf(uri: string): string | undefined;
  /** `undefined` where it cannot be read. */
  ownFile(uri: string): Promise<OwnFile | undefined>;
}

/** UTF-16 units of a name that somebody may still mean to be found. */
const LONGEST_NAME = 40;
/** What is selected along with words and is none of them. */
const EDGES = /^[\s，。；：、（）()“”‘’「」『』"']+|[\s，。；：、（）()“”‘’「」『』"']+$/gu;

export async function addToTopic(
  tools: TopicTools,
  { textDocument, range, topic }: AddToTopicParams,
): Promise<AddToTopicResult> {
  const refuse = (why: Message): AddToTopicResult => ({ refused: tools.say(why) });
  const open = tools.open(textDocument.uri);
  const selected = open ? documentText(open.content, toSpan(open.content, range)) : '';
  const name = legible(selected).replace(EDGES, '');
  if (name === '') return refuse(message('topics.noSelection'));
  if (name.length > LONGEST_NAME) return refuse(message('topics.longSelection', { most: LONGEST_NAME }));
  const normal = normaliseTerm(name, NEWSPAPER_VOCABULARY);
  if (!isNameLong(normal)) return refuse(message('topics.shortSelection', { name }));
  const chosen = chosenTopic(tools.topics, topic);
  const owner = ownerOf(tools.topics, normal, chosen);
  if (owner) return refuse(message('topics.alreadyNamed', { name, owner: owner.label }));

  const home = tools.homeOf(textDocument.uri);
  if (home === undefined) return refuse(message('topics.noFolder'));
  const file = await tools.ownFile(home);
  const edits = file && addName(file.text ?? '', chosen, name);
  const edit = edits && ownFileEdit(tools.edits, file, edits);
  return edit ? { edit, file: file.uri, name } : refuse(message('topics.unwritable', { file: TOPICS_FILE_NAME }));
}

/** A topic of the workspace that has no id of its own has its label for one, and is written with that alone. */
function chosenTopic(topics: readonly Topic[], topic: AddToTopicParams['topic']): ChosenTopic {
  if ('label' in topic) return topic;
  const label = topics.find(({ id }) => id === topic.id)?.label ?? topic.id;
  return label === topic.id ? { label } : { id: topic.id, label };
}

/** Who has the name already. From a topic that only the product knows the workspace may take it for another. */
function ownerOf(topics: readonly Topic[], name: string, chosen: ChosenTopic): Topic | undefined {
  const owner = topics.find(({ names }) => names.includes(name));
  const isChosen = owner && (chosen.id === undefined ? owner.label === chosen.label : owner.id === chosen.id);
  return isChosen || owner?.source === 'workspace' ? owner : undefined;
}
