import { z } from 'zod';

interface Meta {
  requestId: string;
}

/** `{ "data": { … }, "request_id" }`: what core resources answer with. */
export const inData = (data: Record<string, unknown>, { requestId }: Meta) => ({ data, request_id: requestId });

const requestIdShape = z.uuid();

/** The shape of what `inData` makes. */
export const inDataShape = <S extends z.ZodRawShape>(data: S) =>
  z.object({ data: z.object(data), request_id: requestIdShape });

/** What a mutation with nothing to return answers with. */
export const nothing = (_result: unknown, { requestId }: Meta) => ({ request_id: requestId });

export const nothingShape = z.object({ request_id: requestIdShape });
