import { afterEach, expect, it, vi } from 'vitest';
import { ConsoleFault, getJson } from './get-json.ts';

afterEach(() => void vi.unstubAllGlobals());

const answering = (response: () => Response | Promise<Response>) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => response()),
  );

it('gives the body of a good answer', async () => {
  answering(() => Response.json({ rows: [1] }));
  expect(await getJson('/x')).toEqual({ rows: [1] });
});

it('tells what the server said, and the request that finds it in the log', async () => {
  answering(() => Response.json({ message: 'Company not found', requestId: 'r-1' }, { status: 404 }));
  const fault = await getJson('/x').catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(ConsoleFault);
  expect(fault).toMatchObject({ message: 'Company not found', status: 404, requestId: 'r-1' });
});

it('has words for an answer that is no JSON and for a server that is away', async () => {
  answering(() => new Response('<html>', { status: 502 }));
  await expect(getJson('/x')).rejects.toMatchObject({ message: 'The server answered 502', requestId: null });
  answering(() => Promise.reject(new TypeError('fetch failed')));
  await expect(getJson('/x')).rejects.toThrow('The server could not be reached');
});

it('lets an abandoned request end as abandoned', async () => {
  const abandoned = new DOMException('gone', 'AbortError');
  answering(() => Promise.reject(abandoned));
  await expect(getJson('/x', AbortSignal.abort())).rejects.toBe(abandoned);
});
