import { describe, expect, it } from 'vitest';
import { readerOf } from './language.ts';

const asks = (acceptLanguage: string | null, chosen?: string) => readerOf({ acceptLanguage, chosen });

describe('the reader of a customer’s page', () => {
  it('is spoken to in the first of our languages that the browser asks for', () => {
    expect(asks('de-AT,de;q=0.9,en;q=0.8')).toEqual({ language: 'de', locale: 'de-AT' });
    expect(asks('nl,pt-BR;q=0.8,en;q=0.5')).toEqual({ language: 'pt', locale: 'pt-BR' });
    expect(asks('en;q=0.3,hi-IN;q=0.9')).toEqual({ language: 'hi', locale: 'hi-IN' });
  });

  it('is spoken to in English where none of them is asked for', () => {
    expect(asks('nl,sv;q=0.8')).toEqual({ language: 'en', locale: 'en' });
    expect(asks('x'.repeat(500))).toEqual({ language: 'en', locale: 'en' });
    expect(asks(null)).toEqual({ language: 'en', locale: 'en' });
  });

  it('may choose another one, and keeps the region of the browser where it is of that language', () => {
    expect(asks('de-AT,fr-CH;q=0.5', 'fr')).toEqual({ language: 'fr', locale: 'fr-CH' });
    expect(asks('de-AT', 'es')).toEqual({ language: 'es', locale: 'es' });
  });

  it('can’t choose what is no language of ours', () => {
    expect(asks('de', 'toString')).toEqual({ language: 'de', locale: 'de' });
    expect(asks('de', 'nl')).toEqual({ language: 'de', locale: 'de' });
  });
});
