import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/noto-sans/index.css';
import '@fontsource-variable/noto-sans-arabic/index.css';
import './styles/tokens.css';
import './styles/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { announceFirstSight } from './connection/first-sight.ts';
import { guessLocale, wantAllMessages } from './messages/locale-store.ts';
import { keepAppShell } from './offline/app-shell.ts';
import { opensGroup, warmGroupPage } from './pages/group-page.ts';
import { startTheme } from './ui/theme-store.ts';

startTheme();
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
// The board's own address: fetch the board with its gate, not after it.
if (opensGroup()) void warmGroupPage();
else {
  wantAllMessages();
  announceFirstSight();
}
await guessLocale(navigator.languages);
createRoot(root).render(<App />);
// The benchmark's own builds only; from others the bundler takes it out.
if (import.meta.env.VITE_BENCH === '1') void import('./bench/board-probe.ts');
// A development server's files have no versions.
if (import.meta.env.PROD) void keepAppShell();
