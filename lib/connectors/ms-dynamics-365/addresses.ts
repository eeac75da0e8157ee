import { env } from '../../env.ts';
import type { Credentials } from '../types.ts';

/** Where a connection's token endpoint and API are, without trailing slashes. */
export interface Addresses {
  token: string;
  /** Of API v2.0; collections of companies are below it. */
  api: string;
}

/** The scope of Business Central's API for an application that signs in as itself. */
export const apiScope = 'https://api.businesscentral.dynamics.com/.default';

/** Microsoft's, unless the installation is set to speak to something else in their place, as to the sandbox. */
export function addressesOf({ tenantId = '', environment = '' }: Credentials): Addresses {
  const [tenant, name] = [encodeURIComponent(tenantId), encodeURIComponent(environment)];
  const elsewhere = env().businessCentralUrl?.replace(/\/+$/, '');
  const login = elsewhere ?? 'https://login.microsoftonline.com';
  const service = elsewhere ?? 'https://api.businesscentral.dynamics.com';
  return { token: `${login}/${tenant}/oauth2/v2.0/token`, api: `${service}/v2.0/${tenant}/${name}/api/v2.0` };
}
