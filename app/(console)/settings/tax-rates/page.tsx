import type { Metadata } from 'next';
import { ReferencesPart } from '../_components/references-part.tsx';

export const metadata: Metadata = { title: 'Tax rates' };

export default function TaxRatesPage() {
  return <ReferencesPart kind="tax-rate" />;
}
