import { lazy, Suspense } from 'react';
import { I18nProvider } from 'react-aria-components';
import { usePath } from './location.ts';
import { useLocaleStore } from './messages/locale-store.ts';
import { placeOf, type Place } from './paths.ts';
import { ErrorBoundary } from './pages/ErrorBoundary.tsx';
import { PageSkeleton } from './pages/PageSkeleton.tsx';
import { LiveRegion } from './ui/LiveRegion.tsx';
import { Toasts } from './ui/Toasts.tsx';

// Each page comes when somebody goes there.
const HomePage = lazy(async () => ({ default: (await import('./pages/HomePage.tsx')).HomePage }));
const BadgePage = lazy(async () => ({ default: (await import('./pages/BadgePage.tsx')).BadgePage }));
const LobbyPage = lazy(async () => ({ default: (await import('./pages/LobbyPage.tsx')).LobbyPage }));
const OrganisePage = lazy(async () => ({ default: (await import('./organise/OrganisePage.tsx')).OrganisePage }));
const SymposiumPage = lazy(async () => ({ default: (await import('./organise/SymposiumPage.tsx')).SymposiumPage }));
const PlenaryPage = lazy(async () => ({ default: (await import('./plenary/PlenaryPage.tsx')).PlenaryPage }));
const ScreenPage = lazy(async () => ({ default: (await import('./screen/ScreenPage.tsx')).ScreenPage }));
const GroupGate = lazy(async () => ({ default: (await import('./pages/GroupGate.tsx')).GroupGate }));
const NotFoundPage = lazy(async () => ({ default: (await import('./pages/NotFoundPage.tsx')).NotFoundPage }));

const Page = ({ place: { page, name } }: { place: Place }) => {
  switch (page) {
    case 'home':
      return <HomePage />;
    case 'badge':
      return <BadgePage key={name} code={name} />;
    case 'organise':
      return <OrganisePage />;
    case 'symposium':
      return <SymposiumPage key={name} slug={name} />;
    case 'plenary':
      return <PlenaryPage key={name} slug={name} />;
    case 'screen':
      return <ScreenPage key={name} code={name} />;
    case 'lobby':
      return <LobbyPage key={name} slug={name} />;
    case 'group':
      return <GroupGate key={name} groupId={name} />;
    case 'report':
      return <GroupGate key={name} groupId={name} page="report" />;
    case 'nowhere':
      return <NotFoundPage />;
  }
};

export const App = () => {
  const locale = useLocaleStore((store) => store.locale);
  const path = usePath();
  return (
    <I18nProvider locale={locale}>
      <ErrorBoundary>
        <Suspense fallback={<PageSkeleton />}>
          <Page place={placeOf(path)} />
        </Suspense>
      </ErrorBoundary>
      <LiveRegion />
      <Toasts />
    </I18nProvider>
  );
};
