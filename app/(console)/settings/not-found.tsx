import { Settings } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button.tsx';
import { Card } from '@/components/ui/card.tsx';
import { Empty } from '@/components/ui/empty.tsx';

/** A part that is not there, or a platform that this installation can't connect. */
export default function SettingsNotFound() {
  return (
    <Card>
      <Empty
        icon={Settings}
        title={<h2>There are no such settings</h2>}
        description="The address may be misspelled, or the platform can't be connected in this installation."
        action={
          <Button asChild>
            <Link href="/settings">Settings</Link>
          </Button>
        }
      />
    </Card>
  );
}
