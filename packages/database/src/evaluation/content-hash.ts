import { createHash } from 'node:crypto';
import { canonicalJson } from '@forspring/domain/evaluation/canonical';

/** SHA-256 of a content's canonical text, as 64 hexadecimal digits. */
export function contentHashOf(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
