import { NameCell } from '@/components/data-table/cells.tsx';
import { Monogram } from '@/components/ui/monogram.tsx';

/** First column of a list of what belongs to companies: the company's name, linked to what the row is. */
export const CompanyCell = ({ href, name }: { href: string; name: string }) => (
  <NameCell href={href} name={name} leading={<Monogram name={name} />} />
);
