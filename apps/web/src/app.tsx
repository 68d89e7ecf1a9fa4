import { lazy, Suspense } from 'react';
import { I18nProvider } from 'react-aria-components';
import { Route, Switch } from 'wouter';
import { useLocaleStore } from './messages/locale-store.ts';
import { PATTERNS } from './paths.ts';
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

export const App = () => {
  const locale = useLocaleStore((store) => store.locale);
  return (
    <I18nProvider locale={locale}>
      <ErrorBoundary>
        <Suspense fallback={<PageSkeleton />}>
          <Switch>
            <Route path={PATTERNS.home} component={HomePage} />
            <Route path={PATTERNS.badge}>{({ code }) => <BadgePage key={code} code={code} />}</Route>
            <Route path={PATTERNS.organise} component={OrganisePage} />
            <Route path={PATTERNS.symposium}>{({ slug }) => <SymposiumPage key={slug} slug={slug} />}</Route>
            <Route path={PATTERNS.plenary}>{({ slug }) => <PlenaryPage key={slug} slug={slug} />}</Route>
            <Route path={PATTERNS.screen}>{({ code }) => <ScreenPage key={code} code={code} />}</Route>
            <Route path={PATTERNS.lobby}>{({ slug }) => <LobbyPage key={slug} slug={slug} />}</Route>
            <Route path={PATTERNS.group}>{({ groupId }) => <GroupGate key={groupId} groupId={groupId} />}</Route>
            <Route component={NotFoundPage} />
          </Switch>
        </Suspense>
      </ErrorBoundary>
      <LiveRegion />
      <Toasts />
    </I18nProvider>
  );
};
