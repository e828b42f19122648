import { visible } from '../display.ts';
import type { Format, FormatContext } from './format.ts';

/** `file:line:column: severity[code] message`, counted from 1, a line each. */
export function conciseFormat({ say }: FormatContext): Format {
  return {
    begin: () => '',
    file: ({ file, problems }) =>
      problems
        .map(({ code, severity, message, range: { start } }) => {
          const place = `${visible(file)}:${start.line + 1}:${start.character + 1}`;
          return `${place}: ${severity}[${code}] ${visible(say(message))}\n`;
        })
        .join(''),
    end: () => '',
  };
}
