/** What a text can be put into: a script as one region writes it, and whether that region's words are taken as well (软件 → 軟體). */
export type TargetScript =
  | 'simplified'
  | 'simplified-words'
  | 'traditional'
  | 'taiwan'
  | 'taiwan-words'
  | 'hong-kong'
  | 'hong-kong-words';
/** What a text is written in now. */
export type SourceScript = 'simplified' | 'traditional';
