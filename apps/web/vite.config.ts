import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { appShell, squeeze } from './app-shell.ts';

const apiPort = process.env['API_PORT'] ?? '3000';
const api = `http://127.0.0.1:${apiPort}`;

// What changes seldom lies in files of its own, so that a new version costs a returning phone little.
const vendorChunks = [
  { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/ },
  {
    name: 'router',
    test: /node_modules[\\/]@(?:tanstack|trpc)[\\/](?:[a-z-]*router|[a-z-]*query|history|client|server|store|react-store|tanstack-)/,
  },
];

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), appShell(), squeeze()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // Fonts and images stay files: the content policy allows no data addresses for them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: vendorChunks } } },
  },
  server: {
    port: Number(process.env['WEB_PORT'] ?? 5173),
    proxy: { '/api': { target: api }, '/healthz': { target: api }, '^/kalender/.+[.]ics$': { target: api } },
  },
});
