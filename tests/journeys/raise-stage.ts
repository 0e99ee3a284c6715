import { buildWeb } from '../../apps/api/src/shell/build-web.ts';
import { storySnapshot } from '../story-snapshot.ts';

// Said on the last line: where the told story lies. The web application is built once for all servers.
buildWeb();
console.info(await storySnapshot());
