import { Webhook } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button.tsx';
import { Card } from '@/components/ui/card.tsx';
import { Empty } from '@/components/ui/empty.tsx';

/** A delivery that is not there, not of this organisation, or older than the log. */
export default function DeliveryNotFound() {
  return (
    <Card>
      <Empty
        icon={Webhook}
        title={<h2>There is no such delivery</h2>}
        description="The log goes back thirty days. It may also belong to another organisation of yours: the switcher in the sidebar leads there."
        action={
          <Button asChild>
            <Link href="/webhooks/deliveries">All deliveries</Link>
          </Button>
        }
      />
    </Card>
  );
}
