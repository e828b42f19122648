import { once } from '../text/once.ts';
import { resource } from '../text/resources.ts';
import type { Topic } from './topic.ts';

/** The topics that everybody is taken to know: `server/data/topics.json`. */
export const knownTopics: () => readonly Topic[] = once(() =>
  resource('dictionaries/topics').map(
    ({ id, label, field, names, narrower, context, broader, related }): Topic => ({
      id,
      label,
      field,
      names: normalised(names),
      narrower: normalised(narrower),
      context: normalised(context),
      broader: broader ?? [],
      related: related ?? [],
      source: 'lexicon',
    }),
  ),
);

/** They are written in the form in which texts are compared, which a test sees to, but for 著, which is right in 著作. */
function normalised(words: readonly string[] = []): readonly string[] {
  return words.map((word) => word.replaceAll('著', '着'));
}
