import type { Metadata } from 'next';
import { ApiReference } from '@/components/api-reference/api-reference.tsx';
import { DocumentLine } from '@/components/api-reference/document-line.tsx';
import { requireSession } from '@/lib/auth/session-gate.ts';

export const metadata: Metadata = { title: 'API' };

const documentPath = '/v4/openapi.json';

export default async function ApiReferencePage() {
  await requireSession();
  return (
    <>
      <DocumentLine path={documentPath}>
        Companies, their connections and syncs, and the records of their books.
      </DocumentLine>
      <ApiReference url={documentPath} />
    </>
  );
}
