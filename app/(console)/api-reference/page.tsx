import type { Metadata } from 'next';
import Link from 'next/link';
import { ApiReference } from '@/components/api-reference/api-reference.tsx';
import { PageBody, PageHead } from '@/components/ui/page-head.tsx';
import { requireSession } from '@/lib/auth/session-gate.ts';

const title = 'API';
export const metadata: Metadata = { title };

const documentPath = '/v4/openapi.json';

export default async function ApiReferencePage() {
  await requireSession();
  return (
    <PageBody>
      <PageHead
        title={title}
        description={
          <>
            Every operation of the Core API, made from{' '}
            <a href={documentPath} className="focus-ring rounded-sm underline underline-offset-2">
              its OpenAPI document
            </a>
            . Programs need one of your{' '}
            <Link href="/api-keys" className="focus-ring rounded-sm underline underline-offset-2">
              API keys
            </Link>
            .
          </>
        }
      />
      <ApiReference url={documentPath} />
    </PageBody>
  );
}
