import { useAccessibilityText } from './reading.words.ts';
import { TextPage } from './text-page.tsx';

export function AccessibilityPage() {
  return <TextPage {...useAccessibilityText()} />;
}
