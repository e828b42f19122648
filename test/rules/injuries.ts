import { CHARACTER_INJURIES } from './characterInjuries.ts';
import type { Injury } from './injury.ts';
import { RECORD_INJURIES } from './recordInjuries.ts';

/**
 * One slip each. What a mirror or a converter does to all of a text, which `char.pinyin` and `char.torn` tell by its being
 * everywhere, has tests of its own.
 */
export const INJURIES: readonly Injury[] = [...RECORD_INJURIES, ...CHARACTER_INJURIES];
