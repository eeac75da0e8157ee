import { SuiteqlError } from './syntax.ts';

export type Token =
  | { kind: 'word' | 'mark'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'number'; text: string };

const forms = /\s*(?:([A-Za-z_]\w*)|(\d+(?:\.\d+)?)|'((?:[^']|'')*)'|(<=|>=|<>|!=|[=<>(),.*]))/y;

/** Cuts a query into words, numbers, texts and marks. Throws SuiteqlError at what is none of them. */
export function tokenize(sql: string): Token[] {
  const tokens: Token[] = [];
  forms.lastIndex = 0;
  while (sql.slice(forms.lastIndex).trim() !== '') {
    const from = forms.lastIndex;
    const match = forms.exec(sql);
    if (!match) throw new SuiteqlError(`Unexpected character near "${sql.slice(from, from + 20).trim()}"`);
    const [, word, number, text, mark] = match;
    if (word !== undefined) tokens.push({ kind: 'word', text: word });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (text !== undefined) tokens.push({ kind: 'text', text: text.replaceAll("''", "'") });
    else tokens.push({ kind: 'mark', text: mark ?? '' });
  }
  return tokens;
}
