import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import type { Outcome } from '@rapport/protocol/failures';
import { Symposium } from '@rapport/protocol/http';
import { Link } from '../ui/Link.tsx';
import { useLocaleStore } from '../messages/locale-store.ts';
import { useT } from '../messages/use-t.ts';
import { paths } from '../paths.ts';
import { Screen } from '../pages/Screen.tsx';
import { SignOutButton } from '../pages/SignOutButton.tsx';
import { api } from '../session/http.ts';
import { Callout } from '../ui/Callout.tsx';
import { FailureNote } from '../ui/FailureNote.tsx';
import { LinkButton } from '../ui/LinkButton.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { Tabs } from '../ui/Tabs.tsx';
import { usePageTitle } from '../ui/use-page-title.ts';
import { CockpitPanel } from './CockpitPanel.tsx';
import { CodesPanel } from './CodesPanel.tsx';
import { longDate } from './long-date.ts';
import { OrganiserGate } from './OrganiserGate.tsx';
import { RosterPanel } from './RosterPanel.tsx';
import { RoundsPanel } from './RoundsPanel.tsx';
import { SettingsPanel } from './SettingsPanel.tsx';
import styles from './organise.module.css';

/** Wanted at the very end of a symposium. */
const PaperPanel = lazy(async () => ({ default: (await import('../paper/PaperPanel.tsx')).PaperPanel }));

type Step = 'live' | 'roster' | 'rounds' | 'codes' | 'paper' | 'settings';

/** Where an organiser most likely wants to go: what has to be done first, then the groups. */
const firstStep = (symposium: Symposium): Step =>
  symposium.rounds.length > 0 ? 'live' : symposium.seats > 0 ? 'rounds' : 'roster';

const SymposiumView = ({ slug }: { slug: string }) => {
  const t = useT();
  const locale = useLocaleStore((store) => store.locale);
  const [answer, setAnswer] = useState<Outcome<Symposium> | null>(null);
  const [step, setStep] = useState<Step | null>(null);
  const take = useCallback((outcome: Outcome<Symposium>) => {
    setAnswer(outcome);
    // Decided once: what happens here later must not turn the page under somebody's eyes.
    if (outcome.ok) setStep((chosen) => chosen ?? firstStep(outcome.value));
  }, []);
  const load = useCallback(
    () => api.get(`/api/symposia/${encodeURIComponent(slug)}`, Symposium).then(take),
    [slug, take],
  );
  useEffect(() => void load(), [load]);

  const symposium = answer?.ok === true ? answer.value : null;
  usePageTitle(symposium?.title ?? t('organise.list.title'));
  if (symposium === null || step === null) {
    return (
      <Screen actions={<SignOutButton />}>
        {answer?.ok === false ? (
          <FailureNote failure={answer.failure} onRetry={() => void load()} />
        ) : (
          <Skeleton lines={5} />
        )}
      </Screen>
    );
  }
  const changed = (): void => void load();
  const groups = symposium.rounds.reduce((sum, round) => sum + round.groups.length, 0);
  return (
    <Screen marking={symposium.marking} chathamHouse={symposium.chathamHouse} actions={<SignOutButton />} width="wide">
      <nav className={styles['crumb']}>
        <Link href={paths.organise()}>{t('organise.list.title')}</Link>
      </nav>
      <div className={styles['titleRow']}>
        <div>
          <h1 dir="auto">{symposium.title}</h1>
          <p className={styles['hint']}>{longDate(symposium.startsOn, locale)}</p>
        </div>
        <LinkButton href={paths.plenary(symposium.slug)}>{t('plenary.go')}</LinkButton>
      </div>
      {symposium.status === 'closed' && (
        <Callout tone="warn">{t(symposium.sealed === true ? 'failure.sealed' : 'organise.closed')}</Callout>
      )}
      <Tabs<Step>
        label={t('organise.steps')}
        selected={step}
        onSelect={setStep}
        items={[
          {
            id: 'live',
            label: t('organise.step.live'),
            note: String(groups),
            content: <CockpitPanel symposium={symposium} onMakeRound={() => setStep('rounds')} />,
          },
          {
            id: 'roster',
            label: t('organise.step.roster'),
            note: String(symposium.seats),
            content: <RosterPanel symposium={symposium} onChanged={changed} onNext={() => setStep('rounds')} />,
          },
          {
            id: 'rounds',
            label: t('organise.step.rounds'),
            note: String(symposium.rounds.length),
            content: <RoundsPanel symposium={symposium} onChanged={changed} onNext={() => setStep('codes')} />,
          },
          {
            id: 'codes',
            label: t('organise.step.codes'),
            content: <CodesPanel symposium={symposium} onChanged={changed} />,
          },
          {
            id: 'paper',
            label: t('organise.step.paper'),
            content: (
              <Suspense fallback={<Skeleton lines={5} />}>
                <PaperPanel symposium={symposium} onChanged={changed} />
              </Suspense>
            ),
          },
          {
            id: 'settings',
            label: t('organise.step.settings'),
            content: <SettingsPanel symposium={symposium} onChanged={changed} />,
          },
        ]}
      />
    </Screen>
  );
};

/** One symposium, for its organisers: roster, rounds, codes, settings – and all groups, live. */
export const SymposiumPage = ({ slug }: { slug: string }) => (
  <OrganiserGate>
    <SymposiumView slug={slug} />
  </OrganiserGate>
);
