import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.layer.css';
import '@forspring/ui/styles.css';
import './shell/shell.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepAppOnDevice, reloadWhenCodeIsGone } from './kernel/offline/app-update.ts';
import { installing } from './kernel/offline/installing.ts';
import { startPhone } from './kernel/offline/start-phone.ts';
import { App } from './shell/app.tsx';

startPhone();
installing.listen();
reloadWhenCodeIsGone();
const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
void keepAppOnDevice();
