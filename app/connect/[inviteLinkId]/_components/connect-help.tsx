import type { LinkHost } from '@/lib/auth/invite-link-gate.ts';
import type { ConnectReader } from '../../_components/load-reader.ts';

/** Whom to write to, where the organisation says so. */
export function ConnectHelp({ host, reader }: { host: LinkHost; reader: ConnectReader }) {
  if (!host.contact) return null;
  const [before, after] = reader.words.page.help.split('{contact}');
  return (
    <footer className="mt-auto border-t pt-4 text-muted-foreground text-xs">
      {before}
      <a href={`mailto:${host.contact}`} className="focus-ring rounded-sm text-primary underline underline-offset-2">
        {host.contact}
      </a>
      {after}
    </footer>
  );
}
