import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { promisify } from 'node:util';
import type { Plugin, Rolldown } from 'vite';

/** The pages that open without network. */
const phonePages = ['home-page', 'sessions-page', 'registration-page', 'sign-in-page', 'answer-page'];
/** What those pages fetch a moment later, when it is asked for. */
const phoneParts = ['sign-out-dialog', 'registration-saved', 'home-plans'];
const phoneFonts = /inter-latin(?:-ext)?-wght/;

/**
 * Writes the service worker with the list of files that a phone keeps: the first page, and what tonight's registration
 * needs. Every other page is kept once it has been opened.
 */
export function appShell(): Plugin {
  let root = '';
  return {
    name: 'app-shell',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      root = config.root;
    },
    generateBundle(_options, bundle) {
      const outputs = Object.values(bundle);
      const chunks = outputs.filter((one) => one.type === 'chunk');
      const first = chunks.filter(({ isEntry }) => isEntry);
      const wanted = [...phonePages, ...phoneParts].map((name) => chunkOf(chunks, name)).filter((one) => one !== null);
      const missing = phonePages.filter((name) => chunkOf(chunks, name) === null);
      if (missing.length > 0) this.error(`The phone has no ${missing.join(', ')}`);
      const kept = new Set<string>();
      const take = (chunk: Rolldown.OutputChunk | undefined) => {
        if (chunk === undefined || kept.has(chunk.fileName)) return;
        kept.add(chunk.fileName);
        for (const css of chunk.viteMetadata?.importedCss ?? []) kept.add(css);
        for (const name of chunk.imports) take(chunks.find(({ fileName }) => fileName === name));
      };
      for (const chunk of [...first, ...wanted]) take(chunk);
      for (const { fileName } of outputs) if (phoneFonts.test(fileName)) kept.add(fileName);

      const still = readdirSync(join(root, 'public'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(join(root, 'public').length));
      const files = ['/index.html', ...still, ...[...kept].map((name) => `/${name}`)].sort();
      const page = bundle['index.html'];
      const hash = createHash('sha256').update(JSON.stringify(files));
      if (page?.type === 'asset') hash.update(page.source);
      for (const name of still) hash.update(readFileSync(join(root, 'public', name)));
      const worker = readFileSync(join(root, 'service-worker.js'), 'utf8');
      const version = hash.update(worker).digest('hex').slice(0, 12);
      const list = JSON.stringify({ version, files });
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: `self.appShell = ${list};\n${worker}` });
    },
  };
}

function chunkOf(chunks: Rolldown.OutputChunk[], name: string): Rolldown.OutputChunk | null {
  return chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/${name}.tsx`)) ?? null;
}

const squeezed = /^(?!sw\.js).*\.(?:js|css|html)$/;
const smallestBytes = 1024;

/** Lays a brotli and a gzip twin beside every text file, made once with all the effort a phone's first load deserves. */
export function squeeze(): Plugin {
  return {
    name: 'squeeze',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
      for (const name of Object.keys(bundle).filter((one) => squeezed.test(one))) {
        const bytes = await readFile(join(dir, name));
        if (bytes.length < smallestBytes) continue;
        await writeFile(join(dir, `${name}.br`), await promisify(brotliCompress)(bytes, quality));
        await writeFile(join(dir, `${name}.gz`), await promisify(gzip)(bytes, { level: 9 }));
      }
    },
  };
}
