import { conciseFormat } from './concise.ts';
import type { Format, FormatContext } from './format.ts';
import { githubFormat } from './github.ts';
import { jsonFormat, jsonlFormat } from './json.ts';
import { prettyFormat } from './pretty.ts';
import { sarifFormat } from './sarif.ts';

/** By the name that `--format` takes. */
export const FORMATS = {
  pretty: prettyFormat,
  concise: conciseFormat,
  json: jsonFormat,
  jsonl: jsonlFormat,
  sarif: sarifFormat,
  github: githubFormat,
} satisfies Record<string, (context: FormatContext) => Format>;

export type FormatName = keyof typeof FORMATS;
