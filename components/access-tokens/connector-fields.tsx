import { Field, FieldError, FieldHelp } from '@/components/ui/field.tsx';
import { Select } from '@/components/ui/select.tsx';

export interface ChainOption {
  id: string;
  name: string;
  isDefault: boolean;
}

/** For which program a Connector token is made, and which chains it opens. */
export function ConnectorFields({
  chains,
  clients,
  problems,
}: {
  chains: ChainOption[];
  clients: { id: string; name: string }[];
  problems: Record<string, string>;
}) {
  return (
    <>
      {clients.length > 0 && (
        <Field
          id="token-client"
          label="Client"
          help="A client that is known keeps the client token it has."
          error={problems.clientId}
        >
          {(control) => (
            <Select {...control} name="clientId">
              <option value="">A new client</option>
              {clients.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <fieldset className="grid grid-cols-1 gap-1.5" aria-describedby="token-chains-help">
        <legend className="mb-1.5 font-medium text-sm">Chains</legend>
        <ul className="max-h-44 overflow-auto rounded-md border">
          {chains.map(({ id, name, isDefault }) => (
            <li key={id} className="border-b last:border-b-0">
              <label className="flex min-h-9 items-center gap-2.5 px-3 hover:bg-subtle">
                <input
                  type="checkbox"
                  name="chainIds"
                  value={id}
                  defaultChecked={isDefault}
                  className="size-4 accent-primary"
                />
                <span className="min-w-0 flex-1 truncate">{name}</span>
                {isDefault && <span className="text-muted-foreground text-xs">Default</span>}
              </label>
            </li>
          ))}
        </ul>
        {problems.chainIds && <FieldError>Choose at least one chain</FieldError>}
        <FieldHelp id="token-chains-help">
          With several it is a portfolio token: changes then name their chain.
        </FieldHelp>
      </fieldset>
    </>
  );
}
