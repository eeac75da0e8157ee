import { z } from 'zod';
import type { JsonSchema } from '../openapi.ts';
import { shapeNames, shapeShown } from './shapes.ts';

/** Formats that say it all; the patterns that zod adds to them are long and say nothing more to a reader. */
const plainFormats = new Set(['date-time', 'date', 'uuid', 'uri', 'email']);

/**
 * The schemas of one API document: turns zod schemas into JSON Schema and collects those that have a name, which are
 * referred to as `#/components/schemas/<name>`.
 */
export class DocumentSchemas {
  readonly components: Record<string, JsonSchema> = {};

  /** What a caller may send. */
  input(schema: z.ZodType): JsonSchema {
    return this.#convert(schema, 'input');
  }

  /** What is answered. Clients must let fields pass that they don't know, so that none is forbidden. */
  output(schema: z.ZodType): JsonSchema {
    return this.#convert(schema, 'output');
  }

  #convert(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const { $defs, $schema: _, ...own } = toJsonSchema(schema, io);
    for (const [name, part] of Object.entries($defs ?? {})) {
      const { id: _id, ...component } = referring(part) as JsonSchema;
      this.components[name] = component;
    }
    return referring(own) as JsonSchema;
  }
}

function toJsonSchema(schema: z.core.$ZodType, io: 'input' | 'output'): JsonSchema {
  return z.toJSONSchema(shapeShown(schema), {
    io,
    unrepresentable: 'any',
    metadata: shapeNames,
    override: ({ zodSchema, jsonSchema }) => {
      const stand = shapeShown(zodSchema);
      if (stand !== zodSchema) replace(jsonSchema, withoutDialect(toJsonSchema(stand, io)));
      describe(zodSchema, jsonSchema);
      joinNull(jsonSchema);
      simplify(jsonSchema);
      if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
}

/** What `describe` and `meta` say is kept in zod's own registry, which is not the one of the names. */
function describe(zodSchema: z.core.$ZodType, schema: JsonSchema): void {
  const { description, deprecated } = z.globalRegistry.get(zodSchema) ?? {};
  if (description) schema.description = description;
  if (deprecated) schema.deprecated = true;
}

const withoutDialect = ({ $schema: _, ...schema }: JsonSchema): JsonSchema => schema;

function replace(schema: JsonSchema, by: JsonSchema): void {
  for (const key of Object.keys(schema)) delete schema[key];
  Object.assign(schema, by);
}

/** The same said shorter: no pattern beside a format, and no limit beyond what numbers hold. */
function simplify(schema: JsonSchema): void {
  if ((schema.propertyNames as JsonSchema | undefined)?.type === 'string') delete schema.propertyNames;
  if (schema.format && plainFormats.has(schema.format)) delete schema.pattern;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
}

/** `type: [string, null]` instead of a choice of two schemas. */
function joinNull(schema: JsonSchema): void {
  const [value, empty, ...more] = schema.anyOf ?? [];
  if (!value || !isNull(empty) || more.length > 0 || typeof value !== 'object') return;
  if (typeof value.type !== 'string' || value.const !== undefined) return;
  const { anyOf: _, ...rest } = schema;
  const values = value.enum ? { enum: [...value.enum, null] } : {};
  replace(schema, { ...value, ...rest, ...values, type: [value.type, 'null'] as unknown as JsonSchema['type'] });
}

const isNull = (schema: unknown): boolean => (schema as JsonSchema | undefined)?.type === 'null';

/** References into this schema's own definitions, led to the document's components. */
function referring(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(referring);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) =>
      key === '$ref' && typeof one === 'string'
        ? [key, one.replace('#/$defs/', '#/components/schemas/')]
        : [key, referring(one)],
    ),
  );
}
