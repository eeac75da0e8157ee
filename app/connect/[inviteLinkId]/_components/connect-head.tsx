import { Monogram } from '@/components/ui/monogram.tsx';
import { Stepper } from '@/components/ui/stepper.tsx';

/** Whose page this is, for which company, and where in it one is. */
export function ConnectHead({
  organisationName,
  companyName,
  step,
}: {
  organisationName: string;
  companyName: string;
  /** 0 platform, 1 sign-in, 2 first sync, 3 done. */
  step: number;
}) {
  return (
    <header className="grid gap-5">
      <div className="flex items-center gap-3">
        <Monogram name={organisationName} size="lg" letters={1} />
        <div className="min-w-0">
          <p className="truncate font-medium text-base">{organisationName}</p>
          <p className="truncate text-muted-foreground">for {companyName}</p>
        </div>
      </div>
      <Stepper steps={['Platform', 'Sign in', 'First sync']} current={step} label="Connecting" />
    </header>
  );
}
