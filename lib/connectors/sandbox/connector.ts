import type { Connector } from '../types.ts';
import { openClient, signIn } from './client.ts';
import { sandboxDefinition } from './definition.ts';
import { sandboxFaultDoor } from './fault-door.ts';
import { mapRecord } from './mapper.ts';
import { fieldOf, pullModel } from './pull.ts';
import { sandboxWriter } from './push.ts';

/** The connector of the sandbox platform. */
export const sandboxConnector: Connector = {
  definition: sandboxDefinition,
  connect: async (input) => {
    const { companyKey = '', secret = '' } = input;
    const answer = await signIn({ companyKey, secret });
    return {
      credentials: { companyKey, secret },
      variables: { companyKey, baseCurrency: answer.base_currency },
      entityId: answer.book_id,
      entityName: answer.book_name,
    };
  },
  open: async (credentials, expected) => {
    const client = await openClient(credentials, expected);
    return {
      pull: (model, request) => pullModel(client, model, request),
      writer: sandboxWriter(client),
      close: async () => {},
    };
  },
  identify: (_model, raw) => {
    const id = fieldOf(raw, 'id');
    return typeof id === 'string' && id ? id : null;
  },
  map: mapRecord,
  faultDoor: sandboxFaultDoor,
};
