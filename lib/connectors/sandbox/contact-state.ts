import { ConnectorError, RecordRejected } from '../errors.ts';
import type { SandboxClient } from './client.ts';
import { read } from './mapping/values.ts';
import { readRecords } from './read-records.ts';
import { contactRow } from './rows/contact.ts';

/** The lists of a contact of which a write replaces single entries. */
export interface ContactLists {
  emails: readonly string[];
  websites: readonly string[];
  phones: readonly { kind: string; number: string }[];
}

export const noLists: ContactLists = { emails: [], websites: [], phones: [] };

/** A contact as it is on the platform. */
export interface ContactState {
  modified: string;
  lists: ContactLists;
  /** All that a body may set, in its form. */
  fields: Readonly<Record<string, unknown>>;
}

/** Reads a contact; null where there is none. Throws ConnectorError. */
export async function readContact(
  client: SandboxClient,
  id: string,
  signal: AbortSignal,
): Promise<ContactState | null> {
  const [raw] = await readRecords(client, 'CONTACT', [id], signal);
  if (raw === undefined) return null;
  const { modified, ...contact } = readable(raw);
  const lists = {
    emails: contact.emails.map(({ address }) => address),
    websites: contact.websites.map(({ url }) => url),
    phones: contact.phones.map(({ kind, number }) => ({ kind, number })),
  };
  const addresses = contact.addresses.map(({ id: _, ...address }) => address);
  return { modified, lists, fields: { ...contact, ...lists, addresses } };
}

function readable(raw: unknown) {
  try {
    return read(contactRow, raw);
  } catch (error) {
    if (!(error instanceof RecordRejected)) throw error;
    throw new ConnectorError('platform-down', 'The sandbox answered with a contact that can’t be read', {
      mayBeDone: false,
      cause: error,
    });
  }
}
