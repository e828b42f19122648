import type { Hover, WorkspaceEdit } from 'vscode-languageserver';
import type { Place } from './place.ts';

/** Client → server. The topics that are known: those of the workspace, then those of the product. */
export const Topics = 'rmrb/topics';
export interface TopicsResult {
  readonly topics: readonly TopicName[];
}
export interface TopicName {
  readonly id: string;
  readonly label: string;
  readonly names: readonly string[];
  /** What it belongs to, such as `regions`; empty where nobody says. */
  readonly field: string;
  readonly source: 'lexicon' | 'workspace';
}

/** A hover that tells of a topic: more than one of LSP, so that our client can offer what to do with it. */
export interface TopicHover extends Hover {
  /** How many statements speak of the topic; missing where the hover tells of something else. */
  readonly statements?: number;
}

/**
 * The command of the client that a code lens runs: shows the places in all statements of what stands at a place. Its
 * arguments are those of {@link ShowPlacesArguments}.
 */
export const SHOW_PLACES = 'rmrb.showPlacesAt';
export type ShowPlacesArguments = readonly [uri: string, line: number, character: number];

/** Client → server. The edit that has the workspace's `rmrb.topics.json` name a topic by what is selected. */
export const AddToTopic = 'rmrb/addToTopic';
export interface AddToTopicParams {
  readonly textDocument: { readonly uri: string };
  readonly range: Place['range'];
  /** One that is known, or one that is to be. */
  readonly topic: { readonly id: string } | { readonly label: string };
}
export type AddToTopicResult =
  /** `file`: what the edit changes or makes. */
  | { readonly edit: WorkspaceEdit; readonly file: string; readonly name: string }
  /** Why there is nothing to be edited, for the user. */
  | { readonly refused: string };

/** Server → client, a notification: statements or topics have changed, and what was answered on topics may read otherwise. */
export const TopicsChanged = 'rmrb/topicsChanged';
