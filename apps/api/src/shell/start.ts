import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';

// What was compiled is kept beside the dependencies: the next start reads it and is ready sooner.
enableCompileCache(join(import.meta.dirname, '../../../../node_modules/.cache/compiled'));
await import('./serve.ts');
// A server that is killed has written it too.
flushCompileCache();
