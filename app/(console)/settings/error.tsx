'use client';

import { PartError, type PartErrorProps } from '../_components/part-error.tsx';

export default function SettingsError(props: PartErrorProps) {
  return <PartError {...props} unharmed="the settings hold as they are" />;
}
