import { env } from '../../env.ts';
import { type ApiDescription, apiDocument } from '../../http/api-document.ts';
import { documentRoute } from '../../http/document-route.ts';
import type { ApiDocument } from '../../openapi.ts';
import { coreV4 } from './dialect.ts';
import { errorShape } from './errors.ts';
import { coreV4Routes } from './routes.ts';

const about: ApiDescription = {
  title: 'Ledgerline Core API',
  version: '4.0.0',
  description:
    'Companies, how they are connected and synced, and the records of their accounting systems in one form.\n\n' +
    'Every request carries an API key in the header `api_key`. Every answer carries a request id, in the header ' +
    '`X-Request-Id` and in the body; quote it when you ask about an answer. Query parameters and body fields that an ' +
    'operation does not know are refused. Words of a closed set are taken in any case.',
  dialect: coreV4,
  routes: coreV4Routes,
  groups: {
    Companies: 'The customers of your organisation, and how each is connected and synced.',
    'Invite links': 'What a customer opens to connect a company.',
    Organization: 'What holds for all companies of your organisation.',
    Syncs: 'Runs that read from a platform or write to it.',
    Webhooks: 'Who is told of what happens, and what they were told.',
    Records: 'What was read from the platforms, in one form whatever the platform.',
    Writes: 'Records that are written to a platform, each of them once.',
  },
  security: { apiKey: { type: 'apiKey', in: 'header', name: 'api_key' } },
  headers: {
    'X-Request-Id': {
      description: "The request's id: yours when you sent a uuid in this header, else a new one.",
      schema: { type: 'string', format: 'uuid' },
    },
    'X-RateLimit-Limit': { description: 'How many requests can be made at once.', schema: { type: 'integer' } },
    'X-RateLimit-Remaining': { description: 'How many of them are left.', schema: { type: 'integer' } },
    'X-RateLimit-Reset': { description: 'Seconds until all are there again.', schema: { type: 'integer' } },
  },
  error: errorShape,
};

/** The OpenAPI document of the Core API of this installation. */
export const coreV4Document = (): ApiDocument => apiDocument(about, env().publicUrl);

/** Serves it. Not one of the operations: it needs no key and counts for no limit. */
export const coreV4DocumentRoute = documentRoute(coreV4, coreV4Document);
