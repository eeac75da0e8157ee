import type { ApiDocument, DocumentParameter } from '@/lib/openapi.ts';
import type { ListedOperation } from './document.ts';

/** The address of an operation with its example's values, or with others. */
export function addressOf(
  document: ApiDocument,
  { path }: ListedOperation,
  parameters: readonly DocumentParameter[],
  values: Record<string, string> = {},
): string {
  const wordOf = (name: string) => values[name] ?? String(parameters.find((one) => one.name === name)?.example ?? '');
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(wordOf(name)));
  return `${document.servers[0]?.url ?? ''}${filled}`;
}

/** What a command says in place of the example. */
export interface CurlValues {
  path?: Record<string, string>;
  query?: Record<string, string>;
  /** Members of the body that is an object; undefined leaves one of the example's out. */
  body?: Record<string, unknown>;
}

/** An operation as a command for a shell, with its example's values or others; the key is left to its environment. */
export function curlOf(
  document: ApiDocument,
  operation: ListedOperation,
  parameters: readonly DocumentParameter[],
  values: CurlValues = {},
): string {
  const query = new URLSearchParams(values.query).toString();
  const address = addressOf(document, operation, parameters, values.path) + (query && `?${query}`);
  const lines = [`curl ${methodOf(operation)}'${quoted(address)}'`];
  for (const scheme of Object.values(document.components.securitySchemes)) {
    const { name } = scheme;
    lines.push(scheme.type === 'apiKey' ? `-H "${name}: $${shellName(String(name))}"` : bearer);
  }
  const [type, content] = Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  if (type && content?.example !== undefined) {
    const body = values.body ? { ...(content.example as object), ...values.body } : content.example;
    lines.push(`-H 'Content-Type: ${type}'`, `-d '${quoted(JSON.stringify(body, null, 2))}'`);
  }
  return lines.join(' \\\n  ');
}

const bearer = '-H "Authorization: Bearer $API_KEY"';

/** What a header's value is called in a shell: `X-Auth-Token` is AUTH_TOKEN. */
const shellName = (header: string) => header.replace(/^x-/i, '').replaceAll('-', '_').toUpperCase();

const methodOf = ({ method }: ListedOperation) => (method === 'GET' ? '' : `-X ${method} `);

const quoted = (text: string) => text.replaceAll("'", "'\\''");
