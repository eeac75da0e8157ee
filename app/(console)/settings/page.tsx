import { redirect } from 'next/navigation';

/** The settings begin with their first part. */
export default function SettingsPage() {
  redirect('/settings/organisation');
}
