/** One value that an entry changed. */
export interface AuditChange {
  /** Where it stands; a dot leads into an object: `INVOICE.interval`. */
  path: string;
  /** As people read it; null where there was, or is, nothing. */
  before: string | null;
  after: string | null;
}

type Values = Record<string, unknown> | null;

/** What an entry changed, value by value; what stayed equal is left out. */
export function auditChanges(before: Values, after: Values): AuditChange[] {
  const [old, now] = [flat(before), flat(after)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((path) => {
    const [was, is] = [old.get(path) ?? null, now.get(path) ?? null];
    return was === is ? [] : [{ path, before: was, after: is }];
  });
}

/** The single values by their path, in words. */
function flat(values: Values): Map<string, string | null> {
  const found = new Map<string, string | null>();
  const walk = (value: unknown, path: string) => {
    if (isObject(value) && Object.keys(value).length > 0) {
      for (const [key, inner] of Object.entries(value)) walk(inner, path === '' ? key : `${path}.${key}`);
    } else if (path !== '') found.set(path, words(value));
  };
  walk(values, '');
  return found;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function words(value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((one) => plain(one)).join(', ');
  return plain(value);
}

const plain = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
