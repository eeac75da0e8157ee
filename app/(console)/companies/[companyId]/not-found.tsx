import { SearchX } from 'lucide-react';
import { Card } from '@/components/ui/card.tsx';
import { Empty } from '@/components/ui/empty.tsx';

/** Something of the company that is not there, such as a sync of an old link. */
export default function CompanyPartNotFound() {
  return (
    <Card>
      <Empty
        icon={SearchX}
        title="This is not here"
        description="The link may be old, or belong to another company. Choose a tab above."
      />
    </Card>
  );
}
