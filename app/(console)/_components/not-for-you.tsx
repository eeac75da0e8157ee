import type { LucideIcon } from 'lucide-react';
import { Card } from '@/components/ui/card.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import { PageBody, PageHead } from '@/components/ui/page-head.tsx';

/** A page that the member's role may not see: what it is, and who can help. */
export function NotForYou({
  title,
  description,
  icon,
  what,
  help,
}: {
  title: string;
  description: string;
  icon: LucideIcon;
  /** The title within a sentence. */
  what: string;
  /** Who may, and what to ask them for. */
  help: string;
}) {
  return (
    <PageBody>
      <PageHead title={title} description={description} />
      <Card>
        <Empty icon={icon} title={`Your role can't see ${what}`} description={help} />
      </Card>
    </PageBody>
  );
}
