import { fromMinor, percentOf, times, toMinor } from './money.ts';
import type { TradeLine } from './records/trade.ts';

export type LineInput = Omit<TradeLine, 'net' | 'tax' | 'total'>;

/** A line with its amounts: net after discount, tax on the net, both rounded to the currency's unit. */
export function priceLine(line: LineInput, decimals: number): TradeLine {
  const gross = times(toMinor(line.unitPrice, decimals), line.quantity);
  const net = gross - toMinor(line.discount, decimals);
  const tax = percentOf(net, line.taxRate);
  return {
    ...line,
    net: fromMinor(net, decimals),
    tax: fromMinor(tax, decimals),
    total: fromMinor(net + tax, decimals),
  };
}

/** A document's amounts from its lines. `subtotal` is after discount. */
export function totalsOf(lines: readonly TradeLine[], decimals: number) {
  const sum = (key: 'net' | 'tax' | 'discount') =>
    lines.reduce((total, line) => total + toMinor(line[key], decimals), 0n);
  const [net, tax] = [sum('net'), sum('tax')];
  return {
    subtotal: fromMinor(net, decimals),
    discount: fromMinor(sum('discount'), decimals),
    tax: fromMinor(tax, decimals),
    total: fromMinor(net + tax, decimals),
  };
}
