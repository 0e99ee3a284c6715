import { memoryStore, openPhoneStore } from './phone-store.ts';
import type { PhoneStore } from './phone-store.ts';

/** What is kept on this phone; in memory only where the browser has no database. */
export const opening: Promise<PhoneStore> = openPhoneStore().catch(() => memoryStore());
