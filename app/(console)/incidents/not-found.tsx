import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import { PageBody } from '@/components/ui/page-head.tsx';

/** An incident that is not there, or not of the organisation one looks at. */
export default function IncidentNotFound() {
  return (
    <PageBody>
      <Empty
        icon={TriangleAlert}
        title={<h1>There is no such incident</h1>}
        description="The link may be old, or the incident belongs to another organisation of yours: the switcher in the sidebar leads there."
        action={
          <Button asChild>
            <Link href="/incidents">All incidents</Link>
          </Button>
        }
      />
    </PageBody>
  );
}
