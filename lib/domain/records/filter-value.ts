import { cleanText } from './clean-text.ts';
import type { FieldInfo } from './fields.ts';
import { parseMoment } from './moment.ts';

const wholeNumber = /^-?\d{1,15}$/;
const decimalNumber = /^[+-]?\d{1,40}(?:\.\d{1,40})?$/;

/** Reads a value that a caller compares a field with: the text of a parameter of the field's type, or what is wrong. */
export function parseFieldValue(field: FieldInfo, text: string): { value: string } | { problem: string } {
  switch (field.kind) {
    case 'integer':
      return wholeNumber.test(text) ? { value: text } : { problem: 'must be a whole number' };
    case 'decimal':
      return decimalNumber.test(text) ? { value: text } : { problem: 'must be a number' };
    case 'moment': {
      const moment = parseMoment(text);
      return moment
        ? { value: moment.toISOString() }
        : { problem: 'must be an ISO 8601 date or date and time with an offset' };
    }
    case 'boolean':
      return parseBoolean(text);
    case 'text':
      return parseText(field, text);
  }
}

/** `true` or `false`, in any case. */
export function parseBoolean(text: string): { value: 'true' | 'false' } | { problem: string } {
  const lower = text.toLowerCase();
  return lower === 'true' || lower === 'false' ? { value: lower } : { problem: 'must be true or false' };
}

function parseText({ values }: FieldInfo, text: string): { value: string } | { problem: string } {
  if (!values) return { value: cleanText(text) };
  const value = values.find((one) => one.toLowerCase() === text.toLowerCase());
  return value ? { value } : { problem: `must be one of ${values.join(', ')}` };
}
