import { lazy, Suspense } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useFirstSight } from './connection/use-first-sight.ts';
import { usePath } from './location.ts';
import { useLocaleStore } from './messages/locale-store.ts';
import { placeOf, type Place } from './paths.ts';
import { ErrorBoundary } from './pages/ErrorBoundary.tsx';
import { groupGate } from './pages/group-page.ts';
import { notFound } from './pages/not-found.ts';
import { onArrival } from './pages/on-arrival.tsx';
import { PageSkeleton } from './pages/PageSkeleton.tsx';
import { LiveRegion } from './ui/LiveRegion.tsx';

// Each page comes when somebody goes there.
const { Page: HomePage } = onArrival(async () => (await import('./pages/HomePage.tsx')).HomePage);
const { Page: BadgePage } = onArrival(async () => (await import('./pages/BadgePage.tsx')).BadgePage);
const { Page: LobbyPage } = onArrival(async () => (await import('./pages/LobbyPage.tsx')).LobbyPage);
const { Page: OrganisePage } = onArrival(async () => (await import('./organise/OrganisePage.tsx')).OrganisePage);
const { Page: SymposiumPage } = onArrival(async () => (await import('./organise/SymposiumPage.tsx')).SymposiumPage);
const { Page: PlenaryPage } = onArrival(async () => (await import('./plenary/PlenaryPage.tsx')).PlenaryPage);
const { Page: ScreenPage } = onArrival(async () => (await import('./screen/ScreenPage.tsx')).ScreenPage);
const { Page: GroupGate } = groupGate;
const { Page: NotFoundPage } = notFound;

// A notice that is earlier waits for it.
const Toasts = lazy(async () => ({ default: (await import('./ui/Toasts.tsx')).Toasts }));

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
  const firstSight = useFirstSight();
  return (
    <I18nProvider locale={locale}>
      <ErrorBoundary>
        <Suspense fallback={<PageSkeleton />}>
          <Page place={placeOf(path)} />
        </Suspense>
        {firstSight && (
          <Suspense>
            <Toasts />
          </Suspense>
        )}
      </ErrorBoundary>
      <LiveRegion />
    </I18nProvider>
  );
};
