import { z } from 'zod';
import type { ChildDeclaration, ModelDeclaration } from '../../../domain/records/declaration.ts';
import { type AnyFieldInfo, wireFields } from '../../../domain/records/fields.ts';
import { declarationOf, type RecordModel, recordModels } from '../../../domain/records/registry.ts';
import { named } from '../../../http/shapes.ts';
import { momentShape } from './moment.ts';

const recordShapes = new Map<RecordModel, z.ZodType>();
const childShapes = new Map<ChildDeclaration, z.ZodType>();

/** `INVOICE_PAYMENT` → `InvoicePayment`, as operation ids and the document's schemas spell a model. */
export const inPascalCase = (model: string): string =>
  model
    .split('_')
    .map((word) => word.charAt(0) + word.slice(1).toLowerCase())
    .join('');

/** The shape of what `toWire` makes of a record, from the same declaration. Relations are there once they are expanded. */
export function recordShape(model: RecordModel): z.ZodType {
  return remembered(recordShapes, model, () => {
    const declaration = declarationOf(model);
    const asked = declaration.showsDeletedAt === 'asked' ? ['rootfi_deleted_at'] : [];
    return named(
      inPascalCase(model),
      z.object({
        ...fieldShapes(declaration, asked),
        ...mapped(declaration.children, (child) => z.array(childShape(child))),
        ...mapped(declaration.relations, ({ model: target, kind }) => relationShape(target, kind)),
        raw_data: z.unknown().optional(),
        data_hash: z.string().nullable().optional(),
      }),
    );
  });
}

const childShape = (child: ChildDeclaration): z.ZodType =>
  remembered(childShapes, child, () => named(inPascalCase(child.model), z.object(fieldShapes(child))));

function relationShape(target: RecordModel, kind: 'one' | 'many'): z.ZodType {
  const shape = z.lazy(() => recordShape(target));
  return (kind === 'many' ? z.array(shape) : shape.nullable()).optional();
}

function fieldShapes(declaration: ModelDeclaration | ChildDeclaration, asked: readonly string[] = []) {
  const fields = wireFields(declaration).map((field) => {
    const shape = field.nullable ? valueShape(field).nullable() : valueShape(field);
    return [field.name, asked.includes(field.name) ? shape.optional() : shape] as const;
  });
  return Object.fromEntries(fields);
}

function valueShape(field: AnyFieldInfo): z.ZodType {
  switch (field.kind) {
    case 'integer':
      return z.int();
    case 'decimal':
      return field.asText ? z.string() : z.number();
    case 'moment':
      return momentShape;
    case 'boolean':
      return z.boolean();
    case 'text':
      if (field.asPlural) return z.enum(Object.values(recordModels).map(({ path }) => path.toUpperCase()));
      return field.values ? z.enum(field.values) : z.string();
    case 'json':
      return jsonShape(field.shape);
  }
}

function jsonShape(shape: Extract<AnyFieldInfo, { kind: 'json' }>['shape']): z.ZodType {
  if (shape.kind === 'texts') return z.array(z.string());
  const parts = { text: z.string(), decimal: z.number(), boolean: z.boolean() };
  const value = z.object(mapped(shape.parts, (part) => parts[part].nullable()));
  return shape.kind === 'list' ? z.array(value) : value;
}

const mapped = <T, R>(values: Readonly<Record<string, T>>, map: (value: T) => R): Record<string, R> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));

function remembered<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const found = known.get(key);
  if (found) return found;
  const made = make();
  known.set(key, made);
  return made;
}
