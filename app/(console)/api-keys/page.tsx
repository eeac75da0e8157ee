import { KeyRound } from 'lucide-react';
import type { Metadata } from 'next';
import { ApiKeysTable } from '@/components/api-keys/api-keys-table.tsx';
import { CreateApiKeyButton } from '@/components/api-keys/create-api-key-button.tsx';
import { PageBody, PageHead } from '@/components/ui/page-head.tsx';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { listApiKeys } from '@/lib/domain/api-keys/data.ts';
import { NotForYou } from '../_components/not-for-you.tsx';

const title = 'API keys';
export const metadata: Metadata = { title };

export default async function ApiKeysPage() {
  const { ctx } = await requireSession();
  // A key can change everything that its organisation may, so that not everybody sees them.
  if (!may(ctx.actor, 'api-keys.write')) {
    return (
      <NotForYou
        title={title}
        description="What programs show to be let in."
        icon={KeyRound}
        what="API keys"
        help="Owners and admins make and revoke them. Ask one of them for a key."
      />
    );
  }
  const keys = await listApiKeys(ctx);
  return (
    <PageBody>
      <PageHead
        title={title}
        description={
          <>
            Programs send one in the header <code className="code">api_key</code>. A key is shown once, when it is made.
          </>
        }
        // Here alone: the empty state goes away as the first key is made, and the dialog that shows it would too.
        actions={<CreateApiKeyButton />}
      />
      <ApiKeysTable
        keys={keys.map(
          ({ id, name, prefix, readOnly, status, companies, createdAt, expiresAt, lastUsedAt, ...key }) => ({
            id,
            name,
            prefix,
            readOnly,
            status,
            companies: companies?.map((company) => company.name) ?? null,
            replaces: key.replaces?.prefix ?? null,
            replacedBy: key.replacedBy?.prefix ?? null,
            createdAt: createdAt.toISOString(),
            expiresAt: expiresAt?.toISOString() ?? null,
            lastUsedAt: lastUsedAt?.toISOString() ?? null,
          }),
        )}
      />
    </PageBody>
  );
}
