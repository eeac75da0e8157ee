import { databaseAnswers } from '@/lib/http/readiness.ts';

/** Whether requests can be served now: the database answers. */
export async function GET() {
  const ready = await databaseAnswers();
  return Response.json(
    { status: ready ? 'ready' : 'database unavailable' },
    { status: ready ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  );
}

export const dynamic = 'force-dynamic';
