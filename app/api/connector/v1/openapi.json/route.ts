import { connectorV1DocumentRoute } from '@/lib/dialects/connector-v1/document.ts';
import { serveConnector } from '@/lib/dialects/connector-v1/route.ts';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = serveConnector(connectorV1DocumentRoute);
