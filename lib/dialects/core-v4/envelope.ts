interface Meta {
  requestId: string;
}

/** `{ "data": { … }, "request_id" }`: what core resources answer with. */
export const inData = (data: Record<string, unknown>, { requestId }: Meta) => ({ data, request_id: requestId });

/** What a mutation with nothing to return answers with. */
export const nothing = (_result: unknown, { requestId }: Meta) => ({ request_id: requestId });
