import { buttonVariants } from '@/components/ui/button.tsx';
import { Separator } from '@/components/ui/separator.tsx';

/** The way in by the provider that this installation knows, above the one by password. */
export function SingleSignOn({ provider, query }: { provider: string; query: Record<string, string> }) {
  return (
    <div className="grid gap-5">
      {/* A plain link: the provider is another site, to which Next does not route. */}
      <a href={`/api/auth/oidc/start?${new URLSearchParams(query)}`} className={buttonVariants({ size: 'lg' })}>
        Continue with {provider}
      </a>
      <div className="flex items-center gap-3 text-muted-foreground text-xs">
        <Separator className="flex-1" />
        or
        <Separator className="flex-1" />
      </div>
    </div>
  );
}
