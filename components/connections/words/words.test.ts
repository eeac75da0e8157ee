import { describe, expect, it } from 'vitest';
import { type Language, languages } from '@/lib/format/language.ts';
import { catalogue } from './catalogue.ts';
import { fill } from './words.ts';

const others = (Object.keys(languages) as Language[]).filter((language) => language !== 'en');

/** Every text of a catalogue under its path, such as `form.submit`. */
function texts(part: object, path = ''): [path: string, text: string][] {
  return Object.entries(part).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : texts(value, `${path}${key}.`),
  );
}

const placeholders = (text: string) => (text.match(/\{\w+\}/g) ?? []).filter((one, at, all) => all.indexOf(one) === at);

describe.each(others)('the connect page in %s', (language) => {
  const english = new Map(texts(catalogue.en));

  it('says everything that it says in English, in words of its own', () => {
    const said = texts(catalogue[language]);
    expect(said.map(([path]) => path)).toEqual([...english.keys()]);
    expect(said.filter(([, text]) => text.trim() === '')).toEqual([]);
    const same = said.filter(([path, text]) => english.get(path) === text && /[a-z]{4}.* .*[a-z]{4}/.test(text));
    expect(same, 'left in English').toEqual([]);
  });

  it('names the same values in every text, and no others', () => {
    for (const [path, text] of texts(catalogue[language])) {
      const named = placeholders(text).sort();
      expect(named, path).toEqual(placeholders(english.get(path) ?? '').sort());
    }
  });
});

describe('a text with values', () => {
  it('has each value wherever it is named, and nothing else changed', () => {
    expect(fill('{platform} and {platform} at {time}', { platform: 'A{time}', time: '$&' })).toBe(
      'A{time} and A{time} at $&',
    );
    expect(fill('{unknown}', {})).toBe('{unknown}');
  });
});
