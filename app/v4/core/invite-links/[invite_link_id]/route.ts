import {
  getOneInviteLink,
  revokeInviteLink,
  updateInviteLink,
} from '@/lib/dialects/core-v4/operations/invite-links.ts';
import { serveCore } from '@/lib/dialects/core-v4/route.ts';

export const { GET, POST, PUT, PATCH, DELETE, HEAD, OPTIONS } = serveCore(
  getOneInviteLink,
  updateInviteLink,
  revokeInviteLink,
);
