import type { Say } from '../../text/messages.ts';
import type { FileProblem, FileReport, Place } from '../report.ts';
import type { Format, FormatContext } from './format.ts';

/** One array with an object for each file, a line each. */
export function jsonFormat({ say }: FormatContext): Format {
  let isFirst = true;
  return {
    begin: () => '[',
    file: (report) => {
      const separator = isFirst ? '\n' : ',\n';
      isFirst = false;
      return separator + JSON.stringify(fileJson(report, say));
    },
    end: () => '\n]\n',
  };
}

/** The same objects without the array. */
export function jsonlFormat({ say }: FormatContext): Format {
  return { begin: () => '', file: (report) => `${JSON.stringify(fileJson(report, say))}\n`, end: () => '' };
}

function fileJson({ file, encoding, problems }: FileReport, say: Say): object {
  return { file, encoding, problems: problems.map((problem) => problemJson(file, problem, say)) };
}

function problemJson(file: string, problem: FileProblem, say: Say): object {
  const { code, severity, message, range, fix, related } = problem;
  return {
    code,
    severity,
    message: say(message),
    range,
    offset: offsetJson(problem),
    ...(fix && {
      fix: {
        title: say(fix.title),
        safe: fix.safe,
        edits: fix.edits.map((edit) => ({ offset: offsetJson(edit), newText: edit.newText })),
      },
    }),
    ...(related.length > 0 && {
      related: related.map((other) => ({
        file: other.file ?? file,
        offset: offsetJson(other),
        message: say(other.message),
      })),
    }),
  };
}

function offsetJson({ span }: Place): [number, number] {
  return [span.start, span.end];
}
