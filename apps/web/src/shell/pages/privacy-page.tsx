import { usePrivacyText } from './reading.words.ts';
import { TextPage } from './text-page.tsx';

export function PrivacyPage() {
  return <TextPage {...usePrivacyText()} />;
}
