import { type Figure, isMissing, type Measured, moreIsBetter, numberText } from './figure.ts';

/** What is asked for; a row without it only informs. */
type Asked =
  /** In the figure's own unit. */
  | { readonly most: number }
  | { readonly least: number }
  /** So many times better than the peer. */
  | { readonly times: number }
  /** At most so many times the peer's figure. */
  | { readonly within: number };

export interface Compared {
  readonly name: string;
  readonly measured: Measured;
}

/** A row of the table. */
export interface Bar {
  readonly what: string;
  readonly ours: Measured;
  readonly peer?: Compared;
  /** What nothing can be better than, or the least that anything of the kind costs. */
  readonly floor?: Compared;
  readonly asked?: Asked;
}

/** Whether it holds; `undefined` where nothing is asked, or the peer is not there to compare with. */
export function isHeld({ ours, peer, asked }: Bar): boolean | undefined {
  if (!asked) return undefined;
  // What could not be measured, or took too long, does not hold.
  if (isMissing(ours)) return false;
  if ('most' in asked) return ours.value <= asked.most;
  if ('least' in asked) return ours.value >= asked.least;
  if (!peer || isMissing(peer.measured)) return undefined;
  if ('times' in asked) return timesBetter(ours, peer.measured) >= asked.times;
  return ours.value <= peer.measured.value * asked.within;
}

/** How many times better ours is than the peer's. */
export function ratio({ ours, peer }: Bar): number | undefined {
  if (!peer || isMissing(peer.measured) || isMissing(ours)) return undefined;
  return timesBetter(ours, peer.measured);
}

function timesBetter(ours: Figure, theirs: Figure): number {
  return moreIsBetter(ours.unit) ? ours.value / theirs.value : theirs.value / ours.value;
}

export function askedText({ ours, asked }: Bar): string {
  if (!asked) return '';
  if ('times' in asked) return `≥ ${asked.times} × better`;
  if ('within' in asked) return `≤ ${asked.within} × the peer`;
  const unit = isMissing(ours) ? '' : ` ${ours.unit}`;
  return 'most' in asked ? `≤ ${numberText(asked.most)}${unit}` : `≥ ${numberText(asked.least)}${unit}`;
}
