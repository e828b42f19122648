import hongKongWords from 'opencc-js/dict/HKPhrases';
import hongKongVariants from 'opencc-js/dict/HKVariants';
import hongKongVariantPhrases from 'opencc-js/dict/HKVariantsPhrases';
import stCharacters from 'opencc-js/dict/STCharacters';
import stPhrases from 'opencc-js/dict/STPhrases';
import regionalPhrases from 'opencc-js/dict/STPhrases_GeneratedFromRegionalPhrases';
import taiwanWords from 'opencc-js/dict/TWPhrases';
import taiwanWordsReversed from 'opencc-js/dict/TWPhrasesRev';
import taiwanVariants from 'opencc-js/dict/TWVariants';
import taiwanVariantPhrases from 'opencc-js/dict/TWVariantsPhrases';
import taiwanVariantsReversed from 'opencc-js/dict/TWVariantsRev';
import taiwanVariantPhrasesReversed from 'opencc-js/dict/TWVariantsRevPhrases';
import compatibility from 'opencc-js/dict/CJK_Compatibility_Ideographs';
import characters from 'opencc-js/dict/TSCharacters';
import phrases from 'opencc-js/dict/TSPhrases';
import cliEn from '../../../l10n/server/en/cli.json';
import featuresEn from '../../../l10n/server/en/features.json';
import rulesEn from '../../../l10n/server/en/rules.json';
import cliZh from '../../../l10n/server/zh-cn/cli.json';
import featuresZh from '../../../l10n/server/zh-cn/features.json';
import rulesZh from '../../../l10n/server/zh-cn/rules.json';
import officialProse from '../../data/official-prose.json';
import overConversions from '../../data/over-conversions.json';
import pinyinDamage from '../../data/pinyin-damage-table.json';
import scriptCharacters from '../../data/script-characters.json';
import plainWords from '../../data/plain-words.json';
import topics from '../../data/topics.json';
import { packPhrases } from './phraseList.ts';

/** A topic as `server/data/topics.json` writes it. */
export interface TopicEntry {
  readonly id: string;
  readonly label: string;
  readonly field: string;
  readonly names: readonly string[];
  readonly narrower?: readonly string[];
  readonly context?: readonly string[];
  readonly broader?: readonly string[];
  readonly related?: readonly string[];
}

/**
 * All resources, for what runs from its sources. The build writes each of them to `dist/NAME.json` and puts nothing in the
 * place of this module, so that what is shipped loads them from there.
 */
export const resourcesAtHand = {
  'dictionaries/opencc': { compatibility, phrases, characters },
  /** Packed when it is asked for: half of it is one list of phrases. */
  get 'dictionaries/opencc-traditional'() {
    return {
      phrases: packPhrases(stPhrases, stCharacters),
      stCharacters,
      regionalPhrases,
      taiwan: {
        words: taiwanWords,
        wordsReversed: taiwanWordsReversed,
        variants: taiwanVariants,
        variantPhrases: taiwanVariantPhrases,
        variantsReversed: taiwanVariantsReversed,
        variantPhrasesReversed: taiwanVariantPhrasesReversed,
      },
      hongKong: { words: hongKongWords, variants: hongKongVariants, variantPhrases: hongKongVariantPhrases },
    };
  },
  'dictionaries/official-prose': officialProse,
  'dictionaries/over-conversions': overConversions,
  'dictionaries/pinyin-damage': pinyinDamage,
  'dictionaries/plain-words': plainWords,
  'dictionaries/script-characters': scriptCharacters,
  'dictionaries/topics': topics as readonly TopicEntry[],
  'messages/zh-cn': { ...rulesZh, ...featuresZh },
  'messages/en': { ...rulesEn, ...featuresEn },
  'messages/cli.zh-cn': cliZh,
  'messages/cli.en': cliEn,
};
