import { findLogo } from '@/lib/domain/branding/data.ts';

/** The logo of an organisation, for its customers, who have no account. Another picture has another address. */
export async function GET(_request: Request, { params }: { params: Promise<{ logoId: string }> }): Promise<Response> {
  const logo = await findLogo(await params);
  if (!logo) return new Response(null, { status: 404, headers: { 'cache-control': 'no-store' } });
  return new Response(new Uint8Array(logo.bytes), {
    headers: { 'content-type': logo.type, 'cache-control': 'public, max-age=31536000, immutable' },
  });
}
