import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/noto-sans/index.css';
import '@fontsource-variable/noto-sans-arabic/index.css';
import './styles/tokens.css';
import './styles/base.css';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { announceFirstSight, firstSight } from './connection/first-sight.ts';
import { guessLocale, wantAllMessages } from './messages/locale-store.ts';
import { openedGroup, openGroup } from './pages/group-page.ts';
import { startTheme } from './ui/theme-store.ts';

startTheme();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
const language = guessLocale(navigator.languages);
const groupId = openedGroup();
if (groupId === null) {
  wantAllMessages();
  announceFirstSight();
} else await Promise.race([openGroup(groupId), firstSight]);
await language;
// In slices: what the server answers meanwhile is not held up, nor is a first press.
startTransition(() => createRoot(root).render(<App />));
// The benchmark's own builds only; from others the bundler takes it out.
if (import.meta.env.VITE_BENCH === '1') void import('./bench/board-probe.ts');
// A development server's files have no versions.
if (import.meta.env.PROD) {
  await firstSight;
  const { keepAppShell } = await import('./offline/keep-app-shell.ts');
  await keepAppShell();
}
