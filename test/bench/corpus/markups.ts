import type { BenchRecord, Part } from './records.ts';

/** The same records as each parser reads them. `plain` is what a text without any markup looks like. */
export type Markup = 'rmrb' | 'plain' | 'xml' | 'html' | 'markdown' | 'python';

interface Writer {
  readonly begin: string;
  readonly end: string;
  record(record: BenchRecord): string;
}

export const MARKUPS: Readonly<Record<Markup, Writer>> = {
  rmrb: { begin: '', end: '', record: inTags },
  plain: { begin: '', end: '', record: (record) => lines(record.parts) },
  xml: { begin: '<corpus>\n', end: '</corpus>\n', record: inXml },
  html: {
    begin: '<!DOCTYPE html>\n<html>\n<head><title>人民日报</title></head>\n<body>\n',
    end: '</body>\n</html>\n',
    record: inHtml,
  },
  markdown: { begin: '', end: '', record: inMarkdown },
  python: { begin: '', end: '', record: inPython },
};

/** As printed in the fields, in order. */
function fieldsOf({ issue, date, page, item, title, pageName, genre }: BenchRecord): [code: string, value: string][] {
  return [
    ['ZQ/总期', String(issue)],
    ['RQ/日期', date],
    ['BH/版号', String(page).padStart(3, '0')],
    ['TH/条号', String(item)],
    ['BT/标题', title],
    ['BM/版名', pageName],
    ['TC/体裁', genre],
  ];
}

function inTags(record: BenchRecord): string {
  const fields = fieldsOf(record).map(([code, value]) => `〖${code}〗${value}〖-${code}〗\n`);
  return `${fields.join('')}〖ZW/正文〗\n${lines(record.parts)}〖-ZW/正文〗\n`;
}

function lines(parts: readonly Part[]): string {
  return parts.map(({ numeral = '', text = '', parts: below }) => `    ${numeral}${text}\n${lines(below)}`).join('');
}

function inXml(record: BenchRecord): string {
  const fields = fieldsOf(record).map(([code, value]) => `<${code.slice(0, 2)}>${value}</${code.slice(0, 2)}>\n`);
  return `<record>\n${fields.join('')}<ZW>\n${elements(record.parts)}</ZW>\n</record>\n`;
}

function inHtml(record: BenchRecord): string {
  const fields = fieldsOf(record).map(([code, value]) => `<div class="${code.slice(0, 2)}">${value}</div>\n`);
  return `<article>\n${fields.join('')}<main>\n${elements(record.parts)}</main>\n</article>\n`;
}

function elements(parts: readonly Part[]): string {
  return parts.map(element).join('');
}

function element({ numeral, text, parts }: Part): string {
  if (numeral === undefined) return `<p>${text ?? ''}</p>\n`;
  const words = text === undefined ? '' : `<p>${text}</p>\n`;
  return `<section>\n<h2>${numeral}</h2>\n${words}${elements(parts)}</section>\n`;
}

function inMarkdown(record: BenchRecord): string {
  const fields = fieldsOf(record).map(([code, value]) => `- ${code}: ${value}\n`);
  return `# ${record.title}\n\n${fields.join('')}\n${headings(record.parts, 2)}`;
}

function headings(parts: readonly Part[], level: number): string {
  return parts
    .map(({ numeral, text, parts: below }) => {
      const heading = numeral === undefined ? '' : `${'#'.repeat(level)} ${numeral}\n\n`;
      return `${heading}${text === undefined ? '' : `${text}\n\n`}${headings(below, level + 1)}`;
    })
    .join('');
}

function inPython(record: BenchRecord): string {
  const fields = fieldsOf(record).map(([code, value]) => `    ${code.slice(0, 2).toLowerCase()} = "${value}"\n`);
  return `class Record${record.date}${record.page}${record.item}:\n${fields.join('')}${definitions(record.parts, '    ')}\n`;
}

function definitions(parts: readonly Part[], indent: string): string {
  return parts
    .map(({ numeral, text, parts: below }, index) => {
      const assignment = text === undefined ? '' : `text${index} = "${text}"\n`;
      if (numeral === undefined) return `${indent}${assignment}`;
      const inner = `${indent}    `;
      const first = assignment ? `${inner}${assignment}` : '';
      return `${indent}class Section${index}:\n${inner}"""${numeral}"""\n${first}${definitions(below, inner)}`;
    })
    .join('');
}
