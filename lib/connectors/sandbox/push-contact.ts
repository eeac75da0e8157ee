import type { WriteRequest } from '../types.ts';
import type { SandboxClient, SandboxWrite } from './client.ts';
import { contactBody } from './contact-body.ts';
import { noLists, readContact } from './contact-state.ts';
import { currencyId } from './currency-id.ts';
import { paths } from './paths.ts';
import { fieldNames } from './raw-data.ts';

/** The platform's words and the caller's. */
const nameOf = fieldNames({
  person: 'contact_name',
  kind: 'contact_type',
  emails: 'email',
  websites: 'website',
  district: 'locality',
  region: 'state',
  postcode: 'pincode',
});
const phoneNames = new Map([
  ['office', 'telephone'],
  ['mobile', 'mobile'],
  ['fax', 'fax'],
]);

/**
 * The call that makes or changes a contact. Reads it first where single entries of its lists change, and then holds only
 * for the state that was read; one that is not there is refused by the platform. Throws ConnectorError.
 */
export async function planContact(
  client: SandboxClient,
  request: WriteRequest<'CONTACT'>,
  signal: AbortSignal,
): Promise<SandboxWrite> {
  const { fields, platformId } = request;
  const { email, website, telephone, mobile, fax } = fields;
  const isPartOfLists = [email, website, telephone, mobile, fax].some((value) => value !== undefined);
  const current = platformId !== null && isPartOfLists ? await readContact(client, platformId, signal) : null;
  const body = {
    external_id: platformId === null ? request.marker : undefined,
    ...contactBody(fields, current?.lists ?? noLists),
    currency_id: await currencyId(client, fields.currency_id, signal),
  };
  return {
    method: platformId === null ? 'POST' : 'PATCH',
    path: platformId === null ? paths.CONTACT : `${paths.CONTACT}/${encodeURIComponent(platformId)}`,
    body,
    ifModified: current?.modified,
    nameOf: (field) => {
      const phone = /^phones\.(\d+)/.exec(field)?.[1];
      return phoneNames.get(body.phones?.[Number(phone)]?.kind ?? '') ?? nameOf(request)(field);
    },
  };
}
