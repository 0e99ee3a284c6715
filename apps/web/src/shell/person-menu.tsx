import { lazy, Suspense, useEffect, useState } from 'react';
import { useMantineColorScheme } from '@mantine/core';
import { IconChevronDown, IconUser } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { FoldOut, FoldOutItem } from '@forspring/ui/fold-out';
import { TouchChoices } from '@forspring/ui/touch-fields';
import { signOut } from '../kernel/auth.ts';
import { isUnsent } from '../kernel/offline/phone-store.ts';
import { useQueueState } from '../kernel/offline/use-queue.ts';
import type { Me } from '../kernel/session.ts';
import { termWords } from '../kernel/terms.words.ts';
import { useLanguage, useWords } from '../kernel/words.ts';
import { chooseLanguage } from './choose-language.ts';
import { shellWords } from './shell.words.ts';
import { themeChoices } from './theme-choices.ts';

const loadSignOutDialog = () => import('./sign-out-dialog.tsx');
const SignOutDialog = lazy(loadSignOutDialog);

/** The person's own menu: roles, on a phone also language and look, and the way out. */
export function PersonMenu({ me, user }: { me: Me; user: NonNullable<Me['user']> }) {
  const words = useWords(shellWords);
  const terms = useWords(termWords);
  const router = useRouter();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  const { entries } = useQueueState();
  const [isAsking, setAsking] = useState(false);
  // What is unsent is asked about where there is no network to fetch the question with.
  useEffect(() => void loadSignOutDialog().catch(() => undefined), []);
  const hasUnsent = [...entries.values()].some(isUnsent);
  const leave = () => void signOut().then(() => router.navigate({ to: '/log-ind', search: {} }));
  return (
    <>
      <FoldOut
        label={words.personMenu(user.name)}
        className="fs-top-button"
        button={
          <>
            <IconUser size={18} aria-hidden="true" />
            <span className="fs-person-name">{user.name}</span>
            <IconChevronDown size={14} aria-hidden="true" />
          </>
        }
      >
        {(close) => (
          <>
            <div className="fs-person">
              <strong>{user.name}</strong>
              {user.title !== '' && <span className="fs-quiet">{user.title}</span>}
              <span className="fs-quiet">{user.email}</span>
            </div>
            <p className="fs-roles-title">{words.yourRoles}</p>
            <ul className="fs-roles">
              {me.memberships.slice(0, 8).map((one) => (
                <li key={`${one.role}:${one.placeId}`}>
                  {terms.role[one.role]}, <span className="fs-quiet">{one.placeName}</span>
                </li>
              ))}
            </ul>
            <div className="fs-phone-choices">
              <TouchChoices
                name="language"
                label={words.language}
                value={language}
                onChange={chooseLanguage}
                options={[
                  { value: 'da', label: 'Dansk' },
                  { value: 'en', label: 'English' },
                ]}
              />
              <TouchChoices
                // A form on the page may have a field called theme; ids must not meet.
                name="colour-theme"
                label={words.theme}
                value={colorScheme}
                onChange={setColorScheme}
                options={[...themeChoices(words)]}
              />
            </div>
            <FoldOutItem
              onChoose={() => {
                close();
                if (hasUnsent) setAsking(true);
                else leave();
              }}
            >
              {words.logOut}
            </FoldOutItem>
          </>
        )}
      </FoldOut>
      {isAsking && (
        <Suspense>
          <SignOutDialog onLeave={leave} onStay={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}
