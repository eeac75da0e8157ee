import Link from 'next/link';
import type { ComponentProps } from 'react';

/**
 * A link that is not fetched ahead. A list of fifty would ask for fifty pages, and what was fetched ahead is kept for
 * minutes, while a list leads to how things are now.
 */
export function RowLink(props: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...props} />;
}
