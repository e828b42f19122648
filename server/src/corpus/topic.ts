/** One thing that statements speak of, and the words for it. All words are normalised. */
export interface Topic {
  readonly id: string;
  /** What a reader would head it with. */
  readonly label: string;
  /** What it belongs to, such as `regions`; empty where nobody says. */
  readonly field: string;
  /** Where a passage has one of these, it touches the topic. The label is among them. */
  readonly names: readonly string[];
  /** Words for parts, kinds and institutions of the topic. */
  readonly narrower: readonly string[];
  /** Words that tell the topic only together with others. */
  readonly context: readonly string[];
  /** The ids of topics that contain this one. */
  readonly broader: readonly string[];
  /** The ids of topics that a reader wants where nothing is said on this one; they want this one as well. */
  readonly related: readonly string[];
  /** Who says so: what the product knows, or the workspace. */
  readonly source: 'lexicon' | 'workspace';
}
