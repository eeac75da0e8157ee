'use client';

import { PartError, type PartErrorProps } from '../_components/part-error.tsx';

export default function WebhooksError(props: PartErrorProps) {
  return <PartError {...props} unharmed="events go on being sent" />;
}
