import type { Severity } from '../../rules/rule.ts';
import type { Format, FormatContext } from './format.ts';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/** Workflow commands, which GitHub Actions shows beside the lines of a change. */
export function githubFormat({ say }: FormatContext): Format {
  return {
    begin: () => '',
    file: ({ file, problems }) =>
      problems
        .map(({ code, severity, message, range: { start, end } }) => {
          const properties = {
            file,
            line: start.line + 1,
            endLine: end.line + 1,
            // Columns are understood within one line only.
            ...(start.line === end.line && { col: start.character + 1, endColumn: end.character + 1 }),
            title: code,
          };
          const list = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(String(value))}`);
          return `::${COMMANDS[severity]} ${list.join(',')}::${escapedData(say(message))}\n`;
        })
        .join(''),
    end: () => '',
  };
}

function escapedData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escapedData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
