import { directionOf, intlTag, type Locale } from '@rapport/domain/languages';

/** What stands in a message's arguments. */
export type MessageValues = Readonly<Record<string, string | number | Date>>;

type Part =
  | { kind: 'text'; text: string }
  | { kind: 'argument'; name: string }
  | { kind: 'formatted'; name: string; format: Format }
  | { kind: 'plural' | 'select'; name: string; forms: ReadonlyMap<string, readonly Part[]> }
  | { kind: 'count' };

/** How a number or time is written; null for what our catalogues may not use. `::.0#` means one to two decimals. */
const formatOf = (type: string, style: string): Format | null => {
  const decimals = /^::\.(0*)(#*)$/.exec(style);
  if (type === 'time') return style === 'short' ? { kind: 'time' } : null;
  if (type !== 'number') return null;
  if (style === '') return { kind: 'number' };
  if (style === 'percent') return { kind: 'number', style: 'percent' };
  if (decimals === null) return null;
  const [, least = '', more = ''] = decimals;
  return { kind: 'number', minimumFractionDigits: least.length, maximumFractionDigits: least.length + more.length };
};
type Format = { kind: 'time' } | ({ kind: 'number' } & Intl.NumberFormatOptions);

/** A message that was read once; catalogues are checked before they ship, so reading one does not fail. */
export type Message = readonly Part[];

/**
 * Reads a message in the part of ICU syntax our catalogues use: arguments, numbers and times of `formatOf`, plurals with `#` and
 * `=0`, selects, and quotes. All of ICU would weigh as much as the board's own code; the tests hold both to the same
 * texts.
 */
export const readMessage = (source: string): Message => new Reader(source).parts(false);

class Reader {
  private readonly source: string;
  private at = 0;

  constructor(source: string) {
    this.source = source;
  }

  /** Up to the end, or to the brace that closes a form. */
  parts(inPlural: boolean): Part[] {
    const parts: Part[] = [];
    let text = '';
    const end = (): void => {
      if (text !== '') parts.push({ kind: 'text', text });
      text = '';
    };
    while (this.at < this.source.length && this.source[this.at] !== '}') {
      const sign = this.source[this.at];
      if (sign === "'") text += this.quoted();
      else if (sign === '{') {
        end();
        parts.push(this.argument(inPlural));
      } else if (sign === '#' && inPlural) {
        end();
        this.at += 1;
        parts.push({ kind: 'count' });
      } else {
        text += sign;
        this.at += 1;
      }
    }
    end();
    return parts;
  }

  /** An apostrophe quotes before a sign of the syntax; two are one; else it is what it looks like. */
  private quoted(): string {
    const next = this.source[this.at + 1] ?? '';
    if (next === "'" || !'{}#'.includes(next) || next === '') {
      this.at += next === "'" ? 2 : 1;
      return "'";
    }
    const end = this.source.indexOf("'", this.at + 1);
    const text = this.source.slice(this.at + 1, end < 0 ? undefined : end);
    this.at += text.length + (end < 0 ? 1 : 2);
    return text;
  }

  private argument(inPlural: boolean): Part {
    const name = this.word();
    const type = this.source[this.at] === ',' ? this.word() : '';
    if (type === 'plural' || type === 'select') {
      this.at += 1;
      return { kind: type, name, forms: this.forms(type === 'plural' || inPlural) };
    }
    const style = this.source[this.at] === ',' ? this.word() : '';
    this.at += 1;
    if (type === '') return { kind: 'argument', name };
    const format = formatOf(type, style);
    if (format === null) throw new Error(`messages know no {${name}, ${type} ${style}}`);
    return { kind: 'formatted', name, format };
  }

  private forms(inPlural: boolean): Map<string, Part[]> {
    const forms = new Map<string, Part[]>();
    for (;;) {
      const open = this.source.indexOf('{', this.at);
      const close = this.source.indexOf('}', this.at);
      if (open < 0 || close < open) {
        this.at = close + 1;
        return forms;
      }
      const form = this.source.slice(this.at, open).trim();
      this.at = open + 1;
      forms.set(form, this.parts(inPlural));
      this.at += 1;
    }
  }

  /** What stands between this sign and the next comma or brace. */
  private word(): string {
    const from = this.at + 1;
    this.at = from;
    while (!',}'.includes(this.source[this.at] ?? '}')) this.at += 1;
    return this.source.slice(from, this.at).trim();
  }
}

/** The message as a text. A value that was not given leaves a gap. */
export const formatMessage = (message: Message, locale: Locale, values: MessageValues = {}, count = 0): string =>
  message
    .map((part) => {
      switch (part.kind) {
        case 'text':
          return part.text;
        case 'argument':
          return isolate(values[part.name] ?? '', locale);
        case 'formatted':
          return formatter(locale, part.format).format(values[part.name] as number & Date);
        case 'count':
          return formatter(locale, { kind: 'number' }).format(count);
        case 'select':
          return formatForm(part.forms, String(values[part.name]), locale, values, count);
        case 'plural': {
          const number = Number(values[part.name]);
          const exact = `=${number}`;
          const form = part.forms.has(exact) ? exact : pluralRules(locale).select(number);
          return formatForm(part.forms, form, locale, values, number);
        }
      }
    })
    .join('');

const LETTERS = { ltr: /(?![\p{Script=Arabic}\p{Script=Hebrew}])\p{L}/u, rtl: /[\p{Script=Arabic}\p{Script=Hebrew}]/u };

/** People's own words that run against the sentence keep their direction to themselves, brackets and numbers included. */
const isolate = (value: string | number | Date, locale: Locale): string => {
  const text = String(value);
  const against = LETTERS[directionOf(locale) === 'rtl' ? 'ltr' : 'rtl'];
  return against.test(text) ? `\u2068${text}\u2069` : text;
};

const formatForm = (
  forms: ReadonlyMap<string, Message>,
  form: string,
  locale: Locale,
  values: MessageValues,
  count: number,
): string => formatMessage(forms.get(form) ?? forms.get('other') ?? [], locale, values, count);

const formatters = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();
const rules = new Map<Locale, Intl.PluralRules>();

// Making one costs a thousand times what using it does.
const formatter = (locale: Locale, format: Format): Intl.NumberFormat | Intl.DateTimeFormat => {
  const key = `${locale} ${JSON.stringify(format)}`;
  const known = formatters.get(key) ?? makeFormatter(locale, format);
  formatters.set(key, known);
  return known;
};

const makeFormatter = (locale: Locale, format: Format): Intl.NumberFormat | Intl.DateTimeFormat =>
  format.kind === 'time'
    ? new Intl.DateTimeFormat(intlTag(locale), { hour: 'numeric', minute: 'numeric' })
    : new Intl.NumberFormat(intlTag(locale), format);

const pluralRules = (locale: Locale): Intl.PluralRules => {
  const known = rules.get(locale) ?? new Intl.PluralRules(locale);
  rules.set(locale, known);
  return known;
};
