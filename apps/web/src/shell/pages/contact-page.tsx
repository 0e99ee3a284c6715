import { useContactText } from './reading.words.ts';
import { TextPage } from './text-page.tsx';

export function ContactPage() {
  return <TextPage {...useContactText()} />;
}
