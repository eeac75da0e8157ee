import type { Metadata } from 'next';
import { ApiReference } from '@/components/api-reference/api-reference.tsx';
import { DocumentLine } from '@/components/api-reference/document-line.tsx';
import { requireSession } from '@/lib/auth/session-gate.ts';

export const metadata: Metadata = { title: 'JSON:API' };

const documentPath = '/api/v2/openapi.json';

export default async function JsonApiReferencePage() {
  await requireSession();
  return (
    <>
      <DocumentLine path={documentPath}>
        Companies as JSON:API resources, with filters, sorts, pages and includes.
      </DocumentLine>
      <ApiReference url={documentPath} />
    </>
  );
}
