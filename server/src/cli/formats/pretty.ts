import type { Severity } from '../../rules/rule.ts';
import { message } from '../../text/messages.ts';
import { blanksFor, caretsFor, visible } from '../display.ts';
import type { Excerpt, FileProblem, FileReport } from '../report.ts';
import type { Format, FormatContext, Summary } from './format.ts';

type Style = 'bold' | 'dim' | 'red' | 'yellow' | 'cyan' | 'green';

const STYLES: Readonly<Record<Style, number>> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, cyan: 36 };
const SEVERITY_STYLES: Readonly<Record<Severity, Style>> = {
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
  hint: 'dim',
};

/** For reading: the line that each problem stands in, with a mark under the place. */
export function prettyFormat({ say, colour }: FormatContext): Format {
  const styled = (style: Style, text: string) => (colour ? `\u001B[${STYLES[style]}m${text}\u001B[0m` : text);

  const problemText = (file: string, problem: FileProblem): string => {
    const { code, severity, range, fix, related } = problem;
    const lineNumber = String(range.start.line + 1);
    const margin = ' '.repeat(lineNumber.length);
    const name = styled(SEVERITY_STYLES[severity], say(message(`cli.severity.${severity}`)));
    const here = `${visible(file)}:${lineNumber}:${range.start.character + 1}`;
    const lines = [`${styled('bold', here)} ${name} ${styled('dim', code)}`, `  ${visible(say(problem.message))}`];
    const { text, blanks, carets } = excerptLines(problem.excerpt);
    if (text.trim()) {
      const bar = styled('dim', '│');
      lines.push(
        `  ${styled('dim', lineNumber)} ${bar} ${text}`,
        `  ${margin} ${bar} ${blanks}${styled(SEVERITY_STYLES[severity], carets)}`,
      );
    }
    for (const other of related) {
      const { line, character } = other.range.start;
      const place = `${other.file === undefined ? '' : `${visible(other.file)}:`}${line + 1}:${character + 1}`;
      const told = message('cli.pretty.related', { place, what: visible(say(other.message)) });
      lines.push(`  ${margin} ${styled('dim', say(told))}`);
    }
    if (fix) {
      const id = fix.safe ? 'cli.pretty.safeFix' : 'cli.pretty.fix';
      lines.push(`  ${margin} ${styled('green', say(message(id, { title: visible(say(fix.title)) })))}`);
    }
    return `${lines.join('\n')}\n\n`;
  };

  const summaryText = (summary: Summary): string => {
    const { files, skipped, bySeverity, fixable, fixableSafely, fixed, fixedFiles } = summary;
    const total = Object.values(bySeverity).reduce((sum, count) => sum + count, 0);
    const parts = [
      total === 0
        ? styled('green', say(message('cli.summary.clean', { files })))
        : say(message('cli.summary.problems', { files, total, ...bySeverity })),
    ];
    if (fixed > 0) parts.push(say(message('cli.summary.fixed', { fixed, files: fixedFiles })));
    if (fixable > 0) parts.push(say(message('cli.summary.fixable', { fixable, safe: fixableSafely })));
    if (skipped > 0) parts.push(say(message('cli.summary.skipped', { skipped })));
    return `${parts.join('\n')}\n`;
  };

  return {
    begin: () => '',
    file: ({ file, problems }: FileReport) => problems.map((problem) => problemText(file, problem)).join(''),
    end: summaryText,
  };
}

function excerptLines({ text, mark, cutBefore, cutAfter }: Excerpt) {
  const indent = cutBefore ? '' : (/^\s*/.exec(text.slice(0, mark.start))?.[0] ?? '');
  const before = (cutBefore ? '…' : '') + visible(text.slice(indent.length, mark.start));
  const marked = visible(text.slice(mark.start, mark.end));
  const behind = visible(text.slice(mark.end)) + (cutAfter ? '…' : '');
  return { text: before + marked + behind, blanks: blanksFor(before), carets: caretsFor(marked) };
}
