/**
 * Why something failed, in the words of who knew: Drizzle puts the driver's reason in the cause (its own text holds the
 * query's values), and a refused connection has only a code.
 */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.cause instanceof Error) return reasonOf(error.cause);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return error.message || code || error.name;
}
