import type { FarCommand } from '@/components/search/far-group.tsx';
import type { Permission } from '@/lib/auth/permissions.ts';
import { settingsParts } from '../settings/_components/parts.ts';

/** What can be begun from everywhere, and what it takes; each is offered by its screen under the same id. */
export const farCommands: { needs: Permission; command: FarCommand }[] = [
  {
    needs: 'invite-links.write',
    command: {
      id: 'invite-company',
      label: 'Invite a company',
      keywords: 'create invite link connect customer',
      href: '/companies',
    },
  },
  {
    needs: 'api-keys.write',
    command: { id: 'Create an API key', label: 'Create an API key', keywords: 'new token', href: '/api-keys' },
  },
  {
    needs: 'api-keys.write',
    command: {
      id: 'Create token',
      label: 'Create an access token',
      keywords: 'new JSON:API Connector client',
      href: '/access-tokens',
    },
  },
  {
    needs: 'webhooks.write',
    command: { id: 'add-webhook', label: 'Add a webhook', keywords: 'create receiver', href: '/webhooks' },
  },
];

/** Screens below those of the sidebar. */
export const subPages = (): { href: string; label: string }[] => [
  { href: '/incidents', label: 'Incidents' },
  { href: '/companies/bulk-actions', label: 'Bulk actions' },
  { href: '/webhooks/deliveries', label: 'Webhook deliveries' },
  { href: '/api-reference/jsonapi', label: 'JSON:API reference' },
  { href: '/api-reference/connector', label: 'Connector API reference' },
  ...settingsParts().flatMap(({ items }) => items.map(({ href, label }) => ({ href, label: `Settings: ${label}` }))),
];
