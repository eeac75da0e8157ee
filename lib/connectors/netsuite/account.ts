import { env } from '../../env.ts';
import { ConnectorError } from '../errors.ts';
import type { Credentials } from '../types.ts';
import type { SigningKeys } from './oauth1.ts';

/** One NetSuite account, and how it is reached and signed in to. */
export interface Account {
  /** In capitals, with `_`: 1234567_SB1. */
  id: string;
  /** Without a trailing slash. */
  address: string;
  keys: SigningKeys;
  /** IANA name: what its dates and times are in. */
  timeZone: string;
}

/** NetSuite's own, which an account has until somebody chooses another. */
export const defaultTimeZone = 'America/Los_Angeles';

/** Reads the form's fields. Throws ConnectorError naming the one that can't be right. */
export function readAccount(credentials: Credentials): Account {
  const id = (credentials.accountId ?? '').trim().toUpperCase().replaceAll('-', '_');
  if (!/^[A-Z0-9]+(_[A-Z0-9]+)*$/.test(id) || id.length > 60) {
    throw wrongField('accountId', 'This is no NetSuite account ID. It looks like 1234567 or 1234567_SB1.');
  }
  return {
    id,
    address: env().netsuiteUrl?.replace(/\/+$/, '') ?? `https://${hostLabel(id)}.suitetalk.api.netsuite.com`,
    keys: {
      realm: id,
      consumerKey: (credentials.consumerKey ?? '').trim(),
      consumerSecret: (credentials.consumerSecret ?? '').trim(),
      token: (credentials.tokenId ?? '').trim(),
      tokenSecret: (credentials.tokenSecret ?? '').trim(),
    },
    timeZone: readTimeZone(credentials.timeZone ?? ''),
  };
}

const hostLabel = (id: string) => id.toLowerCase().replaceAll('_', '-');

function readTimeZone(given: string): string {
  const name = given.trim() || defaultTimeZone;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw wrongField('timeZone', 'This is no time zone. Name it like Europe/London or America/New_York.');
  }
}

const wrongField = (field: string, message: string) =>
  new ConnectorError('bad-request', message, { field, mayBeDone: false });
