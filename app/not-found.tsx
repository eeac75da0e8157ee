import { buttonVariants } from '@/components/ui/button.tsx';
import { Empty } from '@/components/ui/empty.tsx';

/** Every page loads it beforehand: an icon or a link of Next's would put their script into all of them. */
export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <title>Not found · Ledgerline</title>
      <Empty
        title={<h1>There is no page at this address</h1>}
        description="It may have been removed, or it belongs to an organisation you are not a member of."
        action={
          <a href="/" className={buttonVariants()}>
            Go to the overview
          </a>
        }
      />
    </main>
  );
}
