import { FileText, type LucideIcon, Percent, Store } from 'lucide-react';
import type { ReferenceKind } from '@/lib/domain/reference-data/schema.ts';

interface ReferenceWords {
  /** What the list is called. */
  title: string;
  /** One of it, as in "Add a subsidiary". */
  one: string;
  /** One line of what it is. */
  description: string;
  placeholder: string;
  icon: LucideIcon;
}

/** What people call the lists that companies refer to. The kind is also the companies list's filter. */
export const referenceWords: Record<ReferenceKind, ReferenceWords> = {
  subsidiary: {
    title: 'Subsidiaries',
    one: 'subsidiary',
    description: 'Parts of your organisation that bill on their own. A company can have one as its default.',
    placeholder: 'Northwind Austria',
    icon: Store,
  },
  'tax-rate': {
    title: 'Tax rates',
    one: 'tax rate',
    description: 'Rates that invoices to a company carry unless they say otherwise.',
    placeholder: 'Standard rate',
    icon: Percent,
  },
  'document-type': {
    title: 'Document types',
    one: 'document type',
    description: 'Templates of invoices. A company can have one as its default.',
    placeholder: 'Invoice with time sheet',
    icon: FileText,
  },
};
