import { scanningIndex } from '../../server/src/corpus/corpusIndex.ts';
import { knownTopics } from '../../server/src/corpus/lexicon.ts';
import { memoryCorpus } from '../../server/src/corpus/memoryCorpus.ts';
import type { FeatureContext } from '../../server/src/features/context.ts';
import { NEWSPAPER_VOCABULARY } from '../../server/src/markup/vocabulary.ts';
import { type Document, parseDocument } from '../../server/src/statement/document.ts';
import { type Locale, sayIn } from '../../server/src/text/messages.ts';

export const RECORD_HEAD = `〖ZQ/总期〗20585〖-ZQ/总期〗
〖RQ/日期〗20140521〖-RQ/日期〗
〖BH/版号〗002〖-BH/版号〗
〖TH/条号〗2〖-TH/条号〗
〖BT/标题〗联合声明〖-BT/标题〗
`;

export function documentOf(text: string): Document {
  return parseDocument(text, NEWSPAPER_VOCABULARY);
}

/** What a feature is given when the workspace holds these files. */
export function contextOf(
  files: Readonly<Record<string, string>>,
  locale: Locale = 'zh-cn',
  indexing = false,
): FeatureContext {
  const corpus = memoryCorpus();
  for (const [uri, text] of Object.entries(files)) corpus.set({ uri, document: documentOf(text) });
  const index = scanningIndex(corpus, NEWSPAPER_VOCABULARY);
  return {
    corpus,
    index,
    topics: knownTopics(),
    say: sayIn(locale),
    locale,
    indexing,
    vocabularyOf: () => NEWSPAPER_VOCABULARY,
  };
}
