/** A JSON route of the console refused or failed. The message is for people. */
export class ConsoleFault extends Error {
  readonly status: number;
  /** Finds the failure in the log; null when the answer did not come from the console. */
  readonly requestId: string | null;

  constructor(message: string, status: number, requestId: string | null) {
    super(message);
    this.name = 'ConsoleFault';
    this.status = status;
    this.requestId = requestId;
  }
}

/** Asks a JSON route of the console, from the browser. Throws ConsoleFault. */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(path, { signal }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new ConsoleFault('The server could not be reached. Check the connection and try again.', 0, null);
  });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as T;
  const { message, requestId } = (body ?? {}) as { message?: string; requestId?: string };
  throw new ConsoleFault(message ?? `The server answered ${response.status}`, response.status, requestId ?? null);
}

/** What a list shows of a failed query: the message, and the request id where the console gave one. */
export const faultOf = (error: Error | null): { message: string; requestId?: string } | null =>
  error && { message: error.message, requestId: (error instanceof ConsoleFault && error.requestId) || undefined };
