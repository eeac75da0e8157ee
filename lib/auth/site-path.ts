/** Where to sign in, and back to `from` afterwards. */
export function signInPath(from: string | null): string {
  const next = localPath(from);
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}

/** A path of this site to go to, made of text that came from outside; `/` for anything that could lead elsewhere. */
export function localPath(from: string | null | undefined): string {
  if (!from?.startsWith('/') || /^\/[\\/]/.test(from) || !URL.canParse(from, 'http://site')) return '/';
  const url = new URL(from, 'http://site');
  // The parser turns some paths (`/.//elsewhere`) into ones that browsers read as a host.
  const leadsAway = url.host !== 'site' || url.pathname.startsWith('//');
  if (leadsAway || url.pathname === '/sign-in' || url.pathname === '/setup') return '/';
  // Next's own mark of a request for data; deleting would rewrite the whole query.
  if (url.searchParams.has('_rsc')) url.searchParams.delete('_rsc');
  return `${url.pathname}${url.search}`;
}
