'use client';

import Link from 'next/link';
import { type ComponentProps, useState } from 'react';

/** A link that is fetched ahead only when it is pointed at or focused: a list of fifty would ask for fifty pages. */
export function RowLink(props: ComponentProps<typeof Link>) {
  const [near, setNear] = useState(false);
  const approach = () => setNear(true);
  return <Link prefetch={near ? null : false} onPointerEnter={approach} onFocus={approach} {...props} />;
}
