import { CircleAlert } from 'lucide-react';
import type { ComponentProps, ReactNode } from 'react';
import { cn } from './cn.ts';
import { Label } from './label.tsx';

/** What a control inside a field must carry: spread it on the input. */
export interface FieldControlProps {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

export interface FieldProps extends Omit<ComponentProps<'div'>, 'children'> {
  /** Id of the control; help and error get ids made from it. */
  id: string;
  label: ReactNode;
  help?: ReactNode;
  /** Says how to mend the input. */
  error?: ReactNode;
  /** Adds a word beside the label: "Optional", or the one given. */
  optional?: boolean | string;
  children: (control: FieldControlProps) => ReactNode;
}

/**
 * One field of a form: label above, help below, error under the field.
 *
 * @example
 * <Field id="name" label="Company name" help="As your customer knows it." error={errors.name}>
 *   {(control) => <Input {...control} name="name" defaultValue={values.name} required />}
 * </Field>
 */
export function Field({ id, label, help, error, optional, className, children, ...props }: FieldProps) {
  const helpId = help ? `${id}-help` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [errorId, helpId].filter(Boolean).join(' ') || undefined;
  return (
    <div data-slot="field" className={cn('grid grid-cols-1 gap-1.5', className)} {...props}>
      <div className="flex items-baseline justify-between gap-2">
        <Label htmlFor={id}>{label}</Label>
        {optional && <span className="text-muted-foreground text-xs">{optional === true ? 'Optional' : optional}</span>}
      </div>
      {children({ id, 'aria-describedby': describedBy, 'aria-invalid': error ? true : undefined })}
      {error && <FieldError id={errorId}>{error}</FieldError>}
      {help && <FieldHelp id={helpId}>{help}</FieldHelp>}
    </div>
  );
}

/** Help under a field. */
export function FieldHelp({ className, ...props }: ComponentProps<'p'>) {
  return <p data-slot="field-help" className={cn('text-muted-foreground text-xs', className)} {...props} />;
}

/** What is wrong with a field, read out when it appears. */
export function FieldError({ className, children, ...props }: ComponentProps<'p'>) {
  return (
    <p data-slot="field-error" role="alert" className={cn('flex gap-1.5 text-danger text-xs', className)} {...props}>
      <CircleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
      <span>{children}</span>
    </p>
  );
}

/** Fields under one another, with the gap that forms use. */
export function FieldGroup({ className, ...props }: ComponentProps<'div'>) {
  return <div data-slot="field-group" className={cn('grid max-w-form grid-cols-1 gap-5', className)} {...props} />;
}
