import { env } from '../../env.ts';
import { forbidden, invalid, unauthenticated } from '../../errors.ts';
import { type ApiDescription, apiDocument } from '../../http/api-document.ts';
import { documentRoute } from '../../http/document-route.ts';
import type { ApiDocument } from '../../openapi.ts';
import { connectorV1 } from './dialect.ts';
import { errorShape } from './errors.ts';
import { connectorV1Routes } from './routes.ts';

const about: ApiDescription = {
  title: 'Ledgerline Connector API',
  version: '1.0.0',
  description:
    'The companies of one or several chains, for programs that speak the Connector protocol.\n\n' +
    'Every request is a POST of JSON with the tokens in its body. Paths are matched letter by letter. Properties that ' +
    'an operation does not know are let pass, and null is the same as left out. Moments are UTC, to the second. ' +
    'An error names the parameter that is not valid, and carries the request id; quote it when you ask about an answer. ' +
    '409 says that a company was removed while it was asked for.',
  dialect: connectorV1,
  routes: connectorV1Routes,
  groups: { Companies: 'The customers of your organisation.' },
  // The tokens are part of each body.
  security: {},
  headers: {
    'Request-Id': { description: "The request's id.", schema: { type: 'string', format: 'uuid' } },
  },
  error: errorShape,
  faults: {
    samples: {
      invalid: invalid({ path: 'Limitation.Count', message: 'must be at least 1' }),
      unauthenticated: unauthenticated('The access token is not valid'),
      forbidden: forbidden('This token is read-only'),
    },
  },
};

/** The OpenAPI document of the Connector API of this installation. */
export const connectorV1Document = (): ApiDocument => apiDocument(about, env().publicUrl);

/** Serves it. Not one of the operations: it needs no token and counts for no limit. */
export const connectorV1DocumentRoute = documentRoute(connectorV1, connectorV1Document);
