/** A payment as the sandbox platform writes it, padded to about 1 kB, nested as such data is. */
export function rawPayment(index: number, version: number): Record<string, unknown> {
  const raw = {
    id: `pay_${index}`,
    created: '2026-01-10T08:00:00.000Z',
    modified: new Date(Date.UTC(2026, 0, 15) + index + version * 86_400_000).toISOString(),
    deleted: null,
    invoice_id: `inv_${index >> 1}`,
    contact_id: `con_${index % 97}`,
    account_id: `acc_${index % 7}`,
    currency_id: 'cur_1',
    rate: '1.0',
    amount: `${(index % 1000) + version}.25`,
    paid_on: '2026-01-15',
    reference: `REF-${index}`,
    method: 'bank transfer',
    note: `Payment for "order ${index}", thank you`,
    applied: Array.from({ length: 3 }, (_, line) => ({
      line,
      document: `INV-2026-${index >> 1}`,
      amount: `${(index % 300) + line}.50`,
      discount: null,
      account: `40${line}0`,
    })),
    memo: '',
  };
  raw.memo = 'Lorem ipsum dolor sit amet, '.repeat(40).slice(0, Math.max(0, 1000 - JSON.stringify(raw).length));
  return raw;
}
