import { lazy, Suspense } from 'react';
import { UiLink } from '@forspring/ui/link';
import { Page, Section } from '@forspring/ui/page';
import { Empty, Loading } from '@forspring/ui/states';
import { MissingList, useMissingCount } from '../../features/participation/missing-list.tsx';
import { TonightCard } from '../../features/participation/tonight-card.tsx';
import { useFormats } from '../../kernel/formats.ts';
import { rolesOf, useMe } from '../../kernel/session.ts';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';
import { NeedsNetwork } from '../needs-network.tsx';
import { InstallHint } from '../phone-line.tsx';
import { homeWords } from './home.words.ts';
import { pageTitles } from './page-titles.words.ts';

// A partner's phone needs none of it.
const Plans = lazy(() => import('./home-plans.tsx'));
const OwnLedgerLink = lazy(() => import('../../features/partners/own-ledger-link.tsx'));

const CorrectionTasks = lazy(() => import('../../features/evaluation/correction-tasks.tsx'));
const PeriodTasks = lazy(() => import('../../features/projects/period-notice.tsx'));
const OpeningsCard = lazy(() => import('../../features/participation/openings-card.tsx'));

/** Each role's work list: tonight, what is missing, what waits, what is due, one's projects. */
export function HomePage() {
  const titles = useWords(pageTitles);
  const words = useWords(homeWords);
  const { dayFull } = useFormats();
  const me = useMe();
  useTitle(titles.home);
  const roles = rolesOf(me);
  const registers = roles.includes('owner') || roles.includes('partner');
  const plans = roles.includes('owner') || roles.includes('committeeMember') || roles.includes('coordinator');
  const firstName = (me.user?.name ?? '').split(' ')[0] ?? '';
  return (
    <Page title={words.greeting(firstName)} facts={[dayFull(me.today)]}>
      {roles.length === 0 && <Empty title={words.noRole} text={words.noRoleText} />}
      {registers && (
        <NeedsNetwork>
          <Suspense fallback={<Loading lines={3} />}>
            <InstallHint />
            <Section title={words.today}>
              <TonightCard isAlways />
              <Suspense>
                <OpeningsCard />
              </Suspense>
            </Section>
            <MissingSection />
          </Suspense>
        </NeedsNetwork>
      )}
      {roles.length > 0 && (
        <NeedsNetwork>
          <Suspense>
            <CorrectionTasks />
            <PeriodTasks />
          </Suspense>
        </NeedsNetwork>
      )}
      {roles.includes('partner') && (
        <NeedsNetwork>
          <Suspense fallback={<Loading lines={2} />}>
            <OwnLedgerLink />
          </Suspense>
        </NeedsNetwork>
      )}
      {plans && (
        <NeedsNetwork>
          <Suspense fallback={<Loading lines={4} />}>
            <Plans />
          </Suspense>
        </NeedsNetwork>
      )}
      {(roles.includes('owner') || roles.includes('coordinator')) && (
        <p>
          <UiLink href="/mangler">{words.openOwed}</UiLink>
        </p>
      )}
      {roles.includes('funder') && (
        <Section title={words.grants} help={words.grantsText}>
          <UiLink href="/bevillinger">{words.openGrants}</UiLink>
        </Section>
      )}
      {roles.includes('coordinator') && (
        <Section title={words.municipality} help={words.municipalityText}>
          <UiLink href="/administration">{words.openAdministration}</UiLink>
        </Section>
      )}
      {roles.includes('dataProtectionOfficer') && (
        <Section title={words.protection} help={words.protectionText}>
          <UiLink href="/administration?fane=log">{words.openAdministration}</UiLink>
        </Section>
      )}
    </Page>
  );
}

function MissingSection() {
  const words = useWords(homeWords);
  const missing = useMissingCount();
  return (
    <Section title={words.missing}>
      {missing === 0 ? <p className="fs-help">{words.nothingMissing}</p> : <MissingList />}
    </Section>
  );
}
