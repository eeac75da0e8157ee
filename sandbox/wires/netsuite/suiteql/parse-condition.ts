import type { Reader } from './reader.ts';
import { type Condition, type Expression, type Operator, type Query, SuiteqlError } from './syntax.ts';

type ParseQuery = (reader: Reader) => Query;

/** More than this many values in one IN is what the vendor's database refuses. */
const mostInValues = 1000;

const operators: readonly (readonly [string, Operator])[] = [
  ['=', '='],
  ['<>', '<>'],
  ['!=', '<>'],
  ['<=', '<='],
  ['>=', '>='],
  ['<', '<'],
  ['>', '>'],
];

/** Conditions joined by OR, those joined by AND, brackets and NOT. `query` reads a SELECT within one. */
export function parseCondition(reader: Reader, query: ParseQuery): Condition {
  return joined(reader, 'OR', () => joined(reader, 'AND', () => parseOne(reader, query)));
}

function joined(reader: Reader, word: 'AND' | 'OR', one: () => Condition): Condition {
  const first = one();
  const parts = [first];
  while (reader.accept(word)) parts.push(one());
  return parts.length === 1 ? first : { kind: word === 'AND' ? 'and' : 'or', parts };
}

function parseOne(reader: Reader, query: ParseQuery): Condition {
  if (reader.accept('NOT')) return { kind: 'not', condition: parseOne(reader, query) };
  if (reader.accept('(')) {
    const condition = parseCondition(reader, query);
    reader.expect(')');
    return condition;
  }
  const left = parseValue(reader);
  if (reader.accept('IS')) {
    const isNull = !reader.accept('NOT');
    reader.expect('NULL');
    return { kind: 'is-null', value: left, isNull };
  }
  if (reader.accept('IN')) return parseIn(reader, query, left);
  const operator = operators.find(([text]) => reader.accept(text))?.[1];
  if (!operator) throw reader.unexpected();
  return { kind: 'compare', operator, left, right: parseValue(reader) };
}

function parseIn(reader: Reader, query: ParseQuery, left: Expression): Condition {
  reader.expect('(');
  if (reader.sees('SELECT')) {
    const condition: Condition = { kind: 'in-query', left, query: query(reader) };
    reader.expect(')');
    return condition;
  }
  const values = [parseValue(reader)];
  while (reader.accept(',')) values.push(parseValue(reader));
  reader.expect(')');
  if (values.length > mostInValues) throw new SuiteqlError(`IN takes at most ${mostInValues} values`);
  return { kind: 'in', left, values };
}

/** A column, a text, a number, TO_CHAR or TO_DATE. */
export function parseValue(reader: Reader): Expression {
  const text = reader.take('text');
  if (text !== null) return { kind: 'literal', value: text };
  const number = reader.take('number');
  if (number !== null) return { kind: 'literal', value: Number(number) };
  const word = reader.word();
  if (reader.sees('(')) return parseCall(reader, word.toUpperCase());
  if (!reader.accept('.')) return { kind: 'column', table: null, name: word.toLowerCase() };
  return { kind: 'column', table: word.toLowerCase(), name: reader.word().toLowerCase() };
}

function parseCall(reader: Reader, name: string): Expression {
  if (name !== 'TO_CHAR' && name !== 'TO_DATE') throw new SuiteqlError(`Unknown function ${name}`);
  reader.expect('(');
  const value = parseValue(reader);
  reader.expect(',');
  const format = reader.take('text');
  if (format === null) throw reader.unexpected();
  reader.expect(')');
  return { kind: 'call', name, value, format };
}
