import { Fragment } from 'react';
import { type CompanyField, companyFieldNames, dialectNames } from '@/lib/domain/companies/field-names.ts';

const dialects = ['core', 'jsonapi', 'connector'] as const;

/** What the APIs call a field, in one quiet line: `JSON:API vat · Connector API TaxIdentifier`. */
export function ApiNames({
  fields,
  within,
}: {
  fields: readonly CompanyField[] /** Leads to a part of it. */;
  within?: string;
}) {
  const names = dialects.flatMap((dialect) =>
    fields.flatMap((field) => {
      const name = companyFieldNames[field][dialect];
      return name === null ? [] : [{ dialect, name: field === 'contact' && within ? `${name}.${within}` : name }];
    }),
  );
  if (names.length === 0) return null;
  return (
    <p data-slot="api-names" className="text-2xs text-muted-foreground">
      <span className="sr-only">In the APIs: </span>
      {names.map(({ dialect, name }, index) => (
        <Fragment key={dialect}>
          {index > 0 && ' · '}
          {dialectNames[dialect]} <code className="wrap-anywhere font-mono">{name}</code>
        </Fragment>
      ))}
    </p>
  );
}
