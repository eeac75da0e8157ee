'use client';

import { PartError, type PartErrorProps } from '../../_components/part-error.tsx';

export default function CompanyError(props: PartErrorProps) {
  return <PartError {...props} unharmed="syncs go on" />;
}
