import { linkableModels } from '@/lib/domain/invite-links/linkable-models.ts';
import { consoleRoute } from '@/lib/http/console-route.ts';

/** What the form of a new invite link offers to read. */
export const GET = consoleRoute((session) => linkableModels(session.ctx));
