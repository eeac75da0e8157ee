import type { Metadata } from 'next';
import { ReferencesPart } from '../_components/references-part.tsx';

export const metadata: Metadata = { title: 'Document types' };

export default function DocumentTypesPage() {
  return <ReferencesPart kind="document-type" />;
}
