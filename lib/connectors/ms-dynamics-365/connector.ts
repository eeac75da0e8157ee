import type { Connector } from '../types.ts';
import { companyIdOf, findCompany, openCompany } from './company.ts';
import { msDynamics365Definition } from './definition.ts';
import { type BusinessCentralModel, mapRecord } from './mapper.ts';
import { type PullOptions, pullModel } from './pull.ts';
import { businessCentralWriter } from './writing/writer.ts';

/** The connector of Dynamics 365 Business Central. */
export const msDynamics365Connector: Connector = createMsDynamics365Connector();

/** A connector with other settings than the usual ones; for tests. */
export function createMsDynamics365Connector(options: Partial<PullOptions> = {}): Connector {
  return {
    definition: msDynamics365Definition,
    connect: async (input) => {
      const { tenantId = '', environment = '', clientId = '', clientSecret = '' } = input;
      const credentials = {
        tenantId: tenantId.trim(),
        environment: environment.trim(),
        companyId: companyIdOf(input),
        clientId: clientId.trim(),
        clientSecret,
      };
      const company = await findCompany(credentials);
      const open = await openCompany(credentials, { entityId: company.id });
      return {
        credentials,
        variables: {
          tenantId: credentials.tenantId,
          environment: credentials.environment,
          companyId: company.id,
          clientId: credentials.clientId,
          baseCurrency: open.localCurrency,
        },
        entityId: company.id,
        entityName: company.name,
      };
    },
    open: async (credentials, expected, tokens) => {
      const company = await openCompany(credentials, expected, tokens);
      return {
        pull: (model, request) => {
          const pageSize = pageSizeOf(model as BusinessCentralModel);
          return pullModel(company, model as BusinessCentralModel, request, {
            pageSize,
            now: () => new Date(),
            ...options,
          });
        },
        writer: businessCentralWriter(company),
        close: async () => {},
      };
    },
    identify: (model, raw) => {
      if (typeof raw !== 'object' || raw === null) return null;
      const { id, code, currencyCode } = raw as Record<string, unknown>;
      const key = model === 'CURRENCY' ? (code ?? currencyCode) : id;
      return typeof key === 'string' && key ? (model === 'CURRENCY' ? key : key.toLowerCase()) : null;
    },
    map: mapRecord,
  };
}

const pageSizeOf = (model: BusinessCentralModel) =>
  msDynamics365Definition.models.find((one) => one.model === model)?.pageSize ?? 1000;
