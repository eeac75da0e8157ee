import { beforeEach, describe, expect, test } from 'vitest';
import { sqlClient } from '../../db/client.ts';
import { createTestDatabase } from '../../db/testing/database.ts';
import { makeOrganisation } from '../../db/testing/factories.ts';
import { type Context, makeContext } from '../context.ts';
import { listAccessTokens, listIntegrationClients } from '../domain/access-tokens/data.ts';
import { createAccessToken, revokeAccessToken, revokeIntegrationClient } from '../domain/access-tokens/mutations.ts';
import { createChain, deleteChain } from '../domain/chains/mutations.ts';
import { createCompany, deleteCompany, updateCompany } from '../domain/companies/mutations.ts';
import { authenticateConnectorTokens, authenticateJsonApiToken } from './access-token-gate.ts';

await createTestDatabase();

const now = new Date('2026-11-26T10:00:00.000Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const asked = (at = now) => ({ requestId: 'r-1', now: at, door: 'jsonapi-v2' });
let ctx: Context;
let other: Context;

beforeEach(async () => {
  const system = { type: 'system', id: 'test', label: 'Test' } as const;
  const make = async () => makeContext({ ...(await makeOrganisation({ now })).ctx, actor: system });
  [ctx, other] = [await make(), await make()];
});

async function jsonApi(input: { readOnly?: boolean; expiresAt?: Date } = {}) {
  const made = await createAccessToken(ctx, { dialect: 'jsonapi', name: 'Sync', ...input });
  if (made.dialect !== 'jsonapi') throw new Error('of another dialect');
  return made;
}

async function connector(input: { chainIds?: string[]; clientId?: string } = {}) {
  const made = await createAccessToken(ctx, { dialect: 'connector', name: 'Desk', ...input });
  if (made.dialect !== 'connector') throw new Error('of another dialect');
  return { ...made, clientToken: made.clientToken ?? '' };
}

const opens = ({ token, organizationId }: { token: string; organizationId: number }, at = now) =>
  authenticateJsonApiToken({ token, organizationId: String(organizationId) }, asked(at));
const refuses = (message: string) => ({ code: 'unauthenticated', message });

describe('a JSON:API token', () => {
  test('opens its organisation, for reading alone if it is read-only', async () => {
    const made = await jsonApi();
    const opened = await opens(made);
    expect(opened).toEqual({
      organisationId: ctx.organisationId,
      actor: { type: 'access-token', id: made.id, label: 'Sync', readOnly: false },
      reach: { kind: 'organisation' },
      requestId: 'r-1',
      now,
      door: 'jsonapi-v2',
    });
    const { id } = await createCompany(opened, { name: 'Made' });
    const reader = await opens(await jsonApi({ readOnly: true }));
    const forbidden = { code: 'forbidden', message: 'This token is read-only' };
    await expect(createCompany(reader, { name: 'No' })).rejects.toMatchObject(forbidden);
    await expect(updateCompany(reader, { companyId: id, changes: {} })).rejects.toMatchObject(forbidden);
    await expect(deleteCompany(reader, { companyId: id })).rejects.toMatchObject(forbidden);
    await deleteCompany(opened, { companyId: id });
  });

  test('is refused with its reason', async () => {
    const { token, organizationId } = await jsonApi();
    const open = (given: { token: string | null; organizationId: string | null }) =>
      authenticateJsonApiToken(given, asked());
    const own = String(organizationId);
    const key = `ll_${token.slice(3)}`;
    for (const wrong of [key, 'x', `lj_${'a'.repeat(43)}`, `${token} `, (await connector()).accessToken]) {
      await expect(open({ token: wrong, organizationId: own })).rejects.toMatchObject(
        refuses('The access token is not valid'),
      );
    }
    await expect(open({ token: null, organizationId: own })).rejects.toMatchObject({ code: 'unauthenticated' });
    for (const organisation of [null, '', 'x', '0', '1e3']) {
      await expect(open({ token, organizationId: organisation })).rejects.toMatchObject({ code: 'unauthenticated' });
    }
    const elsewhere = open({ token, organizationId: String(other.organisationId) });
    await expect(elsewhere).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('ends to the millisecond, and at once when it is revoked', async () => {
    const short = await jsonApi({ expiresAt: later(60) });
    await opens(short, later(59.999));
    await expect(opens(short, later(60))).rejects.toMatchObject(refuses('The access token has expired'));
    const made = await jsonApi();
    await revokeAccessToken(ctx, { accessTokenId: made.id });
    await revokeAccessToken(ctx, { accessTokenId: made.id });
    await expect(opens(made)).rejects.toMatchObject(refuses('The access token is revoked'));
    await expect(revokeAccessToken(other, { accessTokenId: made.id })).rejects.toMatchObject({ code: 'not-found' });
  });

  test('is stored as its hash, with its last use to the minute', async () => {
    const made = await jsonApi();
    await opens(made);
    const used = async () => (await listAccessTokens(ctx))[0]?.lastUsedAt;
    await expect.poll(used).toEqual(now);
    const [row] = await sqlClient()`select to_jsonb(t)::text as text from access_tokens t where id = ${made.id}`;
    expect(row?.text).not.toContain(made.token.slice(11));
  });
});

describe('Connector tokens', () => {
  const open = (given: { clientToken: string; accessToken: string }) => authenticateConnectorTokens(given, asked());

  test('reach the default chain, or those they are made for, and nothing beyond', async () => {
    const { id: north } = await createChain(ctx, { name: 'North' });
    const alone = await connector();
    const { reach } = await open(alone);
    expect(reach).toEqual({ kind: 'chains', chainIds: alone.chainIds });
    expect(alone.chainIds).not.toContain(north);
    const both = await connector({ chainIds: [north, ...alone.chainIds] });
    const portfolio = await open(both);
    expect(portfolio.reach).toEqual({ kind: 'chains', chainIds: [...both.chainIds].sort() });
    const made = await createCompany(portfolio, { name: 'Northern', chainId: north });
    const { id } = made;
    const beyond = updateCompany(await open(alone), { companyId: id, changes: { name: 'No' } });
    await expect(beyond).rejects.toMatchObject({ code: 'not-found' });
    await expect(createCompany(await open(alone), { name: 'No', chainId: north })).rejects.toMatchObject({
      code: 'invalid',
      details: { issues: [{ path: 'chainId' }] },
    });
    expect((await createCompany(await open(alone), { name: 'Ours' })).chainId).toBe(alone.chainIds[0]);
    await expect(connector({ chainIds: [(await defaultChain(other)) ?? ''] })).rejects.toMatchObject({
      code: 'invalid',
    });
    await expect(deleteChain(ctx, { chainId: north })).rejects.toMatchObject({ code: 'conflict' });
  });

  const defaultChain = async ({ organisationId }: Context) => {
    const [row] = await sqlClient()`select id from chains where organisation_id = ${organisationId} and is_default`;
    return row?.id as string | undefined;
  };

  test('go with any client that is not revoked', async () => {
    const first = await connector();
    const [client] = await listIntegrationClients(ctx);
    const second = await connector({ clientId: client?.id });
    expect(second.clientToken).toBe('');
    await open({ clientToken: first.clientToken, accessToken: second.accessToken });
    await revokeIntegrationClient(ctx, { clientId: client?.id ?? '' });
    await expect(open(first)).rejects.toMatchObject(refuses('The client token is revoked'));
    const third = await connector();
    await open({ clientToken: third.clientToken, accessToken: first.accessToken });
    for (const clientToken of ['', 'x', `lt_${'a'.repeat(43)}`, third.accessToken]) {
      const attempt = open({ clientToken, accessToken: third.accessToken });
      await expect(attempt).rejects.toMatchObject(refuses('The client token is not valid'));
    }
    const swapped = open({ clientToken: third.clientToken, accessToken: third.clientToken });
    await expect(swapped).rejects.toMatchObject(refuses('The access token is not valid'));
  });
});
