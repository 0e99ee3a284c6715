import { useParams } from '@tanstack/react-router';
import { Page } from '@forspring/ui/page';
import { RegistrationPanel } from '../../features/participation/registration-panel.tsx';
import { registrationWords } from '../../features/participation/registration.words.ts';
import { useSession } from '../../features/participation/use-registration.ts';
import { useFormats } from '../../kernel/formats.ts';
import { useMe } from '../../kernel/session.ts';
import { useTitle } from '../../kernel/title.ts';
import { useWords } from '../../kernel/words.ts';
import { pageTitles } from './page-titles.words.ts';

/** One session: tonight's on a phone, last week's to correct. */
export function RegistrationPage() {
  const titles = useWords(pageTitles);
  const words = useWords(registrationWords);
  const { dayShort, clockRange } = useFormats();
  const { sessionId } = useParams({ strict: false });
  const session = useSession(sessionId ?? '');
  const isToday = session.heldOn === useMe().today;
  useTitle(titles.registration, session.title);
  const when = `${dayShort(session.heldOn)} ${clockRange(session.startMinute, session.endMinute)}`;
  return (
    <Page
      title={session.title}
      breadcrumb={[{ title: words.back, href: '/gange' }]}
      facts={[
        isToday ? `${words.tonight}, ${when}` : when,
        ...(session.venueName === null ? [] : [session.venueName]),
        ...(session.projectTitle === session.title ? [] : [session.projectTitle]),
      ]}
    >
      <RegistrationPanel session={session} />
    </Page>
  );
}
