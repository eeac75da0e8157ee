/**
 * Looks rows up by their digest, for all who ask in one turn of the event loop in one go. The look-up begins after the
 * last of them has asked, so that nobody is told of an older state than that of their own question: nothing is cached.
 */
export function lookUpTogether<R extends { hash: string }>(
  rowsOf: (hashes: string[]) => PromiseLike<R[]>,
): (hash: string) => Promise<R | undefined> {
  let asked: string[] = [];
  let together: Promise<Map<string, R>> | undefined;

  const begin = async (): Promise<Map<string, R>> => {
    await new Promise((resolve) => setImmediate(resolve));
    const hashes = [...new Set(asked)];
    asked = [];
    together = undefined;
    const rows = await rowsOf(hashes);
    return new Map(rows.map((row) => [row.hash, row]));
  };

  return async (hash) => {
    asked.push(hash);
    together ??= begin();
    return (await together).get(hash);
  };
}
