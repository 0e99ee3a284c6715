import { buildWeb } from '../../apps/api/src/shell/build-web.ts';

/** The servers that are killed serve one web application, built before any of them starts, as an installation builds it. */
export default function setup(): void {
  const mode = process.env['NODE_ENV'];
  // The test runner's own mode would build the library's development version, and the journeys would find it.
  process.env['NODE_ENV'] = 'production';
  try {
    buildWeb();
  } finally {
    if (mode === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = mode;
  }
}
