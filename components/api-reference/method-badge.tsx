import { Badge } from '@/components/ui/badge.tsx';

const variants = { GET: 'info', POST: 'success', PUT: 'warning', PATCH: 'warning', DELETE: 'danger' } as const;

/** An HTTP method; the word says it, the colour helps to find it. */
export const MethodBadge = ({ method }: { method: string }) => (
  <Badge variant={variants[method as keyof typeof variants] ?? 'neutral'} className="code w-14 justify-center">
    {method}
  </Badge>
);
