import { FileQuestion } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button.tsx';
import { Empty } from '@/components/ui/empty.tsx';

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <title>Not found · Ledgerline</title>
      <Empty
        icon={FileQuestion}
        title={<h1>There is no page at this address</h1>}
        description="It may have been removed, or it belongs to an organisation you are not a member of."
        action={
          <Button asChild>
            <Link href="/">Go to the overview</Link>
          </Button>
        }
      />
    </main>
  );
}
