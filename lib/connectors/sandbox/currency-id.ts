import { z } from 'zod';
import { ConnectorError } from '../errors.ts';
import type { SandboxClient } from './client.ts';
import { paths } from './paths.ts';

const isoCode = /^[A-Z]{3}$/;
const coded = z.object({ id: z.string(), code: z.string() });

/** The platform's id of a currency that is given by it or by its ISO 4217 code. Throws ConnectorError for an unknown code. */
export async function currencyId(
  client: SandboxClient,
  given: string | null | undefined,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (given === null) throw refused('A record on the sandbox always has a currency');
  if (given === undefined || !isoCode.test(given)) return given;
  const { data } = await client.list(paths.CURRENCY, { page_size: '500' }, signal);
  const found = data.map((raw) => coded.safeParse(raw).data).find((one) => one?.code === given);
  if (found) return found.id;
  throw refused(`The books on the sandbox have no currency ${given}`);
}

const refused = (message: string) =>
  new ConnectorError('record-refused', message, { field: 'currency_id', mayBeDone: false });
