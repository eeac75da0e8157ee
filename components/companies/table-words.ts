/** What the rows of a table are, by its name: `record_invoice_payments` → `Invoice payments`. */
export function tableWords(table: string): string {
  const words = table.replace(/^record_/, '').replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
