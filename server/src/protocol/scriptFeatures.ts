import { type Connection, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { normalUri, plainPath, toRange, toSpan } from './convert.ts';
import type { OnOpen } from './editingFeatures.ts';
import type { LanguageServices } from './languageFeatures.ts';
import {
  ConvertScript,
  type ConvertScriptParams,
  type ConvertScriptResult,
  ReadingView,
  type ReadingViewParams,
  type ReadingViewResult,
} from './protocol.ts';

/** Registers what turns one script into the other. */
export function registerScriptFeatures(connection: Connection, services: LanguageServices, onOpen: OnOpen): void {
  connection.onRequest(
    ConvertScript,
    onOpen<ConvertScriptParams, ConvertScriptResult>(ConvertScript, async ({ uri, content }, { range, to }) => {
      const { convertScript } = await import('../features/convertScript.ts');
      const { scriptReport } = await import('../features/scriptReport.ts');
      const conversion = convertScript(content, to, range && toSpan(content, range));
      const name = plainPath(uri).split('/').at(-1) ?? uri;
      return {
        edits: conversion.edits.map(({ span, newText }) => ({ range: toRange(content, span), newText })),
        choices: conversion.choices.length + conversion.words.length,
        report: scriptReport({ uri, document: content, name }, conversion, services.context().say),
      };
    }),
  );

  connection.onRequest(
    ReadingView,
    services.answering(ReadingView, async ({ textDocument }: ReadingViewParams): Promise<ReadingViewResult> => {
      const content = services.open(textDocument.uri)?.content ?? services.content(normalUri(textDocument.uri));
      if (!content) throw new ResponseError(LSPErrorCodes.RequestFailed, `not in the corpus: ${textDocument.uri}`);
      const { readingView } = await import('../features/readingView.ts');
      const { text, runs } = readingView(content);
      return { text, runs: runs.flatMap(({ at, length, source, sourceLength }) => [at, length, source, sourceLength]) };
    }),
  );
}
