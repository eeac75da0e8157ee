const special = /[\\"\0]/;

/**
 * Values as the text of a Postgres array: one parameter for a whole column of a page. Written here rather than by the
 * driver, which looks every element over twice.
 */
export function arrayLiteral(values: readonly unknown[]): string {
  let text = '{';
  for (let i = 0; i < values.length; i++) {
    if (i) text += ',';
    const value = values[i];
    if (value === null || value === undefined) text += 'NULL';
    else if (typeof value === 'string') text += special.test(value) ? quoted(value) : `"${value}"`;
    else text += String(value);
  }
  return `${text}}`;
}

const quoted = (value: string) => `"${value.replaceAll('\0', '\uFFFD').replace(/[\\"]/g, '\\$&')}"`;
