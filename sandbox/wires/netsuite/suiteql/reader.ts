import { SuiteqlError } from './syntax.ts';
import { type Token, tokenize } from './tokens.ts';

/** Goes through the tokens of one query. */
export class Reader {
  readonly #tokens: Token[];
  #at = 0;

  constructor(sql: string) {
    this.#tokens = tokenize(sql);
  }

  /** Whether the next token is this keyword or mark. */
  sees(text: string, ahead = 0): boolean {
    const token = this.#tokens[this.#at + ahead];
    return token?.kind === 'word' ? token.text.toUpperCase() === text : token?.kind === 'mark' && token.text === text;
  }

  /** Takes the next token if it is this keyword or mark. */
  accept(text: string): boolean {
    const isThere = this.sees(text);
    if (isThere) this.#at++;
    return isThere;
  }

  expect(text: string): void {
    if (!this.accept(text)) throw this.unexpected();
  }

  /** Takes the next token if it is of that kind. */
  take(kind: Token['kind']): string | null {
    const token = this.#tokens[this.#at];
    if (token?.kind !== kind) return null;
    this.#at++;
    return token.text;
  }

  word(): string {
    const word = this.take('word');
    if (word === null) throw this.unexpected();
    return word;
  }

  end(): void {
    if (this.#at < this.#tokens.length) throw this.unexpected();
  }

  unexpected(): SuiteqlError {
    const token = this.#tokens[this.#at];
    return new SuiteqlError(token ? `Unexpected "${token.text}"` : 'The query ends too early');
  }
}
