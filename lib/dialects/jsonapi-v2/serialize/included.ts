import { z } from 'zod';
import { named } from '../../../http/shapes.ts';
import type { Related } from '../related.ts';

const resourceOf = <T extends string, A extends z.ZodRawShape>(type: T, attributes: A) =>
  z.object({ id: z.string(), type: z.literal(type), attributes: z.object(attributes) });

export const includedShape = z.array(
  named(
    'Included',
    z.discriminatedUnion('type', [
      resourceOf('organizations', { name: z.string(), time_zone: z.string() }),
      resourceOf('subsidiaries', { name: z.string() }),
      resourceOf('tax_rates', { name: z.string(), value: z.string().describe('Per cent.') }),
      resourceOf('people', { name: z.string(), email: z.string() }),
    ]),
  ),
);

/** The resources that were asked for, each once; nothing where nothing was. */
export function includedWire(related: Related): { included?: z.infer<typeof includedShape> } {
  const { include, organisation, subsidiaries, taxRates, subscribers } = related;
  if (include.length === 0) return {};
  const { id, name, timeZone } = organisation;
  const people = new Map([...subscribers.values()].flat().map((person) => [person.userId, person]));
  return {
    included: [
      ...(include.includes('organization')
        ? [{ id: String(id), type: 'organizations' as const, attributes: { name, time_zone: timeZone } }]
        : []),
      ...subsidiaries.map((one) => ({
        id: String(one.id),
        type: 'subsidiaries' as const,
        attributes: { name: one.name },
      })),
      ...taxRates.map((one) => ({
        id: String(one.id),
        type: 'tax_rates' as const,
        attributes: { name: one.name, value: one.percentage ?? '0' },
      })),
      ...[...people.values()].map((person) => ({
        id: person.userId,
        type: 'people' as const,
        attributes: { name: person.name, email: person.email },
      })),
    ],
  };
}
