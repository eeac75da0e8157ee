import { z } from 'zod';
import { inviteLinkStatuses } from '../../../../db/schema/enums.ts';
import type { Context } from '../../../context.ts';
import { companyName } from '../../../domain/companies/schema.ts';
import { getInviteLink, listInviteLinks as readInviteLinks } from '../../../domain/invite-links/data.ts';
import {
  updateInviteLink as changeInviteLink,
  createInviteLink as makeInviteLink,
  revokeInviteLink as revoke,
} from '../../../domain/invite-links/mutations.ts';
import type { InviteLinkView } from '../../../domain/invite-links/schema.ts';
import { createInviteLinkInput } from '../../../domain/invite-links/schema.ts';
import { listModelConfigs } from '../../../domain/sync-config/data.ts';
import { shownAs } from '../../../http/shapes.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { inData, inDataShape } from '../envelope.ts';
import { categoryInput, idParam, integrationInput, limitParam, momentInput, uuidParam, wordOf } from '../input.ts';
import { entriesOf, modelConfigNames, requestedConfigBody } from '../model-config-body.ts';
import { recallBy } from '../recall.ts';
import { route } from '../route.ts';
import {
  inviteLinkDetailShape,
  inviteLinkDetailWire,
  inviteLinkShape,
  inviteLinkWire,
} from '../serialize/invite-link.ts';

const params = { invite_link_id: 'ebb196d8-d0a6-4844-b6e0-50ad32371bee' };
/** Entries of a sync config are snake_case, as everywhere; the link's own fields are not. */
const wireNames = { dataModel: modelConfigNames.dataModel };
const syncConfig = entriesOf(requestedConfigBody).max(50).optional();

export const createInviteLink = route({
  id: 'createInviteLink',
  summary: 'Make an invite link, and the company it is for',
  group: 'Invite links',
  method: 'POST',
  path: '/core/invite-links',
  permission: 'invite-links.write',
  body: z
    .object({
      integration: integrationInput.optional(),
      integrationCategory: categoryInput.optional(),
      companyName: companyName.optional(),
      companyId: z.number().int().positive().optional(),
      syncFrom: momentInput.optional(),
      syncConfig,
      expiresAt: momentInput.optional(),
      redirectUrl: createInviteLinkInput.shape.redirectUrl,
    })
    .superRefine(whatForAndWhere),
  wireNames,
  faults: { conflict: 'The company has a live invite link already.', 'not-found': 'There is no such company.' },
  status: 201,
  handler: (ctx, { body }) => makeInviteLink(ctx, body),
  recall: recallBy('invite-link.created', (ctx, _input, inviteLinkId) => getInviteLink(ctx, { inviteLinkId })),
  response: inDataShape({ inviteLink: inviteLinkShape }),
  serialize: (link, meta) => inData({ inviteLink: inviteLinkWire(link) }, meta),
  example: {
    body: { integration: 'SANDBOX', companyName: 'Acme Corp', syncFrom: '2026-01-01T00:00:00.000Z' },
  },
});

export const listInviteLinks = route({
  id: 'listInviteLinks',
  summary: 'List invite links, newest first',
  group: 'Invite links',
  method: 'GET',
  path: '/core/invite-links',
  permission: 'read',
  query: z.object({
    limit: limitParam(100, 50),
    cursor: z.string().max(500, 'is not a cursor of this list').optional(),
    status: wordOf(inviteLinkStatuses).optional(),
  }),
  status: 200,
  handler: (ctx, { query: { cursor, ...same } }) =>
    readInviteLinks(ctx, { ...same, cursor: cursor === undefined ? undefined : decodeCursor(place, cursor) }),
  response: inDataShape({ inviteLinks: z.array(inviteLinkShape), count: z.int(), next: z.string().nullable() }),
  serialize: ({ inviteLinks, count, next }, meta) =>
    inData({ inviteLinks: inviteLinks.map(inviteLinkWire), count, next: next && encodeCursor(next) }, meta),
});

export const getOneInviteLink = route({
  id: 'getInviteLink',
  summary: 'Get an invite link',
  group: 'Invite links',
  method: 'GET',
  path: '/core/invite-links/{invite_link_id}',
  permission: 'read',
  params: z.object({ invite_link_id: uuidParam }),
  status: 200,
  handler: async (ctx, { params: { invite_link_id } }) =>
    withConfigs(ctx, await getInviteLink(ctx, { inviteLinkId: invite_link_id })),
  response: inDataShape({ inviteLink: inviteLinkDetailShape }),
  serialize: (found, meta) => inData({ inviteLink: inviteLinkDetailWire(found) }, meta),
  example: { params },
});

export const updateInviteLink = route({
  id: 'updateInviteLink',
  summary: 'Change an invite link',
  group: 'Invite links',
  method: 'PATCH',
  path: '/core/invite-links/{invite_link_id}',
  permission: 'invite-links.write',
  params: z.object({ invite_link_id: uuidParam }),
  body: z
    .object({
      companyName: companyName.optional(),
      syncFrom: momentInput.nullable().optional(),
      syncConfig,
      expiresAt: momentInput.nullable().optional(),
    })
    .refine((body) => Object.keys(body).length > 0, 'Say at least one of companyName, syncFrom, syncConfig, expiresAt'),
  wireNames,
  faults: { conflict: 'The invite link is revoked.' },
  status: 200,
  handler: async (ctx, { params: { invite_link_id }, body }) =>
    withConfigs(ctx, await changeInviteLink(ctx, { inviteLinkId: invite_link_id, ...body })),
  recall: recallBy('invite-link.changed', async (ctx, _input, inviteLinkId) =>
    withConfigs(ctx, await getInviteLink(ctx, { inviteLinkId })),
  ),
  response: inDataShape({ inviteLink: inviteLinkDetailShape }),
  serialize: (found, meta) => inData({ inviteLink: inviteLinkDetailWire(found) }, meta),
  example: { params, body: { companyName: 'Updated Company Name', syncFrom: '2026-03-01T00:00:00.000Z' } },
});

export const revokeInviteLink = route({
  id: 'revokeInviteLink',
  summary: 'Revoke an invite link, by its uuid or its numeric id',
  group: 'Invite links',
  method: 'DELETE',
  path: '/core/invite-links/{invite_link_id}',
  permission: 'invite-links.write',
  params: z.object({
    invite_link_id: shownAs(
      z.union(
        [uuidParam.transform((inviteLinkId) => ({ inviteLinkId })), idParam.transform((companyId) => ({ companyId }))],
        'must be a uuid or a positive whole number',
      ),
      z.union([z.uuid(), z.int().min(1)]),
    ),
  }),
  status: 204,
  handler: (ctx, { params: { invite_link_id: which } }) => revoke(ctx, which),
  example: { params },
});

/** Where a page of links ended. */
const place = z.strictObject({
  createdAt: z.iso.datetime().refine((text) => new Date(text).getUTCFullYear() >= 1900),
  id: z.guid(),
});

interface WhatForAndWhere {
  integration?: string;
  integrationCategory?: string;
  companyName?: string;
  companyId?: number;
}

/** A link is for a company, new or known, and for a platform or a category of them. */
function whatForAndWhere(body: WhatForAndWhere, ctx: z.RefinementCtx): void {
  const problem = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message });
  const { companyName: name, companyId: id } = body;
  if (name === undefined && id === undefined) problem('companyName', 'is required');
  if (name !== undefined && id !== undefined) problem('companyId', 'goes without companyName');
  if (!body.integration && !body.integrationCategory) problem('integration', 'is required, or integrationCategory');
}

async function withConfigs(ctx: Context, link: InviteLinkView) {
  const configs = await listModelConfigs(ctx, { companyIds: [link.companyId] });
  return { link, configs: configs.get(link.companyId) ?? [] };
}
