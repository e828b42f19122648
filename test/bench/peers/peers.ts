import { html } from './html.ts';
import { lezer } from './lezer.ts';
import { markdown } from './markdown.ts';
import type { Peer } from './peer.ts';
import { saxes } from './saxes.ts';
import { treeSitter } from './treeSitter.ts';

/** Those that run in the same process as an editor's server would. */
export const PEERS: readonly Peer[] = [saxes, html, lezer, treeSitter, markdown];
