import { describe, expect, it } from 'vitest';
import { appRouter, linkRouter } from '@forspring/api/shell/app-router';

interface Definition {
  type: 'query' | 'mutation' | 'subscription';
  meta?: { ability?: string };
  output?: unknown;
}

const procedures = [appRouter, linkRouter].flatMap((one) =>
  Object.entries(one._def.procedures as unknown as Record<string, { _def: Definition }>),
);

describe('every procedure climbs the ladder', () => {
  it('there are procedures', () => expect(procedures.length).toBeGreaterThan(20));

  it.each(procedures)('%s asks one named ability', (_path, { _def }) => {
    expect(_def.meta?.ability ?? '').toMatch(/^(anyone|may[A-Z]\w+|is[A-Z]\w+)$/);
  });

  it.each(procedures)('%s declares its output', (_path, { _def }) => {
    expect(_def.output).toBeDefined();
  });

  it.each(procedures)('%s is named by a verb of the house', (path) => {
    const verb = path.split('.').at(-1) ?? '';
    expect(verb).toMatch(
      /^(me|list|show|find|add|set|remove|submit|approve|return|close|register|compare|export|decide|start|stop|pause|resume|takeBack|accept|invite|move|cancel|issue|repeat|verify|correct|propose|change|mark|measure|draft|skip|reopen|adopt|search|reject|end)/,
    );
  });
});
