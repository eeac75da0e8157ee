/**
 * A JSON text; undefined where it is none. A number that would lose digits becomes the text that it was written as, so
 * that an amount arrives as it was sent.
 */
export function parseJson(text: string): unknown {
  try {
    return parse(text, (_, value, { source }) =>
      typeof value === 'number' && source !== undefined && String(value) !== source ? source : value,
    );
  } catch {
    return undefined;
  }
}

// The type declarations of this language version do not tell of the third argument.
const parse = JSON.parse as (
  text: string,
  reviver: (key: string, value: unknown, context: { source?: string }) => unknown,
) => unknown;
