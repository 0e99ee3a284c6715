import { createHash } from 'node:crypto';

const namespace = Buffer.from('6f7273707269e67a8c4d2b9a51c07e33', 'hex');

/**
 * The id of something in the story, made from its name: `storyId('project/fredagshallen-2026')`. The same name always
 * gives the same UUID (version 5, RFC 9562 §5.5), so tests and pages can point at the story without looking it up.
 */
export function storyId(name: string): string {
  const hash = createHash('sha1').update(namespace).update(name).digest().subarray(0, 16);
  hash.writeUInt8((hash.readUInt8(6) & 0x0f) | 0x50, 6);
  hash.writeUInt8((hash.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
