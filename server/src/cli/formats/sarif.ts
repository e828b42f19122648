import { RULE_PAGES, type RulePage } from '../../documentation/rulePages.ts';
import { withoutLinks } from '../../documentation/rulePageText.ts';
import type { Severity } from '../../rules/rule.ts';
import { type Locale, type Message, message, type Say } from '../../text/messages.ts';
import type { FileFix, FileProblem, Place } from '../report.ts';
import type { Format, FormatContext, Summary } from './format.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

/** SARIF 2.1.0, which code hosts and editors read. */
export function sarifFormat({ say, locale, version }: FormatContext): Format {
  const indexes = new Map(RULE_PAGES.map(({ code }, index) => [code, index]));
  let isFirst = true;
  return {
    begin: () => {
      const driver = { name: 'rmrb', version, rules: RULE_PAGES.map((page) => ruleJson(page, locale)) };
      const run = JSON.stringify({ tool: { driver }, columnKind: 'utf16CodeUnits' });
      return `{"version":"2.1.0","$schema":"${SCHEMA}","runs":[${run.slice(0, -1)},"results":[`;
    },
    file: ({ file, problems }) =>
      problems
        .map((problem) => {
          const separator = isFirst ? '\n' : ',\n';
          isFirst = false;
          return separator + JSON.stringify(resultJson(file, problem, indexes.get(problem.code), say));
        })
        .join(''),
    end: (summary) => `\n],"invocations":[${JSON.stringify(invocationJson(summary))}]}]}\n`,
  };
}

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

function ruleJson({ code, severity, title, text }: RulePage, locale: Locale): object {
  const full = withoutLinks(text[locale]);
  return {
    id: code,
    shortDescription: { text: `${title[locale]}${locale === 'en' ? '.' : '。'}` },
    fullDescription: { text: full },
    help: { text: full, markdown: full },
    defaultConfiguration: { level: LEVELS[severity] },
  };
}

function invocationJson({ failures }: Summary): object {
  return {
    executionSuccessful: failures.length === 0,
    toolExecutionNotifications: failures.map((text) => ({ level: 'error', message: { text } })),
  };
}

function resultJson(file: string, problem: FileProblem, ruleIndex: number | undefined, say: Say): object {
  const { code, severity, fix, related } = problem;
  return {
    ruleId: code,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: LEVELS[severity],
    message: messageJson(problem.message, say),
    locations: [locationJson(file, problem)],
    ...(related.length > 0 && {
      relatedLocations: related.map((other, id) => ({
        id,
        ...locationJson(other.file ?? file, other),
        message: messageJson(other.message, say),
      })),
    }),
    ...(fix && { fixes: [fixJson(file, fix, say)] }),
  };
}

function fixJson(file: string, { title, edits, safe }: FileFix, say: Say): object {
  const description = say(title) + (safe ? '' : say(message('cli.unsafe')));
  const replacements = edits.map((edit) => ({
    deletedRegion: regionJson(edit),
    insertedContent: { text: edit.newText },
  }));
  return {
    description: { text: description },
    artifactChanges: [{ artifactLocation: artifactJson(file), replacements }],
  };
}

function locationJson(file: string, place: Place): object {
  return { physicalLocation: { artifactLocation: artifactJson(file), region: regionJson(place) } };
}

function regionJson({ span, range: { start, end } }: Place): object {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
    charOffset: span.start,
    charLength: span.end - span.start,
  };
}

function artifactJson(file: string): object {
  const isAbsolute = /^(?:\/|[A-Za-z]:)/.test(file);
  const uri = file.split('/').map(encodeURIComponent).join('/');
  return { uri: isAbsolute ? `file://${uri.startsWith('/') ? '' : '/'}${uri}` : uri };
}

function messageJson(text: Message, say: Say): object {
  return { text: say(text) };
}
