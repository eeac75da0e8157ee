/** What one property of a JSON value holds; a decimal is kept as text, so that it stays exact. */
export type JsonPart = 'text' | 'decimal' | 'boolean';
export type JsonParts = Readonly<Record<string, JsonPart>>;

/**
 * The shape of a JSON column: an object, a list of objects, or a list of texts. Every property may be null. It is shown
 * whole: no filter or sort looks into it.
 */
export type JsonShape = { kind: 'object' | 'list'; parts: JsonParts } | { kind: 'texts' };

type PartValue<P extends JsonPart> = P extends 'boolean' ? boolean : string;
type PartsValue<P extends JsonParts> = { [K in keyof P]: PartValue<P[K]> | null };
export type JsonValue<S extends JsonShape> = S extends { kind: 'object'; parts: infer P extends JsonParts }
  ? PartsValue<P>
  : S extends { kind: 'list'; parts: infer P extends JsonParts }
    ? PartsValue<P>[]
    : string[];

/** Platform ids of other records. */
export const idList = { kind: 'texts' } as const satisfies JsonShape;
