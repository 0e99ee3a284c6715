// Keeps the application's own files on the device, so that it opens without network. It never sees or keeps an answer of
// the API: what is remembered of a person lies in the browser's database and is the application's to forget.
const { version, files } = self.appShell;
const shellName = `forspring-shell-${version}`;
const assetsName = `forspring-assets-${version}`;
const page = '/index.html';

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(shellName).then(async (shell) => {
      // A file named by its content is taken from the version before where that has it.
      await Promise.all(
        files.map(async (file) => {
          const known = file.startsWith('/assets/') ? await caches.match(file) : undefined;
          const answer = known ?? (await fetch(file, { cache: file.startsWith('/assets/') ? 'default' : 'reload' }));
          if (!answer.ok) throw new Error(`${file} ${answer.status}`);
          await shell.put(file, answer);
        }),
      );
    }),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== shellName).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

// A new version waits until the person says so.
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') self.skipWaiting();
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || url.pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') {
    // An address with a dot names a file, which only the server has.
    if (!/\.\w+$/.test(url.pathname) && !/^\/(?:healthz|readyz)$/.test(url.pathname))
      event.respondWith(fromShell(page, request));
  } else if (url.pathname.startsWith('/assets/')) event.respondWith(fromAssets(request));
  else if (files.includes(url.pathname)) event.respondWith(fromShell(url.pathname, request));
});

async function fromShell(file, request) {
  const kept = await caches.match(file, { cacheName: shellName });
  return kept ?? fetch(request);
}

/** Pages beyond the phone's own are kept as they are opened; a file named by its content never changes. */
async function fromAssets(request) {
  const kept = await caches.match(request);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) await (await caches.open(assetsName)).put(request, answer.clone());
  return answer;
}
