import { oneRecords } from '@/lib/dialects/core-v4/operations/records.ts';
import { patchContact, putContact } from '@/lib/dialects/core-v4/operations/writes.ts';
import { serveCore } from '@/lib/dialects/core-v4/route.ts';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = serveCore(...oneRecords, patchContact, putContact);
