import { env } from '../../env.ts';
import { AppError, forbidden, invalid, unauthenticated } from '../../errors.ts';
import { type ApiDescription, apiDocument } from '../../http/api-document.ts';
import { documentRoute } from '../../http/document-route.ts';
import type { ApiDocument } from '../../openapi.ts';
import { jsonApiV2 } from './dialect.ts';
import { errorShape } from './errors.ts';
import { jsonApiV2Routes } from './routes.ts';

const about: ApiDescription = {
  title: 'Ledgerline JSON:API',
  version: '2.0.0',
  description:
    'The companies of your organization, as JSON:API resources of the type `companies`.\n\n' +
    'Every request carries a token in the header `X-Auth-Token` and the id of your organization in ' +
    '`X-Organization-Id`. Bodies are `application/vnd.api+json`. Attributes that are only shown or not known are let ' +
    'pass, so that a whole object can be sent back; a filter, include or sort that is not supported is refused. Times ' +
    'carry the offset of your time zone. 100 requests can be made in ten seconds and 4,000 in half an hour.',
  dialect: jsonApiV2,
  routes: jsonApiV2Routes,
  groups: { Companies: 'The customers of your organization.' },
  security: {
    token: { type: 'apiKey', in: 'header', name: 'X-Auth-Token' },
    organization: { type: 'apiKey', in: 'header', name: 'X-Organization-Id' },
  },
  headers: {
    'X-Request-Id': {
      description: "The request's id: yours when you sent a uuid in this header, else a new one.",
      schema: { type: 'string', format: 'uuid' },
    },
  },
  error: errorShape,
  faults: {
    samples: {
      invalid: invalid({ path: 'page[size]', message: 'must be a whole number from 1 to 200' }),
      unauthenticated: unauthenticated('The access token is not valid'),
      forbidden: forbidden('This token is of another organization'),
      'method-not-allowed': new AppError('method-not-allowed', 'PUT is not allowed here', { allow: ['GET'] }),
    },
    further: [
      {
        name: 'InvalidAttribute',
        description: 'Attributes of the body are not valid, one entry each. Nothing was changed.',
        error: invalid({ path: 'data.attributes.name', message: "can't be blank" }),
        of: ({ body }) => body !== undefined,
      },
    ],
  },
};

/** The OpenAPI document of the JSON:API of this installation. */
export const jsonApiV2Document = (): ApiDocument => apiDocument(about, env().publicUrl);

/** Serves it. Not one of the operations: it needs no token and counts for no limit. */
export const jsonApiV2DocumentRoute = documentRoute(jsonApiV2, jsonApiV2Document);
