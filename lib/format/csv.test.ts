import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvValue, csvLine } from './csv.ts';

const cell = (value: CsvValue) => csvLine([value]).slice(0, -2);

describe('a line of a CSV file', () => {
  it('writes values as they are, and quotes what would break the line', () => {
    expect(csvLine(['Acme', 12.5, true, null, undefined, new Date('2026-03-02T10:00:00Z')])).toBe(
      'Acme,12.5,true,,,2026-03-02T10:00:00.000Z\r\n',
    );
    expect(csvLine(['Harbour, Lane & "Sons"', 'two\nlines'])).toBe('"Harbour, Lane & ""Sons""","two\nlines"\r\n');
  });

  it('keeps a spreadsheet from running what somebody typed', () => {
    expect(cell('=HYPERLINK("http://evil.example")')).toBe(`"'=HYPERLINK(""http://evil.example"")"`);
    for (const text of ['+49 30 1234', '-cmd', '@sum', '\t=1+1', '\r=1+1', ' =1+1', '=1', '+1+1']) {
      expect(cell(text), text).toMatch(/^"?'/);
    }
  });

  it('leaves negative numbers numbers', () => {
    expect(cell('-12.50')).toBe('-12.50');
    expect(cell(-12.5)).toBe('-12.5');
  });

  it('reads back as what was written, but for the apostrophe of the guard', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (values) => {
        const read = parseLine(csvLine(values));
        expect(read.map((text, index) => (text === `'${values[index]}` ? values[index] : text))).toEqual(values);
      }),
    );
  });
});

/** Reads one line as RFC 4180 has it. */
function parseLine(line: string): string[] {
  const cells: string[] = [];
  let rest = line;
  while (rest !== '') {
    const quoted = /^"((?:[^"]|"")*)"(,|\r\n)/.exec(rest);
    const plain = /^([^",\r\n]*)(,|\r\n)/.exec(rest);
    const found = quoted ?? plain;
    if (!found) throw new Error(`not a line: ${rest}`);
    cells.push(quoted ? (quoted[1] ?? '').replaceAll('""', '"') : (found[1] ?? ''));
    rest = rest.slice(found[0].length);
  }
  return cells;
}
