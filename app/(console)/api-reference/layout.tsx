import Link from 'next/link';
import type { ReactNode } from 'react';
import { NavTabs } from '@/components/ui/nav-tabs.tsx';
import { PageBody, PageHead } from '@/components/ui/page-head.tsx';

/** What the references of all APIs share. */
export default function ApiReferenceLayout({ children }: { children: ReactNode }) {
  return (
    <PageBody>
      <PageHead
        title="API"
        description={
          <>
            Three ways for programs to the same companies, each with{' '}
            <Link href="/api-keys" className="focus-ring rounded-sm underline underline-offset-2">
              keys or tokens
            </Link>{' '}
            of its own.
          </>
        }
      />
      <NavTabs
        label="APIs"
        tabs={[
          { href: '/api-reference', label: 'Core API', exact: true },
          { href: '/api-reference/jsonapi', label: 'JSON:API' },
          { href: '/api-reference/connector', label: 'Connector API' },
        ]}
      />
      {children}
    </PageBody>
  );
}
