import type { z } from 'zod';
import type { OutboundResponse } from '../../http/outbound.ts';
import { ConnectorError } from '../errors.ts';
import { exchangeJson, failed, type JsonExchange, parseJson, readAnswer, serverAddress } from '../json-exchange.ts';
import type { Credentials } from '../types.ts';
import { type CompanyItem, companiesAnswer, companyItem, errorAnswer } from './api-types.ts';
import { mewsAddress } from './definition.ts';

/** Calls to one chain of Mews. All throw ConnectorError. */
export interface MewsClient {
  /** One page, newest first. */
  getAll(filter: object, signal?: AbortSignal): Promise<z.infer<typeof companiesAnswer>>;
  add(fields: object, signal: AbortSignal): Promise<CompanyItem>;
  update(companyId: string, changes: object, signal: AbortSignal): Promise<void>;
  delete(companyId: string, signal: AbortSignal): Promise<void>;
}

export const companiesPath = '/api/connector/v1/companies';

/** Names this program to Mews. */
const client = 'Ledgerline 1.0';

/** The address that credentials lead to. Throws ConnectorError. */
export const addressOf = ({ address }: Credentials): string => serverAddress(address || mewsAddress, 'Mews');

export function mewsClient(credentials: Credentials): MewsClient {
  const address = addressOf(credentials);
  const { clientToken = '', accessToken = '', chainId = '' } = credentials;
  const chain = chainId ? { ChainId: chainId } : {};
  const ask = async (operation: string, body: object, signal?: AbortSignal) => {
    const exchange: JsonExchange = {
      platform: 'Mews',
      method: 'POST',
      address,
      path: `${companiesPath}/${operation}`,
      isWrite: operation !== 'getAll',
      request: {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ClientToken: clientToken, AccessToken: accessToken, Client: client, ...body }),
        signal,
      },
    };
    const response = await exchangeJson(exchange);
    if (response.status !== 200) throw refusalOf(exchange, response);
    return { exchange, response };
  };
  const read = async (operation: string, body: object, signal?: AbortSignal) => {
    const { exchange, response } = await ask(operation, body, signal);
    return readAnswer(companiesAnswer, exchange, response);
  };
  return {
    getAll: (filter, signal) => read('getAll', { ...(chainId && { ChainIds: [chainId] }), ...filter }, signal),
    add: async (fields, signal) => {
      const { Companies } = await read('add', { ...chain, ...fields }, signal);
      const made = companyItem.safeParse(Companies[0]).data;
      if (made) return made;
      throw new ConnectorError('platform-down', 'Mews gave an answer that can’t be read.', { mayBeDone: true });
    },
    update: async (CompanyId, changes, signal) =>
      void (await ask('update', { ...chain, CompanyId, ...changes }, signal)),
    delete: async (companyId, signal) => void (await ask('delete', { ...chain, CompanyIds: [companyId] }, signal)),
  };
}

/** What a caller calls a parameter that was refused. */
const fieldNames: Record<string, string> = {
  Name: 'name',
  ContactPerson: 'contact_name',
  TaxIdentifier: 'tax_number',
  Identifier: 'registration_number',
  InvoicingEmail: 'email',
  WebsiteUrl: 'website',
  Telephone: 'telephone',
  Address: 'addresses',
  CountryCode: 'addresses',
  CountrySubdivisionCode: 'addresses',
};

/** The failure of a status that is no limit and no outage. */
function refusalOf(exchange: JsonExchange, response: OutboundResponse): ConnectorError {
  const platformMessage = errorAnswer.safeParse(parseJson(response.text)).data?.Message;
  const fail = (failure: Omit<Parameters<typeof failed>[2], 'platformMessage'>) =>
    failed(exchange, response, { ...failure, platformMessage });
  const parameter = /^Invalid (\w+)$/.exec(platformMessage ?? '')?.[1];
  switch (response.status) {
    case 400:
      if (parameter === 'ChainIds' || parameter === 'ChainId') {
        const message = 'These tokens do not open this chain of Mews, or open several: then it must be named.';
        return fail({ failureClass: 'wrong-company', message, field: 'chainId' });
      }
      if (!exchange.isWrite) {
        return fail({ failureClass: 'bad-request', message: 'Mews did not understand a request of ours.' });
      }
      return fail({
        failureClass: 'record-refused',
        message: `Mews refused the company: ${platformMessage ?? 'it did not say why'}.`,
        field: parameter && fieldNames[parameter],
      });
    case 401:
      return fail({
        failureClass: 'credentials',
        message: 'Mews does not accept these tokens.',
        field: 'accessToken',
      });
    case 403:
      // Of a write it is also how Mews tells what its own rules do not allow, in words for people.
      return exchange.isWrite
        ? fail({ failureClass: 'record-refused', message: platformMessage ?? 'Mews does not allow this.' })
        : fail({ failureClass: 'permission', message: 'These tokens may not read companies in Mews.' });
    case 404:
      return fail({
        failureClass: 'bad-request',
        message: 'There is no Mews Connector API at this address.',
        field: 'address',
      });
    case 405:
    case 413:
      return fail({ failureClass: 'bad-request', message: 'Mews did not understand a request of ours.' });
    case 409:
      return fail({ failureClass: 'platform-down', message: 'Somebody changed the company in Mews meanwhile.' });
    default:
      return fail({ failureClass: 'unknown', message: 'Mews gave an answer that is not known.' });
  }
}
