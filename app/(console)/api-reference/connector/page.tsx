import type { Metadata } from 'next';
import { ApiReference } from '@/components/api-reference/api-reference.tsx';
import { DocumentLine } from '@/components/api-reference/document-line.tsx';
import { requireSession } from '@/lib/auth/session-gate.ts';

export const metadata: Metadata = { title: 'Connector API' };

const documentPath = '/api/connector/v1/openapi.json';

export default async function ConnectorReferencePage() {
  await requireSession();
  return (
    <>
      <DocumentLine path={documentPath}>
        Companies of one or several chains, for programs that speak the Connector protocol.
      </DocumentLine>
      <ApiReference url={documentPath} />
    </>
  );
}
