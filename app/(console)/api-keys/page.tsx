import type { Metadata } from 'next';
import { ApiKeysTable } from '@/components/api-keys/api-keys-table.tsx';
import { CreateApiKeyButton } from '@/components/api-keys/create-api-key-button.tsx';
import { PageBody, PageHead } from '@/components/ui/page-head.tsx';
import { may } from '@/lib/auth/permissions.ts';
import { requireSession } from '@/lib/auth/session-gate.ts';
import { listApiKeys } from '@/lib/domain/api-keys/data.ts';

export const metadata: Metadata = { title: 'API keys' };

export default async function ApiKeysPage() {
  const { ctx } = await requireSession();
  const keys = await listApiKeys(ctx);
  const mayWrite = may(ctx.actor, 'api-keys.write');
  const create = mayWrite ? <CreateApiKeyButton /> : null;
  return (
    <PageBody>
      <PageHead
        title="API keys"
        description={
          <>
            Programs send one in the header <code className="code">api_key</code>. A key is shown once, when it is made.
          </>
        }
        actions={create}
      />
      <ApiKeysTable
        keys={keys.map(({ id, name, prefix, readOnly, status, createdAt, expiresAt, lastUsedAt }) => ({
          id,
          name,
          prefix,
          readOnly,
          status,
          createdAt: createdAt.toISOString(),
          expiresAt: expiresAt?.toISOString() ?? null,
          lastUsedAt: lastUsedAt?.toISOString() ?? null,
        }))}
        mayWrite={mayWrite}
        create={create}
      />
    </PageBody>
  );
}
