import { Download } from 'lucide-react';
import { buttonVariants } from '../ui/button.tsx';

export interface ExportButtonProps {
  /** The route that answers with the file. */
  path: string;
  /** The list's state: what search and filters leave is exported, every page of it. */
  query: URLSearchParams;
  /** Plural, for the button's name. */
  noun: string;
}

/** Downloads all that matches, as a file that streams while it is read. */
export function ExportButton({ path, query, noun }: ExportButtonProps) {
  const wanted = new URLSearchParams(query);
  wanted.delete('after');
  return (
    <a href={`${path}?${wanted}`} download className={buttonVariants({ size: 'sm' })} title={`All ${noun} that match`}>
      <Download aria-hidden />
      Export CSV
    </a>
  );
}
