/** What a citation names. */
export interface Cited {
  readonly text: string;
  /** Empty where the text has none. */
  readonly title: string;
  /** YYYY-MM-DD, or empty. */
  readonly date: string;
  /** 三/五, or empty. */
  readonly section: string;
}

/** `“……”（《标题》，2014年5月20日，三/五）`; what is not known is left out. */
export function citation({ text, title, date, section }: Cited): string {
  const source = [title === '' ? '' : titled(title), calendarDate(date), section].filter((part) => part !== '');
  return `“${inner(text.trim(), '“”', '‘’')}”${source.length > 0 ? `（${source.join('，')}）` : ''}`;
}

/** A title in its marks; titles inside it stand between single ones. */
function titled(title: string): string {
  const whole = /^《([^《》]*)》$/.exec(title)?.[1];
  return `《${inner(whole ?? title, '《》', '〈〉')}》`;
}

/** Inside marks of a kind, the outer kind gives way to the inner one, and that to the outer one. */
function inner(text: string, outer: string, other: string): string {
  if (!Array.from(outer).some((mark) => text.includes(mark))) return text;
  const from = outer + other;
  const to = other + outer;
  return Array.from(text, (one) => to[from.indexOf(one)] ?? one).join('');
}

function calendarDate(date: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [];
  return year === undefined ? date : `${year}年${Number(month)}月${Number(day)}日`;
}
