import { toast } from 'sonner';
import { copyText } from '@/components/ui/copy-text.ts';

/** Copies a link and says so. */
export async function copyLink(url: string): Promise<void> {
  if (await copyText(url)) toast.success('The link is copied');
  else toast.error('The browser did not allow copying. The link stands on the overview tab.');
}
