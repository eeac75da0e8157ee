import { Field } from '@/components/ui/field.tsx';
import { Input } from '@/components/ui/input.tsx';
import { accentOf } from '@/lib/format/accent.ts';
import { isHexColor } from '@/lib/format/color.ts';

/** What the colour picker stands on while no colour is set: Ledgerline's own. */
const ownAccent = '#0b6668';

/** A colour, to be picked or typed; says which shade is shown where it could not be read. */
export function AccentField({
  value,
  onChange,
  error,
}: {
  value: string;
  onChange: (value: string) => void;
  error?: string;
}) {
  const color = value.trim();
  return (
    <Field id="branding-accent" label="Colour" optional help={shadeHelp(color)} error={error}>
      {(control) => (
        <div className="flex gap-2">
          <input
            type="color"
            aria-label="Pick the colour"
            className="focus-ring h-8 w-12 shrink-0 cursor-pointer rounded-md border border-border-strong bg-surface p-1"
            value={isHexColor(color) ? color : ownAccent}
            onChange={(event) => onChange(event.target.value)}
          />
          <Input
            {...control}
            className="code max-w-32"
            placeholder={ownAccent}
            value={value}
            maxLength={20}
            autoComplete="off"
            spellCheck={false}
            onChange={(event) => onChange(event.target.value)}
          />
        </div>
      )}
    </Field>
  );
}

/** Text must stay readable in both themes, whichever colour it is. */
function shadeHelp(color: string): string {
  if (!isHexColor(color)) return 'For buttons, links and the step one is at. Left empty: Ledgerline’s own.';
  const light = accentOf(color, 'light').primary;
  const dark = accentOf(color, 'dark').primary;
  const given = color.toLowerCase();
  if (light === given && dark === given) return 'It can be read in both themes and is used as it is.';
  if (light === given) return `Used as it is in the light theme; in the dark one, where it can’t be read, as ${dark}.`;
  if (dark === given) return `Used as it is in the dark theme; in the light one, where it can’t be read, as ${light}.`;
  return `It can’t be read well in either theme: shown as ${light} in the light and ${dark} in the dark one.`;
}
