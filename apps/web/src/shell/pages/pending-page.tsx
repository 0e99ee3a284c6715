import { Loading } from '@forspring/ui/states';

/** While a page's code or data is on its way. */
export function PendingPage() {
  return <Loading lines={6} />;
}
