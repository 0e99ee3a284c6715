import { buildWeb } from '../../apps/api/src/shell/build-web.ts';

/** The servers that are killed serve one web application, built before any of them starts. */
export default function setup(): void {
  buildWeb();
}
