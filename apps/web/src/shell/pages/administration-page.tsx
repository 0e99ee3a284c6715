import { useNavigate, useSearch } from '@tanstack/react-router';
import { holds, municipalitiesOf } from '@forspring/domain/people/actor';
import { SelectField } from '@forspring/ui/form';
import { UiLink } from '@forspring/ui/link';
import { Page } from '@forspring/ui/page';
import { NoAccess } from '@forspring/ui/states';
import { PeoplePanel } from '../../features/people/people-panel.tsx';
import { PlacesPanel } from '../../features/places/places-panel.tsx';
import { PeriodsPanel } from '../../features/projects/periods-panel.tsx';
import { ProcessingPanel } from '../../features/trust/processing-panel.tsx';
import { ReleasesPanel } from '../../features/trust/releases-panel.tsx';
import { RetentionPanel } from '../../features/trust/retention-panel.tsx';
import { TrailPanel } from '../../features/trust/trail-panel.tsx';
import { actorOf, useMe } from '../../kernel/session.ts';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';
import { administrationWords } from './administration.words.ts';
import { pageTitles } from './page-titles.words.ts';

const tabs = {
  personer: { word: 'people', Panel: PeoplePanel },
  steder: { word: 'places', Panel: PlacesPanel },
  perioder: { word: 'periods', Panel: PeriodsPanel },
  log: { word: 'trail', Panel: TrailPanel },
  udgivet: { word: 'releases', Panel: ReleasesPanel },
  opbevaring: { word: 'retention', Panel: RetentionPanel },
  fortegnelse: { word: 'processing', Panel: ProcessingPanel },
} as const;
type TabName = keyof typeof tabs;

/** A municipality's people, places, access log and record of processing, one tab each; which one lies in the address. */
export function AdministrationPage() {
  const titles = useWords(pageTitles);
  const words = useWords(administrationWords);
  const navigate = useNavigate();
  const address: { fane?: unknown; kommune?: unknown } = useSearch({ strict: false });
  const me = useMe();
  const actor = actorOf(me);
  const own = actor === null ? [] : municipalitiesOf(actor, 'coordinator', 'dataProtectionOfficer');
  const municipalityId = own.find((id) => id === address.kommune) ?? own[0];
  const named = typeof address.fane === 'string' && Object.hasOwn(tabs, address.fane);
  const current = named ? (address.fane as TabName) : 'personer';
  useTitle(`${words[tabs[current].word]} – ${titles.administration}`);
  if (actor === null || municipalityId === undefined) {
    return (
      <Page title={titles.administration}>
        <NoAccess />
      </Page>
    );
  }
  const nameOf = (id: string) => me.memberships.find((one) => one.municipalityId === id)?.municipalityName ?? id;
  const addressOf = (fane: TabName) =>
    `/administration?fane=${fane}${own.length > 1 ? `&kommune=${municipalityId}` : ''}`;
  const isCoordinator = holds(actor, 'coordinator', municipalityId);
  const { Panel } = tabs[current];
  return (
    <Page
      title={titles.administration}
      facts={[
        nameOf(municipalityId),
        ...(isCoordinator
          ? [
              <UiLink key="post" href="/post">
                {words.post}
              </UiLink>,
            ]
          : [words.readOnly]),
      ]}
      tabs={Object.entries(tabs).map(([name, { word }]) => ({
        title: words[word],
        href: addressOf(name as TabName),
        isCurrent: name === current,
      }))}
    >
      {own.length > 1 && (
        <SelectField
          name="kommune"
          label={words.municipality}
          value={municipalityId}
          onChange={(kommune) => {
            void navigate({ to: '.', search: { fane: current, kommune: kommune ?? undefined } as never });
          }}
          options={own.map((id) => ({ value: id, label: nameOf(id) }))}
        />
      )}
      <Panel municipalityId={municipalityId} key={`${municipalityId} ${current}`} />
    </Page>
  );
}
