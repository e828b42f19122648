import { once } from './once.ts';

/** Tells Chinese words apart. Not before it is needed: its dictionary takes as long to load as a whole program. */
export const wordSegmenter = once(() => new Intl.Segmenter('zh', { granularity: 'word' }));
