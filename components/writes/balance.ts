/**
 * What is open of an invoice after a payment, exact; null where one of them is no decimal number.
 *
 * @param due a decimal text, as `120.50`
 * @param amount as somebody typed it
 */
export function balanceAfter(due: string | null, amount: string): string | null {
  const typed = amount.trim();
  if (due === null || !isDecimal(due) || !isDecimal(typed)) return null;
  const digits = Math.max(decimalsOf(due), decimalsOf(typed));
  return spelled(scaled(due, digits) - scaled(typed, digits), digits);
}

const isDecimal = (text: string) => /^-?\d+(\.\d+)?$/.test(text);

const decimalsOf = (text: string) => text.split('.')[1]?.length ?? 0;

const scaled = (text: string, digits: number) =>
  BigInt(text.replace('.', '').padEnd(text.replace('.', '').length + digits - decimalsOf(text), '0'));

function spelled(value: bigint, digits: number): string {
  if (digits === 0) return String(value);
  const text = String(value < 0n ? -value : value).padStart(digits + 1, '0');
  return `${value < 0n ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
