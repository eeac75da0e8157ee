import type { JsonSchema } from '@/lib/openapi.ts';

const formats: Record<string, string> = { 'date-time': 'date and time', date: 'date', uuid: 'uuid', uri: 'address' };
const types: Record<string, string> = {
  string: 'text',
  integer: 'whole number',
  number: 'number',
  boolean: 'true or false',
  object: 'object',
  null: 'null',
};

/** What a schema takes, in a few words: `list of Company`, `date and time or null`. */
export function typeWords(schema: JsonSchema): string {
  if (typeof schema.$ref === 'string') return schema.$ref.split('/').at(-1) ?? '';
  if (schema.anyOf) return schema.anyOf.map((one) => typeWords(one as JsonSchema)).join(' or ');
  const named = [schema.type ?? 'anything'].flat() as string[];
  return named.map((type) => oneType(type, schema)).join(' or ');
}

function oneType(type: string, schema: JsonSchema): string {
  if (type === 'array') return `list of ${schema.items ? typeWords(schema.items as JsonSchema) : 'anything'}`;
  if (type === 'string' && schema.format) return formats[schema.format] ?? schema.format;
  return types[type] ?? type;
}

/** The limits that a schema sets, in a few words each. */
export function limitWords(schema: JsonSchema): string[] {
  const { enum: values, default: usual, minimum, maximum, minLength, maxLength, minItems, maxItems } = schema;
  const said = values?.filter((value) => value !== null).join(', ');
  return [
    said && `one of ${said}`,
    between(minimum, maximum, ''),
    between(minLength, maxLength, ' characters'),
    between(minItems, maxItems, ' entries'),
    usual !== undefined && `${JSON.stringify(usual)} unless given`,
  ].filter((words) => typeof words === 'string');
}

function between(least: number | undefined, most: number | undefined, unit: string): string | undefined {
  if (least !== undefined && most !== undefined) return `${least} to ${most}${unit}`;
  if (least !== undefined) return `at least ${least}${unit}`;
  return most === undefined ? undefined : `at most ${most}${unit}`;
}
