/**
 * The requests and notifications that client and server share beyond LSP, by features in `contract/`.
 * Everything there is plain JSON; a URI is a string as `vscode.Uri.toString()` writes it.
 */
export * from './contract/detect.ts';
export * from './contract/editing.ts';
export * from './contract/files.ts';
export * from './contract/initialization.ts';
export * from './contract/numbering.ts';
export * from './contract/place.ts';
export * from './contract/problems.ts';
export * from './contract/sameTopic.ts';
export * from './contract/script.ts';
export * from './contract/toRecord.ts';
export * from './contract/topicMatrix.ts';
export * from './contract/topics.ts';
export type { TargetScript } from '../text/scripts.ts';
