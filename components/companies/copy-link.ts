import { copyText } from '@/components/ui/copy-text.ts';
import { toast } from '@/components/ui/toast.ts';

/** Copies a link and says so. */
export async function copyLink(url: string): Promise<void> {
  if (await copyText(url)) toast.success('The link is copied');
  else toast.error('The browser did not allow copying. The link stands on the overview tab.');
}
