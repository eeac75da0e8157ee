import type {
  ApiDocument,
  DocumentOperation,
  DocumentParameter,
  DocumentResponse,
  JsonSchema,
  Reference,
} from '@/lib/openapi.ts';

/** An operation with where it stands. */
export interface ListedOperation extends DocumentOperation {
  method: string;
  path: string;
}

/** The operations under their headings, in the order of the document. */
export function operationsByGroup(document: ApiDocument): { name: string; operations: ListedOperation[] }[] {
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, method: method.toUpperCase(), path })),
  );
  return document.tags.map(({ name }) => ({ name, operations: all.filter((one) => one.tags?.includes(name)) }));
}

/** Those whose words, path or id hold every word of a search. */
export function matchingOperations<T extends ListedOperation>(operations: readonly T[], search: string): T[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return operations.filter((one) => {
    const text = `${one.summary} ${one.method} ${one.path} ${one.operationId}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** What a reference of the document leads to. */
function resolved<T>(document: ApiDocument, part: T | Reference): T {
  if (typeof part !== 'object' || part === null || !('$ref' in part)) return part as T;
  const keys = String(part.$ref).slice(2).split('/');
  return keys.reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], document) as T;
}

export const parametersOf = (document: ApiDocument, { parameters = [] }: DocumentOperation): DocumentParameter[] =>
  parameters.map((parameter) => resolved<DocumentParameter>(document, parameter));

export const responsesOf = (document: ApiDocument, { responses }: DocumentOperation) =>
  Object.entries(responses).map(([status, response]) => ({
    status,
    ...resolved<DocumentResponse>(document, response),
  }));

/** A schema, or the one that it names. */
export const schemaOf = (document: ApiDocument, schema: JsonSchema): JsonSchema =>
  typeof schema.$ref === 'string' ? resolved<JsonSchema>(document, schema as unknown as Reference) : schema;
