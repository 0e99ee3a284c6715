import { useAboutText } from './reading.words.ts';
import { TextPage } from './text-page.tsx';

export function AboutPage() {
  return <TextPage {...useAboutText()} />;
}
