import type { Metadata } from 'next';
import { ReferencesPart } from '../_components/references-part.tsx';

export const metadata: Metadata = { title: 'Subsidiaries' };

export default function SubsidiariesPage() {
  return <ReferencesPart kind="subsidiary" />;
}
