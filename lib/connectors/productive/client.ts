import type { z } from 'zod';
import type { OutboundResponse } from '../../http/outbound.ts';
import type { ConnectorError } from '../errors.ts';
import { exchangeJson, failed, type JsonExchange, parseJson, readAnswer, serverAddress } from '../json-exchange.ts';
import type { Credentials } from '../types.ts';
import { type CompanyResource, companyAnswer, errorsAnswer, pageAnswer } from './api-types.ts';
import { productiveAddress } from './definition.ts';

/** Calls to one organisation of Productive. All throw ConnectorError. */
export interface ProductiveClient {
  page(query: URLSearchParams, signal?: AbortSignal): Promise<z.infer<typeof pageAnswer>>;
  /** Null where there is none. */
  company(id: string, signal: AbortSignal): Promise<CompanyResource | null>;
  create(attributes: object, signal: AbortSignal): Promise<CompanyResource>;
  update(id: string, attributes: object, signal: AbortSignal): Promise<CompanyResource>;
  move(id: string, to: 'archive' | 'restore', signal: AbortSignal): Promise<CompanyResource>;
}

export const companiesPath = '/api/v2/companies';
const mediaType = 'application/vnd.api+json';

/** The address that credentials lead to. Throws ConnectorError. */
export const addressOf = ({ address }: Credentials): string =>
  serverAddress(address || productiveAddress, 'Productive');

export function productiveClient(credentials: Credentials): ProductiveClient {
  const address = addressOf(credentials);
  const ask = async (
    method: JsonExchange['method'],
    path: string,
    { body, signal }: { body?: object; signal?: AbortSignal } = {},
  ) => {
    const exchange: JsonExchange = {
      platform: 'Productive',
      method,
      address,
      path,
      isWrite: method !== 'GET',
      request: {
        headers: {
          accept: mediaType,
          'x-auth-token': credentials.token ?? '',
          'x-organization-id': credentials.organizationId ?? '',
          ...(body && { 'content-type': mediaType }),
        },
        body: body && JSON.stringify(body),
        signal,
      },
    };
    return { exchange, response: await exchangeJson(exchange) };
  };
  const write = async (method: 'POST' | 'PATCH', path: string, signal: AbortSignal, body?: object) => {
    const { exchange, response } = await ask(method, path, { body, signal });
    if (response.status !== 200 && response.status !== 201) throw refusalOf(exchange, response);
    return readAnswer(companyAnswer, exchange, response).data;
  };
  const documentOf = (attributes: object) => ({ data: { type: 'companies', attributes } });
  const pathOf = (id: string) => `${companiesPath}/${encodeURIComponent(id)}`;
  return {
    page: async (query, signal) => {
      const { exchange, response } = await ask('GET', `${companiesPath}?${query}`, { signal });
      if (response.status !== 200) throw refusalOf(exchange, response);
      return readAnswer(pageAnswer, exchange, response);
    },
    company: async (id, signal) => {
      const { exchange, response } = await ask('GET', pathOf(id), { signal });
      if (response.status === 404) return null;
      if (response.status !== 200) throw refusalOf(exchange, response);
      return readAnswer(companyAnswer, exchange, response).data;
    },
    create: (attributes, signal) => write('POST', companiesPath, signal, documentOf(attributes)),
    update: (id, attributes, signal) => write('PATCH', pathOf(id), signal, documentOf(attributes)),
    move: (id, to, signal) => write('PATCH', `${pathOf(id)}/${to}`, signal),
  };
}

/** What a caller calls an attribute that was refused. */
const fieldNames: Record<string, string> = {
  name: 'name',
  vat: 'tax_number',
  default_currency: 'currency_id',
  contact: 'addresses',
  base: 'status',
};

/** The failure of a status that is no limit and no outage. */
function refusalOf(exchange: JsonExchange, response: OutboundResponse): ConnectorError {
  const [first] = errorsAnswer.safeParse(parseJson(response.text)).data?.errors ?? [];
  const told = { platformMessage: first?.detail, code: first?.code };
  switch (response.status) {
    case 401:
      return failed(exchange, response, {
        ...told,
        failureClass: 'credentials',
        message: 'Productive does not accept this token for this organization.',
        field: 'token',
      });
    case 403:
      return failed(exchange, response, {
        ...told,
        failureClass: 'permission',
        message: 'This token may not do that in this organization of Productive.',
        field: 'organizationId',
      });
    case 404:
      if (exchange.isWrite && exchange.method === 'PATCH') {
        return failed(exchange, response, {
          ...told,
          failureClass: 'record-refused',
          message: 'Productive has no such company any more.',
        });
      }
      return failed(exchange, response, {
        ...told,
        failureClass: 'bad-request',
        message: 'There is no Productive API at this address.',
        field: 'address',
      });
    case 422: {
      const attribute = first?.source?.pointer?.split('/')[2];
      return failed(exchange, response, {
        ...told,
        failureClass: 'record-refused',
        message: `Productive refused the company: ${first?.detail ?? 'it did not say why'}.`,
        field: attribute && fieldNames[attribute],
      });
    }
    case 400:
    case 405:
    case 413:
    case 415:
      return failed(exchange, response, {
        ...told,
        failureClass: 'bad-request',
        message: 'Productive did not understand a request of ours.',
      });
    default:
      return failed(exchange, response, {
        ...told,
        failureClass: 'unknown',
        message: 'Productive gave an answer that is not known.',
      });
  }
}
