import { Building2 } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button.tsx';
import { Empty } from '@/components/ui/empty.tsx';
import { PageBody } from '@/components/ui/page-head.tsx';

/** A company that is not there, or not of the organisation one looks at. */
export default function CompanyNotFound() {
  return (
    <PageBody>
      <Empty
        icon={Building2}
        title={<h1>There is no such company</h1>}
        description="The link may be old, or the company belongs to another organisation of yours: the switcher in the sidebar leads there."
        action={
          <Button asChild>
            <Link href="/companies">All companies</Link>
          </Button>
        }
      />
    </PageBody>
  );
}
